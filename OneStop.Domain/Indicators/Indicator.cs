namespace OneStop.Domain.Indicators;

/// <summary>The unit of a count. 件 and 人 are different counts.</summary>
public enum IndicatorUnit
{
    /// <summary>件: every row counts.</summary>
    Cases,

    /// <summary>人: every client counts once.</summary>
    People,
}

/// <summary>指標: a named count with its rule.</summary>
/// <param name="Code">The code, which is never reused for another count.</param>
/// <param name="InJapanese">The name on screen.</param>
/// <param name="Rule">The rule of counting, as one or two sentences that are printed beside the number.</param>
/// <param name="Clause">The clause of the specification that asks for it.</param>
public sealed record Indicator(string Code, string InJapanese, string Rule, string Clause, IndicatorUnit Unit);

/// <summary>A row that is counted.</summary>
public sealed record IndicatorRow
{
    public required Guid Id { get; init; }
    public required Guid ClientId { get; init; }

    /// <summary>The day by which it is counted.</summary>
    public required DateOnly Day { get; init; }
}
