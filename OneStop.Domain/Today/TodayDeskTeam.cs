using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Today;

/// <summary>The day of the whole team, for managers.</summary>
public sealed partial class TodayDesk
{
    /// <summary>Returns the team's talks, and the coming bookings that nobody can hold.</summary>
    [DisplayName("全員の今日を見る")]
    [Allowed(Duty.Manager)]
    public async Task<TeamDay> Team()
    {
        desk.MayDo<TodayDesk>();
        await using var db = await desk.Read();
        var (now, day) = (desk.Now, ServiceDay.Of(desk.Now));
        var talks = (await db.Bookings.OnDays(day.Date, day.Date).GoneTo(now).ToRows(db).ToListAsync()).FindAll(t => t.IsAhead(now));
        var unheld = await Unheld(db, now);
        desk.Show([.. talks, .. unheld.Select(u => u.Row)]);
        return new(day, talks, unheld);
    }

    /// <summary>
    /// Returns everybody with a shift, a talk or an absence today: first who is on duty, then who comes, who was, and who is away.
    /// </summary>
    [DisplayName("だれが勤務しているかを見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<TeamMember>> OnDuty()
    {
        desk.MayDo<TodayDesk>();
        await using var db = await desk.Read();
        var (now, day) = (desk.Now, ServiceDay.Of(desk.Now));
        var talks = await db.Bookings.OnDays(day.Date, day.Date).GoneTo(now).Where(b => b.Slot.Start <= now && b.Slot.End > now && b.State != BookingState.Missed)
            .ToRows(db).ToListAsync();
        desk.Show(talks);
        var on = talks.DistinctBy(t => t.StaffId).ToDictionary(t => t.StaffId);
        var (roster, away) = (await db.RosterOf(day.Date, day.Date), await db.AwayAt(now));
        return [.. (await db.ShiftWorkers())
            .Select(s => new TeamMember(s.Id, s.Name, roster.Of(s.Id, day), away.Of(s.Id), present.Has(s.Id), on.GetValueOrDefault(s.Id)))
            .Where(m => !m.Shift.IsOff || m.Away is not null || m.Talk is not null).OrderBy(m => Place(m, now)).ThenBy(m => m.ComesAt(now)?.From)];
    }

    private static int Place(TeamMember member, DateTimeOffset now) =>
        member.OnDutyAt(now) is not null ? 0 : member.ComesAt(now) is not null ? 1 : member.Away is null ? 2 : 3;

    /// <summary>Looks at the times of all coming bookings, and reads the rows of those that fit nobody.</summary>
    private static async Task<IReadOnlyList<UnheldTalk>> Unheld(OneStopDb db, DateTimeOffset now)
    {
        var ahead = await db.Bookings.Ahead(ServiceDay.Of(now).Date, now)
            .Select(b => new { b.Id, b.StaffId, b.Method, b.Slot.Start, b.Slot.End, b.Day.ServiceDay }).ToListAsync();
        if (ahead.Count == 0)
            return [];
        var (first, last) = (ahead.Min(b => b.ServiceDay), ahead.Max(b => b.ServiceDay));
        var (calendar, roster) = (await db.Calendar(first), await db.RosterOf(first, last));
        var here = (await db.Users.AsNoTracking().WorkingHere().Select(s => s.Id).ToListAsync()).ToHashSet();
        var absences = await db.Absences.AsNoTracking().Where(a => a.From <= last && (a.Until == null || a.Until >= first)).ToListAsync();
        var why = ahead.Select(b => (b.Id, Why: WhyOf(b.StaffId, b.ServiceDay, new Slot(b.Start, (int)(b.End - b.Start).TotalMinutes), b.Method)))
            .Where(b => b.Why is not null).ToDictionary(b => b.Id, b => b.Why!.Value);
        return why.Count == 0 ? []
            : (await db.Bookings.Where(b => why.Keys.Contains(b.Id)).ToRows(db).ToListAsync()).ConvertAll(r => new UnheldTalk(r, why[r.Id]));

        Unheld? WhyOf(Guid staffId, DateOnly date, Slot slot, ContactMethod method) =>
            !here.Contains(staffId) ? Today.Unheld.Left
            : !calendar.Covers(slot, method) ? Today.Unheld.OutsideHours
            : absences.Find(a => a.StaffId == staffId && a.Covers(date)) is { } absence && !absence.Substitutes.Any(s => IsHere(s, date)) ? Today.Unheld.Away
            : !roster.Of(staffId, slot.Day).Cover(slot) ? Today.Unheld.OutsideShift
            : null;

        bool IsHere(Guid staffId, DateOnly date) => here.Contains(staffId) && !absences.Exists(a => a.StaffId == staffId && a.Covers(date));
    }
}
