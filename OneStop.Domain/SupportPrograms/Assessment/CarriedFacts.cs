using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>A group of the file as it was on the day of the assessment, with its date and who wrote it.</summary>
/// <param name="ChangedAt">When the group was last changed; null for 本人, which has no date of its own.</param>
/// <param name="By">Who wrote it, by name; empty if that is not known.</param>
public sealed record CarriedGroup(FactPurpose Purpose, DateTimeOffset? ChangedAt, string By, ValueList<FactRow> Rows);

/// <summary>
/// What the file knew of life and work: carried over in words with date and source, and never typed again. Corrections are made in the file and carried
/// over anew, until the assessment is fixed.
/// </summary>
/// <param name="MonthlyIncome">The own income in a month, in yen; null if it is not known.</param>
/// <param name="WeeklyHours">The hours of work in a week; null if they are not known.</param>
/// <param name="Form">The form of work; null if it is not known.</param>
public sealed record CarriedFacts(ValueList<CarriedGroup> Groups, int? MonthlyIncome, int? WeeklyHours, WorkForm? Form)
{
    /// <summary>Nothing was carried over.</summary>
    public static CarriedFacts None { get; } = new([], null, null, null);

    /// <summary>The groups of which an assessment knows something before it is whole.</summary>
    public static IReadOnlyList<FactPurpose> Needed { get; } = [FactPurpose.Household, FactPurpose.Money, FactPurpose.Work, FactPurpose.Skills];

    /// <summary>The groups that an assessment shows, in their order: life, then work.</summary>
    public static IReadOnlyList<FactPurpose> Shown { get; } =
        [FactPurpose.Household, FactPurpose.Health, FactPurpose.Money, FactPurpose.Work, FactPurpose.Skills, FactPurpose.Wishes];

    /// <summary>The needed groups of which nothing is known.</summary>
    public IEnumerable<FactPurpose> Missing => Needed.Where(n => !Groups.Any(g => g.Purpose == n && g.Rows.Count > 0));

    /// <summary>Whether what is known of work held on a day already: nobody has written anything else into the file since.</summary>
    public bool KnewWorkBy(DateOnly day) => !Groups.Any(g => g.Purpose == FactPurpose.Work && g.ChangedAt is { } at && at.JapaneseDate > day);

    /// <summary>Whether the same is known, whenever it was written.</summary>
    public bool SaysTheSameAs(CarriedFacts other) =>
        Groups.Select(g => (g.Purpose, g.Rows)).SequenceEqual(other.Groups.Select(g => (g.Purpose, g.Rows)))
        && (MonthlyIncome, WeeklyHours, Form) == (other.MonthlyIncome, other.WeeklyHours, other.Form);
}
