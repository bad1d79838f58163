using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures.Explanations;

namespace OneStop.Domain.Today;

/// <summary>今日の窓口: the service day of whoever holds talks, what is left undone of talks that are over, and the day of the whole team.</summary>
[DisplayName("今日")]
public sealed partial class TodayDesk(DeskContext desk, StaffPresence present)
{
    /// <summary>The most talks of a list of what is missing.</summary>
    public const int MostMissing = 200;

    /// <summary>Returns the actor's own day.</summary>
    [DisplayName("自分の今日を見る")]
    [Allowed(Casework = true)]
    public async Task<MyDay> Mine()
    {
        desk.MayDo<TodayDesk>();
        await using var db = await desk.Read();
        var (me, now, day) = (desk.Actor.StaffId, desk.Now, ServiceDay.TodayAt(desk.Now));
        var mine = await db.WithStoodInFor(me, day.NotBefore(now));
        var talks = await db.Bookings.OnDays(day.Date, day.Date).Where(b => mine.Contains(b.StaffId)).GoneTo(now).ToRows(db).ToListAsync();
        var later = talks.Any(t => t.IsAhead(now)) ? null
            : await db.Bookings.Ahead(day.AddDays(1).Date, now).Where(b => b.StaffId == me).OrderBy(b => b.Slot.Start).Take(1)
                .ToRows(db).SingleOrDefaultAsync();
        var clients = talks.DistinctBy(t => t.ClientId).ToDictionary(t => t.ClientId, t => t.ConversationId);
        desk.Show(later is null ? talks : [.. talks, later]);
        var shift = await db.ShiftOf(me, day);
        return new()
        {
            Day = day,
            Talks = talks,
            Later = later,
            Shift = shift,
            Free = await Free(db, mine, shift, day, now),
            Told = clients.Count == 0 ? new Dictionary<Guid, FourTold>() : await db.FourTold(clients.Keys),
            Words = await db.OwnWordsOf(clients, now.JapaneseDate),
        };
    }

    /// <summary>Returns what is missing of the actor's talks that are over, also for colleagues for whom they stand in.</summary>
    [DisplayName("自分の書きのこしを見る")]
    [Allowed(Casework = true)]
    public async Task<MissingList> Missing()
    {
        desk.MayDo<TodayDesk>();
        await using var db = await desk.Read();
        return await Missing(db, await db.WithStoodInFor(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Returns what is missing of everybody's talks that are over.</summary>
    [DisplayName("全員の書きのこしを見る")]
    [Allowed(Duty.Manager)]
    public async Task<MissingList> AllMissing()
    {
        desk.MayDo<TodayDesk>();
        await using var db = await desk.Read();
        return await Missing(db, null);
    }

    /// <summary>
    /// What the person's shift leaves free from now on. The time before and after a talk counts as taken, also a talk of somebody for whom they stand in.
    /// </summary>
    private static async Task<IReadOnlyList<WorkingTimes.Span>> Free(OneStopDb db, IReadOnlyList<Guid> mine, WorkingTimes shift, ServiceDay day, DateTimeOffset now)
    {
        if (shift.IsOff || (await db.Calendar(day.Date)).HoursOn(day) is not { } hours)
            return [];
        var midnight = BookingCell.IndexOf(day.At(TimeSpan.Zero));
        var taken = await db.Bookings.OnDays(day.Date, day.Date).Where(b => mine.Contains(b.StaffId)).Taking(now)
            .Select(b => new { First = (int)(b.FirstQuarter - midnight), b.Quarters }).ToListAsync();
        var begins = day.TimeOf(now) + TimeSpan.FromMinutes(Slot.Quarter - 1); // the quarter that has begun is no time any more
        var open = shift.Quarters & QuarterHours.Between(begins, hours.Closes) & QuarterHours.Between(hours.Opens, hours.Closes);
        return taken.Aggregate(open, (left, b) => left & ~QuarterHours.Range(b.First, b.First + b.Quarters)).Spans();
    }

    private async Task<MissingList> Missing(OneStopDb db, IReadOnlyList<Guid>? staff)
    {
        var rows = (await db.Bookings.WithoutOutcome(staff, desk.Now).OrderBy(b => b.Slot.Start).Take(MostMissing + 1).ToRows(db).ToListAsync())
            .ConvertAll(b => new MissingWork(b, Lack.Outcome, null));
        if (desk.Actor.SeesSupport)
        {
            var found = await db.RecordMissing(staff).OrderBy(b => b.Slot.Start).Take(MostMissing + 1).ToRows(db).ToListAsync();
            var ids = found.ConvertAll(b => (Guid?)b.Id);
            var drafts = await db.Consultations.Standing().Where(c => ids.Contains(c.BookingId)).ToDictionaryAsync(c => c.BookingId!.Value, c => c.Id);
            rows.AddRange(found.Select(b => drafts.TryGetValue(b.Id, out var draft) ? new MissingWork(b, Lack.Confirmation, draft)
                : new(b, Lack.Record, null)));
        }
        IReadOnlyList<MissingWork> oldest = [.. rows.OrderBy(r => r.Row.Start).ThenBy(r => r.Row.Id).Take(MostMissing)];
        desk.Show([.. oldest.Select(r => r.Row)]);
        return new(oldest, rows.Count > MostMissing);
    }
}
