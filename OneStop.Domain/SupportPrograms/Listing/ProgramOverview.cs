using OneStop.Domain.Safeguards;

namespace OneStop.Domain.SupportPrograms.Listing;

/// <summary>The numbers of a fiscal year, and how the programs stand now.</summary>
/// <param name="Target">The target with its pace; null if no rule names one.</param>
/// <param name="Months">The twelve months, in order.</param>
/// <param name="Approvals">Who waits for an approval, the longest first.</param>
/// <param name="Outcomes">How the programs of the year ended; only reasons that occur.</param>
/// <param name="Rule">How 策定件数 is counted, in the words of the count itself.</param>
/// <param name="RevisedRule">How 再策定件数 is counted.</param>
public sealed record ProgramOverview(FiscalYear Year, DateOnly Today, YearTarget? Target, IReadOnlyList<ProgramMonth> Months,
    IReadOnlyList<ApprovalWait> Approvals, IReadOnlyList<ProgramOutcome> Outcomes, IReadOnlyList<PlannerLoad> Planners, string Rule, string RevisedRule)
{
    /// <summary>策定件数 of the year.</summary>
    public int Established => Months.Sum(m => m.Established);

    /// <summary>再策定件数 of the year, counted apart.</summary>
    public int Revised => Months.Sum(m => m.Revised);

    /// <summary>The programs of the year that ended after they were established: of these the shares are taken.</summary>
    public int Ended => Outcomes.Where(o => o.Reason != ProgramEndReason.NotBegun).Sum(o => o.Count);

    /// <summary>The share of an outcome among the programs that were established; null for what was never begun, or if none ended.</summary>
    public decimal? ShareOf(ProgramOutcome outcome) =>
        outcome.Reason == ProgramEndReason.NotBegun || Ended == 0 ? null : (decimal)outcome.Count / Ended;
}

/// <summary>
/// The target of a fiscal year. It stays whole in the first year, of which only six months are counted; what is expected by a day is reckoned from the
/// first day that counts, so that the months before the service began do not look like a delay.
/// </summary>
/// <param name="Begins">The first day that counts.</param>
/// <param name="Ends">The last day of the year.</param>
/// <param name="IsConfirmed">Whether the target was looked up in the last twelve months.</param>
public sealed record YearTarget(int Count, DateOnly Begins, DateOnly Ends, bool IsConfirmed)
{
    /// <summary>How many programs are expected by the end of a day, at an even pace; from 0 to the target.</summary>
    public decimal ExpectedBy(DateOnly day) =>
        Count * (decimal)Math.Clamp(day.DayNumber - Begins.DayNumber + 1, 0, Days) / Days;

    /// <summary>Whether the year is counted only in part.</summary>
    public bool IsPart => Begins > FiscalYear.Of(Ends).First;

    private int Days => Ends.DayNumber - Begins.DayNumber + 1;
}

/// <summary>A month of the year.</summary>
/// <param name="First">Its first day.</param>
public sealed record ProgramMonth(DateOnly First, int Established, int Revised)
{
    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
}

/// <summary>A version that waits for the approval of a second person.</summary>
/// <param name="AskedBy">Who asked for it, by name.</param>
public sealed record ApprovalWait(ProgramRow Program, DateTimeOffset AskedAt, string AskedBy) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ((IShowsPerson)Program).Shown;
}

/// <summary>How many programs ended for a reason.</summary>
public sealed record ProgramOutcome(ProgramEndReason Reason, int Count);

/// <summary>The programs of a planner.</summary>
/// <param name="Preparing">Not established yet.</param>
/// <param name="Overdue">Running, and the review is overdue.</param>
/// <param name="Aftercare">Ended, and still looked after.</param>
public sealed record PlannerLoad(Planner Planner, int Preparing, int Running, int Overdue, int Aftercare);

/// <summary>A row behind a count.</summary>
/// <param name="Day">The day by which it is counted.</param>
/// <param name="Edition">The version that counts.</param>
/// <param name="EnteredOn">あとから入れた: the day of the entry, if the paper was signed before it: a month that was reported may have grown; else null.</param>
public sealed record CountedProgram(DateOnly Day, int Edition, ProgramRow Program, DateOnly? EnteredOn) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ((IShowsPerson)Program).Shown;
}
