using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.JobOpenings.Listing;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings;

/// <summary>A step that was taken.</summary>
/// <param name="By">The name of who took it; null for an import by the clock.</param>
public sealed record OpeningStepRow(DateTimeOffset At, string Step, string? By, string Words);

/// <summary>A change.</summary>
/// <param name="By">The name; null for an import by the clock.</param>
public sealed record OpeningRevisionRow(int Number, DateTimeOffset At, string? By, string Why, ValueList<TermChange> Changes, string Title,
    DateOnly? ValidUntil);

/// <summary>A time the employer was asked again.</summary>
public sealed record OpeningInquiryRow(Guid Id, DateOnly On, string Of, InquiryAnswer Answer, string Words, string By);

/// <summary>A declaration as it is shown.</summary>
public sealed record DeclarationRow(Guid Id, string Form, string SignedBy, DateOnly SignedOn, ValueList<GroundAnswer> Answers, string By);

/// <summary>Where a public opening comes from, as it is shown.</summary>
/// <param name="Shown">What has to stand wherever it is shown.</param>
public sealed record PublicOriginRow(string Source, string Number, DateOnly? ReceivedOn, DateOnly? ValidUntil, DateOnly AsOf, DateOnly? GoneOn, string Shown);

/// <summary>Whether it counts as 求人開拓.</summary>
/// <param name="Counts">Null while its way is not complete.</param>
/// <param name="Why">Why not, or not yet; empty if it counts.</param>
/// <param name="Decision">The manager's decision; null if there is none.</param>
public sealed record OpeningCountView(bool? Counts, DateOnly? On, string Why, CountDecision? Decision);

/// <summary>An opening with everything that its page shows.</summary>
public sealed record OpeningView
{
    public required OpeningRow Row { get; init; }
    public required OpeningWish Wish { get; init; }

    /// <summary>What a second person confirms to have seen.</summary>
    public required string Digest { get; init; }

    public required IReadOnlyList<OpeningFinding> Findings { get; init; }

    /// <summary>For each act, what is against it; nothing if it may be done.</summary>
    public required IReadOnlyDictionary<OpeningAct, IReadOnlyList<string>> Against { get; init; }

    public required OpeningCountView Count { get; init; }
    public required WorkedOutPay MonthlyPay { get; init; }
    public required WorkedOutPay HourlyPay { get; init; }
    public required OpeningEnd? End { get; init; }
    public required IReadOnlyList<OpeningStepRow> Steps { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<OpeningRevisionRow> Revisions { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<OpeningInquiryRow> Inquiries { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<DeclarationRow> Declarations { get; init; }

    /// <summary>An empty form of the declaration of today.</summary>
    public required DeclarationWish NewDeclaration { get; init; }

    /// <summary>Null for an opening of our own.</summary>
    public required PublicOriginRow? Source { get; init; }

    /// <summary>Whether the reader may check it: neither wrote nor accepted it.</summary>
    public required bool MayCheck { get; init; }
}
