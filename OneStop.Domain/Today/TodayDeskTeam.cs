using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
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
        var (now, day) = (desk.Now, ServiceDay.TodayAt(desk.Now));
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
        var (now, day) = (desk.Now, ServiceDay.TodayAt(desk.Now));
        var talks = await db.Bookings.OnDays(ServiceDay.Of(now).Date, day.Date).GoneTo(now).OnAt(now).ToRows(db).ToListAsync();
        desk.Show(talks);
        var on = talks.OrderByDescending(t => t.IsTalking).DistinctBy(t => t.StaffId).ToDictionary(t => t.StaffId);
        var (roster, away) = (await db.RosterOf(day.Date, day.Date), await db.AwayAt(day.NotBefore(now)));
        return [.. (await db.ShiftWorkers())
            .Select(s => new TeamMember(s.Id, s.Name, roster.Of(s.Id, day), away.Of(s.Id), present.Has(s.Id), on.GetValueOrDefault(s.Id)))
            .Where(m => !m.Shift.IsOff || m.Away is not null || m.Talk is not null).OrderBy(m => Place(m, now)).ThenBy(m => m.ComesAt(now)?.From)];
    }

    private static int Place(TeamMember member, DateTimeOffset now) =>
        member.OnDutyAt(now) is not null ? 0 : member.ComesAt(now) is not null ? 1 : member.Away is null ? 2 : 3;

    /// <summary>Looks at the times of all coming bookings, and reads the rows of those that fit nobody.</summary>
    private static async Task<IReadOnlyList<UnheldTalk>> Unheld(OneStopDb db, DateTimeOffset now)
    {
        var ahead = await db.Bookings.ToBeHeld(now).ToListAsync();
        if (ahead.Count == 0)
            return [];
        var holders = await Holders.Read(db, ahead, now);
        var why = ahead.Select(b => (b.Id, Why: holders.WhyNot(b))).Where(b => b.Why is not null).ToDictionary(b => b.Id, b => b.Why!.Value);
        return why.Count == 0 ? []
            : (await db.Bookings.Where(b => why.Keys.Contains(b.Id)).ToRows(db).ToListAsync()).ConvertAll(r => new UnheldTalk(r, why[r.Id]));
    }
}
