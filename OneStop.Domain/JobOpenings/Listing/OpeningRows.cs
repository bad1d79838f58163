using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Listing;

/// <summary>Which openings a list shows; conditions that are not set let all pass. An opening that does not tell what is asked for is not shown.</summary>
public sealed record OpeningFilter
{
    public OpeningState? State { get; init; }
    public OpeningOrigin? Origin { get; init; }

    /// <summary>募集中: neither ended nor run out.</summary>
    public bool IsOpen { get; init; }

    /// <summary>期限切れ: run out and not closed.</summary>
    public bool HasRunOut { get; init; }

    public Guid? Employer { get; init; }

    /// <summary>The code of the municipality, or of its prefecture.</summary>
    public int? Municipality { get; init; }

    public EmploymentKind? Employment { get; init; }

    /// <summary>In yen a month.</summary>
    public int? LeastMonthlyPay { get; init; }

    /// <summary>In yen an hour.</summary>
    public int? LeastHourlyPay { get; init; }

    /// <summary>The earliest start that fits, in minutes of the day.</summary>
    public int? From { get; init; }

    /// <summary>The latest end that fits, in minutes from the midnight before the start.</summary>
    public int? To { get; init; }

    public int? MostDaysAWeek { get; init; }
    public int? MostTransitMinutes { get; init; }
    public bool NoOvertime { get; init; }
    public bool NoWeekends { get; init; }
    public bool NoHolidays { get; init; }
    public bool NoExperience { get; init; }
    public bool IsPermanent { get; init; }
    public bool SuddenAbsence { get; init; }
    public bool SchoolEvents { get; init; }
    public bool HourlyLeave { get; init; }
    public bool ReducedHours { get; init; }
    public bool HomeOffice { get; init; }
    public bool Childcare { get; init; }
    public bool Promotes { get; init; }

    /// <summary>確かめる時期: to be asked again.</summary>
    public bool IsToBeAsked { get; init; }

    /// <summary>数える</summary>
    public bool IsCounted { get; init; }
}

/// <summary>An opening as a row of the list.</summary>
public sealed record OpeningRow
{
    public required Guid Id { get; init; }
    public required OpeningOrigin Origin { get; init; }
    public required OpeningState State { get; init; }
    public required string Title { get; init; }
    public required string Occupation { get; init; }
    public required string EmployerName { get; init; }
    public required Guid? EmployerId { get; init; }
    public required string MunicipalityCode { get; init; }
    public required EmploymentKind? Employment { get; init; }
    public required PayForm? PayForm { get; init; }
    public required int? MonthlyPay { get; init; }
    public required int? HourlyPay { get; init; }
    public required int? EarliestStart { get; init; }
    public required int? LatestEnd { get; init; }
    public required int? Persons { get; init; }

    /// <summary>The greatest day while it is not set.</summary>
    public required DateOnly OpenUntil { get; init; }

    public required DateOnly? ReceivedOn { get; init; }
    public required DateOnly? AsOf { get; init; }
    public required DateOnly? AskAgainOn { get; init; }
    public required int? ReceiptNumber { get; init; }
    public required DateOnly? CountedOn { get; init; }

    /// <summary>Whether its validity has run out; it is then offered nowhere.</summary>
    public bool HasRunOut(DateOnly today) => State != OpeningState.Ended && OpenUntil < today;

    /// <summary>公開中, 期限切れ</summary>
    public string StateOn(DateOnly today) => HasRunOut(today) ? "期限切れ" : State.InJapanese;

    /// <summary>R8-0012; empty before the acceptance.</summary>
    public string Number => ReceivedOn is { } day && ReceiptNumber is { } number ? JobOpening.NumberOf(day, number) : "";
}
