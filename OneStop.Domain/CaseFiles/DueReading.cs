using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CaseFiles;

/// <summary>Puts what the features want done into one order, with the names for the screen.</summary>
internal static class DueReading
{
    /// <summary>How many of a source are read for one member of staff: those for whoever is in charge are others' for the most part.</summary>
    private const int MostRead = 10 * DueDesk.Most;

    extension(IEnumerable<IDueSource> sources)
    {
        /// <summary>Returns the most urgent items as rows.</summary>
        public async Task<IReadOnlyList<DueRow>> Rows(OneStopDb db, DueQuery query)
        {
            var items = new List<DueItem>();
            foreach (var source in sources)
                items.AddRange(await source.Read(db, query.Staff is null ? query : query with { Take = MostRead }));
            await LeaveToCharge(db, items, query.Staff);
            var urgent = items.OrderBy(i => i.Until).Take(DueDesk.Most).ToList();
            var clients = await ClientsOf(db, urgent);
            var talks = await TalksOf(db, urgent);
            var doers = urgent.Select(i => i.StaffId).OfType<Guid>().Distinct().ToList();
            var staff = await db.Users.Where(s => doers.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
            return [.. urgent.Select(i => Row(i, clients, talks, i.StaffId is { } doer ? staff.GetValueOrDefault(doer) : null) with
            {
                IsStandIn = i.StaffId is { } absent && query.StandsInFor.Contains(absent),
            })];
        }
    }

    /// <summary>Gives items that fall to the person in charge to that person, and removes those of others than whose items are read.</summary>
    private static async Task LeaveToCharge(OneStopDb db, List<DueItem> items, IReadOnlyList<Guid>? staff)
    {
        var ids = items.Where(IsOpen).Select(i => i.ClientId!.Value).Distinct().ToList();
        if (ids.Count == 0)
            return;
        var charges = await (from a in db.CaseAssignments.Where(a => a.Until == null && ids.Contains(a.ClientId))
                             join member in db.Users.WorkingHere() on a.StaffId equals member.Id // what a leaver had to do is for anybody
                             select new { a.ClientId, Member = member }).ToDictionaryAsync(c => c.ClientId, c => c.Member);
        for (var i = 0; i < items.Count; i++)
            if (IsOpen(items[i]) && charges.TryGetValue(items[i].ClientId!.Value, out var charge)
                && charge.Duties.Any(d => items[i].IsForSupport ? d.SeesSupport : d.SeesPeople))
                items[i] = items[i] with { StaffId = charge.Id };
        if (staff is not null)
            items.RemoveAll(i => i.FallsToCharge && i.StaffId is { } doer && !staff.Contains(doer));

        static bool IsOpen(DueItem item) => item is { FallsToCharge: true, StaffId: null, ClientId: not null };
    }

    private static DueRow Row(DueItem item, Dictionary<Guid, ClientRow> clients, Dictionary<Guid, string> talks, string? staffName) =>
        item.ClientId is { } id && clients.GetValueOrDefault(id) is { } client ? new(item, client.Alias, client.ConversationId, staffName)
        : new(item, item.ConversationId is { } talk ? talks.GetValueOrDefault(talk) : null, item.ConversationId, staffName);

    private static async Task<Dictionary<Guid, ClientRow>> ClientsOf(OneStopDb db, List<DueItem> items)
    {
        var ids = items.Select(i => i.ClientId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Clients.Where(c => ids.Contains(c.Id)).ToRows(db).ToDictionaryAsync(c => c.Id);
    }

    private static async Task<Dictionary<Guid, string>> TalksOf(OneStopDb db, List<DueItem> items)
    {
        var ids = items.Where(i => i.ClientId is null).Select(i => i.ConversationId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? []
            : await db.Conversations.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Friend.Number, c.Friend.CalledAs })
                .ToDictionaryAsync(c => c.Id, c => Friend.AliasOf(c.Number, c.CalledAs));
    }
}
