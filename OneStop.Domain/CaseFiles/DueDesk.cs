using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.CaseFiles;

/// <summary>A due item as a row on screen.</summary>
/// <param name="Alias">The name of the person on screen; null if it concerns nobody.</param>
/// <param name="ConversationId">The person's conversation; null if there is none.</param>
/// <param name="StaffName">Who has to do it; null if anybody can.</param>
/// <param name="IsStandIn">Whether the reader does it for somebody who is away.</param>
public sealed record DueRow(DueItem Item, string? Alias, Guid? ConversationId, string? StaffName, bool IsStandIn = false) : IShowsPerson
{
    /// <summary>Whether it concerns a person.</summary>
    public bool HasPerson => ConversationId is not null || Item.ClientId is not null;

    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, Item.ClientId ?? Guid.Empty);
}

/// <summary>期限の窓口: what all features want done, the most urgent first.</summary>
[DisplayName("期限")]
public sealed class DueDesk(DeskContext desk, IEnumerable<IDueSource> sources)
{
    /// <summary>The most items of a list.</summary>
    public const int Most = 50;

    /// <summary>How many of a source are read for one member of staff: those for whoever is in charge are others' for the most part.</summary>
    private const int MostRead = 10 * Most;

    /// <summary>How far ahead the lists of 今日 look.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Returns what is due for one client, whenever it is due.</summary>
    [DisplayName("利用者の期限を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<DueRow>> Of(Guid clientId)
    {
        desk.MayDo<DueDesk>();
        return await desk.Open(async db => await db.PersonOf(clientId) is { } person
                ? await Rows(db, new(person, null, DateTimeOffset.MaxValue, desk.Now, Most)) : null,
            _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Returns what the actor has to do within the next days, also for colleagues who are away, what falls to them because they are in charge of the case, and what anybody can do.</summary>
    [DisplayName("自分の期限を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<DueRow>> Mine()
    {
        desk.MayDo<DueDesk>();
        await using var db = await desk.Read();
        var me = desk.Actor.StaffId;
        return await Rows(db, new(null, me, desk.Now + Ahead, desk.Now, Most) { StandsInFor = [.. (await db.WithStoodInFor(me, desk.Now)).Skip(1)] });
    }

    /// <summary>Returns what the whole team has to do within the next days.</summary>
    [DisplayName("全員の期限を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<DueRow>> Team()
    {
        desk.MayDo<DueDesk>();
        await using var db = await desk.Read();
        return await Rows(db, new(null, null, desk.Now + Ahead, desk.Now, Most));
    }

    private async Task<IReadOnlyList<DueRow>> Rows(OneStopDb db, DueQuery query)
    {
        var items = new List<DueItem>();
        foreach (var source in sources)
            items.AddRange(await source.Read(db, query.Staff is null ? query : query with { Take = MostRead }));
        await LeaveToCharge(db, items, query.Staff);
        var urgent = items.OrderBy(i => i.Until).Take(Most).ToList();
        var clients = await ClientsOf(db, urgent);
        var talks = await TalksOf(db, urgent);
        var doers = urgent.Select(i => i.StaffId).OfType<Guid>().Distinct().ToList();
        var staff = await db.Users.Where(s => doers.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
        IReadOnlyList<DueRow> rows = [.. urgent.Select(i => Row(i, clients, talks, i.StaffId is { } doer ? staff.GetValueOrDefault(doer) : null) with
        {
            IsStandIn = i.StaffId is { } absent && query.StandsInFor.Contains(absent),
        })];
        desk.Show([.. rows.Where(r => r.HasPerson)]);
        return rows;
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
