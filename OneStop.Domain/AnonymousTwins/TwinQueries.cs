using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>Queries over twins, and what is known of a person for making one.</summary>
public static class TwinQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Outdates the twins of a text that is being changed; called in the same save.</summary>
        /// <param name="kind">The kind of the text (<see cref="ICourseTextSource.Kind"/>).</param>
        public async Task OutdateTwins(string kind, Guid sourceId, DateTimeOffset now)
        {
            foreach (var twin in await db.AnonymousTwins.Where(t => t.Kind == kind && t.SourceId == sourceId && t.OutdatedAt == null).ToListAsync())
                twin.Outdate(now);
        }

        /// <summary>Returns all that is known of a client and of those around them, to be found in texts.</summary>
        internal async Task<KnownFacts> KnownOf(Guid clientId)
        {
            var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == clientId);
            var called = await db.Friends.Where(f => f.Id == client.FriendId).Select(f => f.CalledAs).SingleOrDefaultAsync();
            var address = await db.Set<ClientAddress>().Where(a => a.ClientId == clientId).Select(a => a.Facts.Rest).SingleOrDefaultAsync();
            var phones = await db.ClientPhones.Where(p => p.ClientId == clientId).Select(p => p.Number).ToListAsync();
            var learnt = await db.LearntWords.AsNoTracking().Where(w => w.ClientId == clientId).ToListAsync();
            IEnumerable<KnownWord?> words =
            [
                .. learnt.Select(w => new KnownWord(w.Kind, w.Text, w.Replacement)),
                .. ((string?[])[client.FullName, client.Kana, client.Name, called]).Select(n => Word(IdentifierKind.Name, n, "本人")),
                .. phones.Append(client.Phone).Select(p => Word(IdentifierKind.Phone, p is null ? null : PhoneNumber.Say(p))),
                Word(IdentifierKind.Place, address),
                .. (await db.Users.Select(u => u.Name).ToListAsync()).Select(n => Word(IdentifierKind.Staff, n)),
                .. (await db.Partners.Select(p => p.Name).ToListAsync()).Select(n => Word(IdentifierKind.Office, n)),
            ];
            return new([.. words.OfType<KnownWord>()], client.BornAt.JapaneseDate);
        }

        /// <summary>Returns the number of a client in a month, and draws one if there is none.</summary>
        internal async Task<int> NumberIn(DateOnly month, Guid clientId)
        {
            if (await db.MonthNumbers.SingleOrDefaultAsync(n => n.Month == month && n.ClientId == clientId) is { } known)
                return known.Number;
            var taken = (await db.MonthNumbers.Where(n => n.Month == month).Select(n => n.Number).ToListAsync()).ToHashSet();
            int number;
            do
                number = RandomNumberGenerator.GetInt32(1, MonthNumber.Most + 1);
            while (taken.Contains(number));
            db.Add(MonthNumber.Of(month, clientId, number));
            return number;
        }
    }

    private static KnownWord? Word(IdentifierKind kind, string? text, string? replacement = null) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length < 2 ? null : new(kind, text.Trim(), replacement);
}
