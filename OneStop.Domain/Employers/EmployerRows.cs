using OneStop.Domain.Places;

namespace OneStop.Domain.Employers;

/// <summary>How urgent the next action with an employer is: the colours of the clock on its card.</summary>
public enum NextUrgency
{
    /// <summary>予定どおり</summary>
    Planned,

    /// <summary>きょう: today or within two days.</summary>
    Soon,

    /// <summary>期限切れ</summary>
    Overdue,

    /// <summary>予定なし: nobody is at work on it.</summary>
    None,
}

/// <summary>The names shown on screen.</summary>
public static class NextUrgencies
{
    extension(NextUrgency urgency)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => urgency switch
        {
            NextUrgency.Planned => "予定どおり",
            NextUrgency.Soon => "まもなく",
            NextUrgency.Overdue => "期限切れ",
            NextUrgency.None => "予定なし",
            _ => throw new ArgumentOutOfRangeException(nameof(urgency)),
        };
    }

    /// <summary>The days before the next action from which on it counts as soon.</summary>
    internal const int DaysOfSoon = 2;

    /// <summary>Returns how urgent an action of a day is.</summary>
    public static NextUrgency Of(DateOnly? on, DateOnly today) => on is not { } day ? NextUrgency.None
        : day < today ? NextUrgency.Overdue : day <= today.AddDays(DaysOfSoon) ? NextUrgency.Soon : NextUrgency.Planned;
}

/// <summary>Which employers a list or a board shows.</summary>
public sealed record EmployerFilter
{
    public EmployerStage? Stage { get; init; }

    /// <summary>The id of who is in charge.</summary>
    public Guid? InCharge { get; init; }

    /// <summary>Only those of which nobody is in charge.</summary>
    public bool IsFree { get; init; }

    /// <summary>The code of an <see cref="Industry"/> as a number.</summary>
    public int? Industry { get; init; }

    /// <summary>The code of a <see cref="Municipality"/> as a number.</summary>
    public int? Place { get; init; }

    public EmployerSource? Source { get; init; }
    public NextUrgency? Next { get; init; }
}

/// <summary>An employer as a row of the list and as a card of the board.</summary>
public sealed record EmployerRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Kana { get; init; }
    public required string? CorporateNumber { get; init; }
    public required EmployerStage Stage { get; init; }
    public required DateOnly StageSince { get; init; }
    public required OutreachStep? NextStep { get; init; }
    public required DateOnly? NextOn { get; init; }
    public required string NextWords { get; init; }
    public required DeclineReason? DeclineReason { get; init; }
    public required Guid? InChargeId { get; init; }

    /// <summary>The name of who is in charge; null if nobody is.</summary>
    public required string? InCharge { get; init; }

    public required string? IndustryCode { get; init; }
    public required string? MunicipalityCode { get; init; }
    public required string Address { get; init; }
    public required string Phone { get; init; }
    public required int? Employees { get; init; }
    public required EmployerSource Source { get; init; }
    public required string SourceName { get; init; }
    public required DateTimeOffset? LastContactAt { get; init; }
    public required bool IsListed { get; init; }

    /// <summary>The marks that it has, as far as they are shown.</summary>
    public required IReadOnlyList<MarkKind> Marks { get; init; }

    /// <summary>Whether a client of ours is tied to it, so that a manager is asked before it is called. Nothing more is said here.</summary>
    public bool NeedsCare { get; init; }

    /// <summary>The name of the industry; empty if it is not known.</summary>
    public string IndustryName => Industries.Find(IndustryCode)?.Name ?? "";

    /// <summary>The name of the municipality; empty if it is not known.</summary>
    public string PlaceName => Municipalities.Find(MunicipalityCode)?.ShortName ?? "";

    /// <summary>市の他局事業（名前）</summary>
    public string SourceInJapanese => SourceName.Length > 0 ? $"{Source.InJapanese}（{SourceName}）" : Source.InJapanese;

    /// <summary>How urgent the next action is.</summary>
    public NextUrgency UrgencyOn(DateOnly today) => NextUrgencies.Of(NextOn, today);
}

/// <summary>An employer with everything that its page shows.</summary>
/// <param name="ListedBy">The name of who wrote the consent to be listed down; null without one.</param>
/// <param name="MergedInto">The entry with which it was merged; null if it stands for itself.</param>
public sealed record EmployerView(EmployerRow Row, EmployerWish Wish, EmployerCourse Course, ListingConsent? Listing, string? ListedBy, Guid? MergedInto,
    IReadOnlyList<WorksiteRow> Sites, IReadOnlyList<EmployerPersonRow> People, IReadOnlyList<EmployerMarkRow> Marks, IReadOnlyList<UnderstandingRow> Findings);

/// <summary>A place of work as shown.</summary>
/// <param name="IsCommutable">Whether people commute there today (仕様書 7(2)④(イ)).</param>
public sealed record WorksiteRow(Guid Id, WorksiteWish Wish, bool IsCommutable, bool IsRemoved)
{
    /// <summary>The name of the municipality; empty if it is not known.</summary>
    public string PlaceName => Municipalities.Find(Wish.MunicipalityCode)?.ShortName ?? "";
}

/// <summary>A person at the employer as shown.</summary>
public sealed record EmployerPersonRow(Guid Id, EmployerPersonWish Wish, bool IsRemoved);

/// <summary>A mark as shown.</summary>
/// <param name="By">The name of who entered it.</param>
public sealed record EmployerMarkRow(Guid Id, EmployerMarkWish Wish, string By);

/// <summary>A finding as shown.</summary>
/// <param name="By">The name of who entered it.</param>
public sealed record UnderstandingRow(Guid Id, UnderstandingTopic Topic, UnderstandingLevel Level, string Words, UnderstandingEvidence Evidence,
    DateOnly SeenOn, string By, DateTimeOffset At);
