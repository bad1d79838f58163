using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Danger;

internal static class DangerQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the folded words in force: the manager's, and the standard words that nobody has switched off.</summary>
        public async Task<IReadOnlyList<string>> WordsInForce()
        {
            var decided = await db.DangerWords.AsNoTracking().ToDictionaryAsync(w => w.Folded, w => w.OffAt is null);
            return [.. StandardWords.All.Select(w => w.Folded).Where(folded => !decided.ContainsKey(folded))
                .Concat(decided.Where(w => w.Value).Select(w => w.Key)).Distinct()];
        }
    }

    extension(IQueryable<EmergencyNumber> numbers)
    {
        /// <summary>The numbers that clients may see: checked and in use.</summary>
        public IQueryable<EmergencyNumber> Shown() => numbers.Where(n => n.Check != null && n.RetiredAt == null);
    }
}
