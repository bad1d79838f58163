using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Indicators;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Conditions;

namespace OneStop.Domain.SupportPrograms.Listing;

/// <content>What a manager watches: the count against the target, approvals that wait, outcomes, and who has how many.</content>
public sealed partial class ProgramListDesk
{
    /// <summary>The codes of the two counts.</summary>
    public const string Established = "programs-established", Revised = "programs-revised";

    private const int MostYearsAway = 20;

    /// <summary>Returns the numbers of a fiscal year.</summary>
    /// <param name="year">The year in which it begins; null for the present one.</param>
    [DisplayName("プログラムの実績を見る")]
    [Allowed(Duty.Manager)]
    public async Task<ProgramOverview> Overview(int? year = null)
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        var (now, today) = (desk.Now, ServiceDay.Of(desk.Now).Date);
        var present = FiscalYear.Of(today);
        var asked = year is { } begins && Math.Abs((long)begins - present.Begins) <= MostYearsAway ? new FiscalYear(begins) : present;
        return new(asked, today, await TargetOf(db, asked, today, now), await MonthsOf(db, asked), desk.Show(await ApprovalsOf(db)),
            await OutcomesOf(db, asked), await LoadsOf(db, today), SourceOf(Established).Indicator.Rule, SourceOf(Revised).Indicator.Rule);
    }

    /// <summary>Returns the rows behind a count, the latest first.</summary>
    /// <param name="code"><see cref="Established"/> or <see cref="Revised"/>.</param>
    /// <param name="until">The last day, included.</param>
    [DisplayName("策定件数の内訳を見る")]
    [Allowed(Duty.Manager)]
    public async Task<IReadOnlyList<CountedProgram>> Counted(string code, DateOnly from, DateOnly until)
    {
        desk.MayDo<ProgramListDesk>();
        await using var db = await desk.Read();
        var counted = await SourceOf(code).Rows(db, from, until).ToListAsync();
        var ids = counted.Select(c => c.Id).ToList();
        var versions = await db.ProgramVersions.Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.ProgramId, v.Number })
            .ToDictionaryAsync(v => v.Id, v => (v.ProgramId, v.Number));
        var programs = counted.Select(c => ProgramOf(c.Id).ProgramId).Distinct().ToList();
        var entered = (await db.ProgramVersions.Where(v => programs.Contains(v.ProgramId) && v.Confirmation != null)
            .Select(v => new { v.ProgramId, v.Number, v.Confirmation!.At }).ToListAsync())
            .ToDictionary(v => (v.ProgramId, v.Number), v => ServiceDay.Of(v.At).Date);
        var rows = await db.SupportPrograms.Where(p => programs.Contains(p.Id)).ToRows(db).ToDictionaryAsync(p => p.Id);
        return desk.Show([.. from c in counted
                             let program = ProgramOf(c.Id)
                             where rows.ContainsKey(program.ProgramId)
                             orderby c.Day descending, program.ProgramId
                             select new CountedProgram(c.Day, program.Number, rows[program.ProgramId],
                                 entered.TryGetValue(program, out var day) && day > c.Day ? day : null)]);

        (Guid ProgramId, int Number) ProgramOf(Guid id) => versions.TryGetValue(id, out var version) ? version : (id, 1); // the first count names the program
    }

    private IIndicatorSource SourceOf(string code) => indicators.Single(s => s.Indicator.Code == code && code is Established or Revised);

    private static async Task<YearTarget?> TargetOf(OneStopDb db, FiscalYear year, DateOnly today, DateTimeOffset now)
    {
        var day = today < year.First ? year.First : today > year.Last ? year.Last : today;
        if ((await db.RulesOn(day, now)).Find(ProgramRules.YearTarget) is not { } rule)
            return null;
        var first = await db.RuleValues.Where(v => v.RuleId == rule.Rule.Id).MinAsync(v => v.EffectiveFrom);
        return new((int)rule.Number, first > year.First ? first : year.First, year.Last, rule.IsConfirmed(now));
    }

    private async Task<IReadOnlyList<ProgramMonth>> MonthsOf(OneStopDb db, FiscalYear year)
    {
        var established = await Days(Established);
        var revised = await Days(Revised);
        return [.. year.Months.Select(month => new ProgramMonth(month, established.Count(d => IsIn(d, month)), revised.Count(d => IsIn(d, month))))];

        Task<List<DateOnly>> Days(string code) => SourceOf(code).Rows(db, year.First, year.Last).Select(r => r.Day).ToListAsync();
    }

    private static bool IsIn(DateOnly day, DateOnly month) => day >= month && day < month.AddMonths(1);

    private static async Task<IReadOnlyList<ApprovalWait>> ApprovalsOf(OneStopDb db)
    {
        var asked = await db.AskedVersions().ToListAsync();
        var (ids, askers) = (asked.ConvertAll(v => v.ProgramId), asked.ConvertAll(v => v.AskedBy));
        var names = await db.Users.Where(u => askers.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
        var rows = await db.SupportPrograms.Where(p => ids.Contains(p.Id)).ToRows(db).ToDictionaryAsync(p => p.Id);
        return [.. from v in asked
                   where v is { AskedAt: not null, AskedBy: not null }
                   orderby v.AskedAt
                   select new ApprovalWait(rows[v.ProgramId], v.AskedAt!.Value, names[v.AskedBy!.Value])];
    }

    private static async Task<IReadOnlyList<ProgramOutcome>> OutcomesOf(OneStopDb db, FiscalYear year)
    {
        var (first, last) = (year.First, year.Last);
        var reasons = await db.SupportPrograms.Where(p => p.End!.On >= first && p.End!.On <= last).Select(p => p.End!.Reason).ToListAsync();
        return [.. reasons.CountBy(r => r).OrderBy(r => r.Key).Select(r => new ProgramOutcome(r.Key, r.Value))];
    }

    private static async Task<IReadOnlyList<PlannerLoad>> LoadsOf(OneStopDb db, DateOnly today)
    {
        var programs = await (from p in db.SupportPrograms.Standing(db)
                              where p.State != ProgramState.Ended
                              join u in db.Users on p.PlannerId equals u.Id
                              select new { u.Id, u.Name, u.LeftAt, p.State, p.NextReviewOn }).ToListAsync();
        return [.. from p in programs
                   group p by new Planner(p.Id, p.Name, p.LeftAt is null) into mine
                   orderby mine.Key.Name
                   select new PlannerLoad(mine.Key, mine.Count(p => p.State.IsPreparing), mine.Count(p => p.State == ProgramState.Running),
                       mine.Count(p => p.State == ProgramState.Running && p.NextReviewOn < today), mine.Count(p => p.State == ProgramState.Aftercare))];
    }
}
