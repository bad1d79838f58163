using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>経過の窓口: everything that the features know of a client, in one order.</summary>
[DisplayName("経過")]
public sealed class TimelineDesk(DeskContext desk, AuditKey key, IEnumerable<ITimelineSource> sources)
{
    /// <summary>The number of entries that are read at a time.</summary>
    public const int PageSize = 25; // drawing as many takes the browser well under 50 ms

    /// <summary>The kinds of entries, for the filter.</summary>
    public IReadOnlyList<TimelineKind> Kinds { get; } = [.. sources.SelectMany(s => s.Kinds)];

    /// <summary>Reads a part of the timeline and records the look; a search is recorded as one.</summary>
    /// <param name="from">Where the part begins; null for the newest entries.</param>
    /// <returns>Null if there is no such client.</returns>
    [DisplayName("経過を見る")]
    [Allowed(Casework = true)]
    public Task<TimelinePart?> Read(Guid clientId, TimelineFilter filter, TimelinePlace? from = null)
    {
        desk.MayDo<TimelineDesk>();
        return desk.Open(async db =>
        {
            if (await db.PersonOf(clientId) is not { } person)
                return null;
            if (filter.Words.Trim() is { Length: > 0 } words && from is null)
                await db.RecordTyped(nameof(Client), words, key, desk.Now);
            var (entries, next) = await sources.Read(db, person, filter, from ?? new(DateTimeOffset.MaxValue, 0), PageSize);
            return new TimelinePart(await Rows(db, clientId, entries), next, await db.BeginOf(person));
        }, _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns the pinned entries, newest first.</summary>
    [DisplayName("ピンどめを見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TimelineRow>> Pinned(Guid clientId)
    {
        desk.MayDo<TimelineDesk>();
        return await desk.Open(async db => await db.PersonOf(clientId) is { } person
                ? await Rows(db, clientId, await sources.PinnedOf(db, clientId, person)) : null,
            _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>ピンでとめる.</summary>
    /// <exception cref="RuleException">The client has the most pins already, or the entry does not exist any more.</exception>
    [DisplayName("ピンでとめる")]
    [Allowed(Casework = true)]
    public async Task Pin(Guid clientId, string kind, Guid entryId, DateTimeOffset at)
    {
        desk.MayDo<TimelineDesk>();
        await desk.Change(async db =>
        {
            if (await db.TimelinePins.AnyAsync(p => p.ClientId == clientId && p.Kind == kind && p.EntryId == entryId))
                return;
            if (await db.TimelinePins.CountAsync(p => p.ClientId == clientId) >= TimelinePin.Most)
                throw new RuleException($"ピンは{TimelinePin.Most}件までです。どれかを外してから、とめてください。");
            var entry = await db.PersonOf(clientId) is { } person ? await sources.Find(db, person, kind, entryId, at) : null;
            db.TimelinePins.Add(TimelinePin.Of(clientId, entry ?? throw new RuleException("この記録は、もうありません。"), desk.Actor.StaffId, desk.Now));
        });
    }

    /// <summary>ピンを外す.</summary>
    [DisplayName("ピンを外す")]
    [Allowed(Casework = true)]
    public async Task Unpin(Guid clientId, string kind, Guid entryId)
    {
        desk.MayDo<TimelineDesk>();
        await desk.Change(async db => db.TimelinePins.RemoveRange(
            await db.TimelinePins.Where(p => p.ClientId == clientId && p.Kind == kind && p.EntryId == entryId).ToListAsync()));
    }

    private static async Task<IReadOnlyList<TimelineRow>> Rows(OneStopDb db, Guid clientId, IReadOnlyList<TimelineEntry> entries)
    {
        var staff = entries.Select(e => e.StaffId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(s => staff.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name);
        var pins = (await db.TimelinePins.Where(p => p.ClientId == clientId).Select(p => new { p.Kind, p.EntryId }).ToListAsync())
            .Select(p => (p.Kind, p.EntryId)).ToHashSet();
        return [.. entries.Select(e => new TimelineRow(e, e.StaffId is { } id ? names.GetValueOrDefault(id) : null, pins.Contains((e.Kind, e.Id))))];
    }
}
