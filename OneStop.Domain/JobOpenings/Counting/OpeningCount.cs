namespace OneStop.Domain.JobOpenings.Counting;

/// <summary>求人開拓に数えるか (仕様書 8(5)), settled by the rules of that day, so that a later rule does not change the month.</summary>
/// <param name="On">The day on which all conditions were met.</param>
/// <param name="Why">Why it does not count, as sentences; empty if it does.</param>
public sealed record OpeningCount(DateOnly On, bool Counts, string Why)
{
    /// <summary>The most characters of the sentences.</summary>
    public const int LongestWhy = 400;
}

/// <summary>A manager's decision that an opening counts, or not, whatever the rule says.</summary>
public sealed record CountDecision(DateTimeOffset At, Guid StaffId, bool Counts, string Reason)
{
    /// <summary>The most characters of the reason.</summary>
    public const int Longest = 400;

    /// <summary>Reads what the form says.</summary>
    /// <exception cref="RuleException">The reason is missing or too long.</exception>
    public static CountDecision Of(bool counts, string reason, Guid by, DateTimeOffset now) =>
        new(now, by, counts, FormText.Required(reason, "理由", Longest, nameof(Reason)));
}
