using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>What somebody types who looks for a person: names, readings, telephone numbers, the address.</summary>
internal static class PersonMarks
{
    /// <summary>A shorter part says nothing.</summary>
    private const int Shortest = 2;

    extension(OneStopDb db)
    {
        /// <summary>Returns them in the form that is compared: folded, without blanks and hyphens.</summary>
        public async Task<IReadOnlyList<string>> MarksOf(ErasedPerson person)
        {
            var (clients, friends) = (person.Clients, person.Friends);
            var own = await db.Clients.Where(c => clients.Contains(c.Id)).Select(c => new { c.FullName, c.Kana, c.Name, c.Phone }).ToListAsync();
            string?[] all =
            [
                .. own.SelectMany(c => (string?[])[c.FullName, c.Kana, c.Name, c.Phone]),
                .. own.SelectMany(c => (string?[])[c.FullName, c.Kana]).OfType<string>().SelectMany(n => n.Split(' ', '　')), // family and given name
                .. await db.ClientPhones.Where(p => clients.Contains(p.ClientId)).Select(p => p.Number).ToListAsync(),
                .. await db.ClientAddresses.Where(a => clients.Contains(a.ClientId)).Select(a => a.Facts.Rest).ToListAsync(),
                .. await db.Friends.Where(f => friends.Contains(f.Id)).Select(f => f.CalledAs).ToListAsync(),
            ];
            return [.. all.OfType<string>().Select(Compared).Where(w => w.Length >= Shortest).Distinct()];
        }
    }

    /// <summary>Whether words contain a mark, or are a part of one.</summary>
    public static bool Match(string words, IReadOnlyList<string> marks) => Compared(words) is { Length: >= Shortest } sought
        && marks.Any(m => m.Contains(sought, StringComparison.Ordinal) || sought.Contains(m, StringComparison.Ordinal));

    private static string Compared(string words) => Client.Compact(words).Replace("-", "", StringComparison.Ordinal);
}
