using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Benefits;

/// <summary>The income after a job began, beside the one on the day of establishment.</summary>
public enum IncomeBeside
{
    /// <summary>One of the two is not known.</summary>
    Unknown,

    /// <summary>The person had no work on the day of establishment, so that any job counts.</summary>
    HadNoWork,

    Higher,

    /// <summary>The same, or lower.</summary>
    NotHigher,
}

/// <summary>What is due by a date.</summary>
public enum BenefitDateKind
{
    /// <summary>The last day on which a job, or one with a higher income, can begin after the loan.</summary>
    JobBegunBy,

    /// <summary>The day until which the job has to go on.</summary>
    JobKeptUntil,
}

/// <summary>How a date stands.</summary>
public enum BenefitDateState
{
    /// <summary>It still has to be looked at.</summary>
    Open,

    /// <summary>A job of these entries meets it, as far as we can see; nobody but the office decides it.</summary>
    Met,

    /// <summary>確かめた: staff have settled it.</summary>
    Settled,

    /// <summary>The job ended before it.</summary>
    Ended,
}

/// <summary>A date that an entry makes due.</summary>
/// <param name="EventId">The loan or the job.</param>
/// <param name="Years">The years in force when it began; null if no rule was.</param>
/// <param name="Day">The last day; null if the years are not known.</param>
public sealed record BenefitDate(Guid EventId, BenefitDateKind Kind, int? Years, DateOnly? Day, BenefitDateState State)
{
    /// <summary>From when the work is looked at, while something can still be done; null if it is not, or was looked at.</summary>
    public DateOnly? RemindOn { get; init; }

    public bool IsOpen => State == BenefitDateState.Open;

    /// <summary>Whether it can be settled: not before its day, because until then it can still be met or missed.</summary>
    public bool MaySettle(DateOnly today) => IsOpen && Day <= today;

    /// <summary>早めの確認: whether it is time to look at the work, before the last day.</summary>
    public bool IsReminded(DateOnly today) => IsOpen && RemindOn <= today && Day > today;
}

/// <summary>
/// The rule of the two dates (住宅支援資金貸付): within some years of the loan a job begins, or for who had work one with a higher income than on the day
/// of establishment; and the job goes on for some years. Only a job that begins after the loan meets it. The years on end are reckoned from the latest job.
/// </summary>
public static class BenefitDates
{
    /// <summary>Returns the dates, the nearest first. Without a loan there are none.</summary>
    /// <param name="entries">The entries of one program, without annulled ones.</param>
    /// <param name="baseline">The work on the day of establishment.</param>
    /// <param name="yearsOn">The years that were in force on a day.</param>
    public static IReadOnlyList<BenefitDate> Of(IReadOnlyCollection<BenefitEvent> entries, ProgramBaseline? baseline, Func<DateOnly, BenefitYears> yearsOn)
    {
        if (entries.FirstOrDefault(e => e.Kind == BenefitKind.Loan) is not { } loan)
            return [];
        var jobs = entries.Where(e => e.Kind != BenefitKind.Loan && e.On >= loan.On).OrderBy(e => e.On).ThenBy(e => e.NotedAt).ToList();
        List<BenefitDate> dates = [Begun(loan, jobs, baseline, yearsOn)];
        if (jobs is [.., var latest])
            dates.Add(Kept(latest, yearsOn(latest.On).Job));
        return [.. dates.OrderBy(d => d.Day)];
    }

    /// <summary>Compares the income after a job began with the one on the day of establishment.</summary>
    public static IncomeBeside Compare(int? income, ProgramBaseline? baseline) => (income, baseline) switch
    {
        (_, { Form: WorkForm.NotWorking } or { MonthlyIncome: 0 }) => IncomeBeside.HadNoWork,
        ({ } now, { MonthlyIncome: { } before }) => now > before ? IncomeBeside.Higher : IncomeBeside.NotHigher,
        _ => IncomeBeside.Unknown,
    };

    private static BenefitDate Begun(BenefitEvent loan, List<BenefitEvent> jobs, ProgramBaseline? baseline, Func<DateOnly, BenefitYears> yearsOn)
    {
        var years = yearsOn(loan.On);
        var day = years.Loan is { } within ? loan.On.AddYears(within) : (DateOnly?)null;
        var isMet = jobs.Exists(j => j.On <= day && Counts(j, baseline) && IsKept(j, yearsOn(j.On).Job));
        return new(loan.Id, BenefitDateKind.JobBegunBy, years.Loan, day,
            isMet ? BenefitDateState.Met : loan.Check is null ? BenefitDateState.Open : BenefitDateState.Settled)
        {
            RemindOn = loan.Look is null && years.Remind is { } months ? day?.AddMonths(-months) : null,
        };
    }

    private static BenefitDate Kept(BenefitEvent job, int? years)
    {
        var day = years is { } kept ? job.On.AddYears(kept) : (DateOnly?)null;
        return new(job.Id, BenefitDateKind.JobKeptUntil, years, day, job.EndedOn >= day ? BenefitDateState.Met // while it goes on, only staff can tell
            : job.EndedOn is not null ? BenefitDateState.Ended : job.Check is not null ? BenefitDateState.Settled : BenefitDateState.Open);
    }

    private static bool Counts(BenefitEvent job, ProgramBaseline? baseline) =>
        Compare(job.MonthlyIncome, baseline) is IncomeBeside.Higher or IncomeBeside.HadNoWork;

    /// <summary>Whether it goes on, or went on long enough: a job that ended early opens the question again.</summary>
    private static bool IsKept(BenefitEvent job, int? years) => job.EndedOn is not { } end || (years is { } kept && end >= job.On.AddYears(kept));
}
