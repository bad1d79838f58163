using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures;

/// <summary>Whose rows are erased, by ids only: a client with all entries merged into them, and their telephones in LINE.</summary>
/// <param name="Clients">The client first, then the merged ones.</param>
/// <param name="Friends">The friends, now and before.</param>
public sealed record ErasedPerson(IReadOnlyList<Guid> Clients, IReadOnlyList<Guid> Friends)
{
    /// <summary>The ids under which the person stands in the audit trail.</summary>
    public IReadOnlyList<Guid> All => [.. Clients, .. Friends];
}

/// <summary>Finds everything that is the person.</summary>
internal static class ErasedPeople
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the person of a client. A telephone that another client uses, or has used, is not theirs: it was linked wrongly once, and its talk is
        /// somebody else's.
        /// </summary>
        public async Task<ErasedPerson> ErasedPersonOf(Guid clientId)
        {
            var clients = new List<Guid> { clientId };
            for (var from = 0; from < clients.Count;)
            {
                var into = clients[from..];
                from = clients.Count;
                clients.AddRange(await db.Clients.Where(c => c.MergedIntoId != null && into.Contains(c.MergedIntoId.Value)).Select(c => c.Id).ToListAsync());
            }
            var used = db.Clients.Where(c => c.FriendId != null).Select(c => new { ClientId = c.Id, FriendId = c.FriendId!.Value });
            var links = used.Concat(db.FormerFriends.Select(f => new { f.ClientId, f.FriendId }));
            var theirs = await links.Where(l => clients.Contains(l.ClientId)).Select(l => l.FriendId).Distinct().ToListAsync();
            var shared = await links.Where(l => theirs.Contains(l.FriendId) && !clients.Contains(l.ClientId)).Select(l => l.FriendId).ToListAsync();
            return new(clients, [.. theirs.Except(shared)]);
        }

        /// <summary>Marks the person's entries as being deleted: from the save on, staff cannot change them, nor merge them with another person's.</summary>
        public async Task CloseToStaff(ErasedPerson person, DateTimeOffset now)
        {
            foreach (var client in await db.Clients.Where(c => person.Clients.Contains(c.Id)).ToListAsync())
                client.Erase(now);
        }
    }
}
