using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Danger;

internal static class DangerQueries
{
    extension(OneStopDb db)
    {
        /// <summary>The folded words that are looked for: the manager's, and of the standard ones those that nobody switched off.</summary>
        public async Task<IReadOnlyList<string>> WordsInForce()
        {
            var decided = await db.DangerWords.AsNoTracking().ToDictionaryAsync(w => w.Folded, w => w.OffAt is null);
            return [.. StandardWords.All.Select(w => w.Folded).Where(folded => !decided.ContainsKey(folded))
                .Concat(decided.Where(w => w.Value).Select(w => w.Key)).Distinct()];
        }
    }

    extension(IQueryable<EmergencyNumber> numbers)
    {
        /// <summary>Checked and in use: what a client may see.</summary>
        public IQueryable<EmergencyNumber> Shown() => numbers.Where(n => n.Check != null && n.RetiredAt == null);
    }
}
