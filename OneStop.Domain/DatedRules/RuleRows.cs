namespace OneStop.Domain.DatedRules;

/// <summary>Whether a value may be relied on.</summary>
public enum RuleState
{
    /// <summary>確かめた</summary>
    Confirmed,

    /// <summary>要確認: never checked.</summary>
    Unchecked,

    /// <summary>要確認: the last check is too old.</summary>
    Outdated,

    /// <summary>No value is in force.</summary>
    Missing,
}

/// <summary>The names shown on screen.</summary>
public static class RuleStates
{
    extension(RuleState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            RuleState.Confirmed => "確認ずみ",
            RuleState.Unchecked => "要確認",
            RuleState.Outdated => "要確認（1年超）",
            RuleState.Missing => "値がありません",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

/// <summary>A value as a row on screen.</summary>
/// <param name="InWords">The value with its unit.</param>
/// <param name="SetBy">Null if it came with the program.</param>
/// <param name="CheckedBy">Who checked it last; null if nobody did, or if it was checked before the program was set up.</param>
public sealed record RuleValueRow(Guid Id, string InWords, DateOnly From, DateOnly? Until, RuleSource Source, string? SetBy, DateTimeOffset? CheckedAt,
    string? CheckedBy, Guid? LastCheckId)
{
    /// <summary>Whether it may be relied on.</summary>
    public RuleState StateAt(DateTimeOffset now) =>
        CheckedAt is not { } at ? RuleState.Unchecked : now < at.AddMonths(RuleCheck.GoodFor) ? RuleState.Confirmed : RuleState.Outdated;
}

/// <summary>A rule as a row of the list.</summary>
/// <param name="Now">The value in force today; null if there is none.</param>
/// <param name="Coming">The values that have not begun, the next one first.</param>
/// <param name="Past">The values that were in force before, the latest first.</param>
public sealed record RuleRow(Guid Id, string Code, RuleArea Area, string Name, RuleKind Kind, string Unit, RuleValueRow? Now, RuleState State,
    IReadOnlyList<RuleValueRow> Coming, IReadOnlyList<RuleValueRow> Past);

/// <summary>The conditions of the list.</summary>
public sealed record RuleFilter
{
    /// <summary>Only one area; null for all.</summary>
    public RuleArea? Area { get; init; }

    /// <summary>Only what is 要確認 or has no value.</summary>
    public bool InDoubt { get; init; }
}
