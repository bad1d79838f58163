using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Duplicates;

/// <summary>Finds clients who may be the same person.</summary>
internal static class DuplicateQueries
{
    /// <summary>The most hits that are shown: more would not be read.</summary>
    public const int MostHits = 20;

    private const int MostCandidates = 300;

    extension(OneStopDb db)
    {
        /// <summary>Returns the clients who may be the person, the strongest reason first.</summary>
        /// <param name="but">A client who is not meant: the person themselves.</param>
        public async Task<IReadOnlyList<(Guid Id, DuplicateReason Reason)>> Alike(PersonTraits person, Guid? but = null)
        {
            var (phones, birthDate) = (person.Phones.ToList(), person.BirthDate);
            var candidates = db.Clients.Where(c => phones.Contains(c.Phone!)
                || db.ClientPhones.Any(p => p.ClientId == c.Id && phones.Contains(p.Number)) || (birthDate != null && c.BirthDate == birthDate));
            foreach (var name in person.Names.Append(person.Reading).Where(n => n.Length >= PersonTraits.FewestCharacters).Distinct())
                candidates = candidates.Union(db.Clients.Where(c => c.FoldedFullName!.Contains(name) || c.FoldedKana!.Contains(name)
                    || c.FoldedName!.Contains(name) || db.Friends.Any(f => f.Id == c.FriendId && f.FoldedName!.Contains(name))));
            var likely = candidates.Standing.Where(c => c.Id != but).Take(MostCandidates);
            return [.. (await db.TraitsOf(likely)).Select(c => (c.Id, Reason: c.Traits.ReasonWith(person)))
                .Where(c => c.Reason is not null).Select(c => (c.Id, c.Reason!.Value)).OrderBy(c => c.Value).Take(MostHits)];
        }

        /// <summary>Returns what clients are compared by.</summary>
        public async Task<IReadOnlyList<(Guid Id, PersonTraits Traits)>> TraitsOf(IQueryable<Client> clients)
        {
            var rows = await (from c in clients
                              join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
                              from f in friends.DefaultIfEmpty()
                              select new { c.Id, c.FullName, c.Name, CalledAs = f == null ? null : f.CalledAs, c.FoldedKana, c.Phone, c.BirthDate })
                .ToListAsync();
            var numbers = from p in db.ClientPhones
                          where clients.Any(c => c.Id == p.ClientId)
                          select new { p.ClientId, p.Number };
            var further = (await numbers.ToListAsync()).ToLookup(p => p.ClientId, p => p.Number);
            return [.. rows.Select(r => (r.Id, new PersonTraits(PersonTraits.Known(r.FullName, r.Name, r.CalledAs), r.FoldedKana ?? "",
                r.Phone is null ? [.. further[r.Id]] : [r.Phone, .. further[r.Id]], r.BirthDate)))];
        }
    }
}
