using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Employers;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Outreach;

/// <summary>What somebody who seeks openings does today.</summary>
/// <param name="Due">The employers whose next action is overdue or soon, the most urgent first; without those that promised an answer.</param>
/// <param name="Promised">The employers that promised an answer by now or soon.</param>
/// <param name="Free">How many employers somebody is at work on, of which nobody is in charge.</param>
public sealed record OutreachDay(IReadOnlyList<EmployerRow> Due, IReadOnlyList<EmployerRow> Promised, int Free);

/// <summary>開拓の今日の窓口: calls due and promised answers. It names no client.</summary>
[DisplayName("開拓の今日")]
public sealed class OutreachDayDesk(DeskContext desk, EmployerCare care)
{
    /// <summary>The most rows of a list.</summary>
    public const int Most = 30;

    /// <summary>Returns what is due with the employers of which the actor is in charge; managers see those of everybody.</summary>
    [DisplayName("開拓の今日を見る")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public async Task<OutreachDay> Mine()
    {
        desk.MayDo<OutreachDayDesk>();
        await using var db = await desk.Read();
        var (today, me) = (desk.Now.JapaneseDate, desk.Actor.StaffId);
        var mine = desk.Actor.Duties.Any(d => d is Duty.PlacementOfficer or Duty.OutreachOfficer)
            ? db.Employers.AsNoTracking().Standing().Where(e => e.InChargeId == me)
            : db.Employers.AsNoTracking().Standing();
        var soon = today.AddDays(NextUrgencies.DaysOfSoon);
        var due = mine.Where(e => e.NextOn != null && e.NextOn <= soon);
        var calls = await due.Where(e => e.NextStep != OutreachStep.AwaitAnswer).Sorted(null, false).Take(Most).ToRows(db).ToListAsync();
        var promised = await due.Where(e => e.NextStep == OutreachStep.AwaitAnswer).Sorted(null, false).Take(Most).ToRows(db).ToListAsync();
        var free = await db.Employers.Standing().CountAsync(e => e.InChargeId == null && e.Stage != EmployerStage.Dormant && e.Stage != EmployerStage.Declined);
        return new(await care.Marked(calls), await care.Marked(promised), free);
    }
}
