using System.ComponentModel;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
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
    /// <param name="besides">Leaves out what 今日 shows in panels of its own (<see cref="DueQuery.BesidesToday"/>).</param>
    [DisplayName("自分の期限を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<DueRow>> Mine(bool besides = false)
    {
        desk.MayDo<DueDesk>();
        await using var db = await desk.Read();
        var me = desk.Actor.StaffId;
        return await Rows(db, new(null, me, desk.Now + Ahead, desk.Now, Most)
        {
            StandsInFor = [.. (await db.WithStoodInFor(me, desk.Now)).Skip(1)],
            BesidesToday = besides,
        });
    }

    /// <summary>Returns what the whole team has to do within the next days.</summary>
    /// <inheritdoc cref="Mine" path="/param"/>
    [DisplayName("全員の期限を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<DueRow>> Team(bool besides = false)
    {
        desk.MayDo<DueDesk>();
        await using var db = await desk.Read();
        return await Rows(db, new(null, null, desk.Now + Ahead, desk.Now, Most) { BesidesToday = besides });
    }

    private async Task<IReadOnlyList<DueRow>> Rows(OneStopDb db, DueQuery query)
    {
        var rows = await sources.Rows(db, query);
        desk.Show([.. rows.Where(r => r.HasPerson)]);
        return rows;
    }
}
