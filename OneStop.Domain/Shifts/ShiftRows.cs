using OneStop.Domain.Hours;

namespace OneStop.Domain.Shifts;

/// <summary>One person's day in the week's grid.</summary>
/// <param name="IsException">The day differs from the pattern, by hand or by an import.</param>
/// <param name="Outside">How many promised bookings lie outside these times.</param>
public sealed record ShiftCell(DateOnly Date, WorkingTimes Times, bool IsException, int Outside);

/// <summary>One person's week.</summary>
public sealed record ShiftRow(Guid StaffId, string Name, string Duties, IReadOnlyList<ShiftCell> Days)
{
    /// <summary>Hours of the week.</summary>
    public TimeSpan Length => Days.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Times.Length);
}

/// <summary>A week of everybody.</summary>
/// <param name="Monday">Its first service day.</param>
/// <param name="Today">The service day that it is.</param>
/// <param name="Outside">Promised bookings ahead that lie outside their person's times.</param>
/// <param name="Closed">Days on which nothing at all is held, with the reason.</param>
public sealed record ShiftWeek(DateOnly Monday, DateOnly Today, IReadOnlyList<ShiftRow> People, IReadOnlyList<IBookedTime> Outside,
    IReadOnlyDictionary<DateOnly, string> Closed);

/// <summary>A person's weekly pattern, from one date on.</summary>
/// <param name="IsInForce">It is what holds today.</param>
public sealed record PatternRow(DateOnly From, IReadOnlyDictionary<DayOfWeek, WorkingTimes> Week, bool IsInForce);

/// <summary>A person's patterns, the latest first; each shows the whole week as it is from its date on.</summary>
public sealed record PatternView(Guid StaffId, string Name, DateOnly Today, IReadOnlyList<PatternRow> Patterns);

/// <summary>A week as somebody writes it, from a date on; an empty day is off.</summary>
public sealed record PatternWish(DateOnly? From, string Monday, string Tuesday, string Wednesday, string Thursday, string Friday, string Saturday,
    string Sunday)
{
    /// <summary>A pattern as it is written; null for one that does not exist yet.</summary>
    public static PatternWish Of(DateOnly? from, IReadOnlyDictionary<DayOfWeek, WorkingTimes>? week)
    {
        return new(from, On(DayOfWeek.Monday), On(DayOfWeek.Tuesday), On(DayOfWeek.Wednesday), On(DayOfWeek.Thursday), On(DayOfWeek.Friday),
            On(DayOfWeek.Saturday), On(DayOfWeek.Sunday));

        string On(DayOfWeek day) => week?[day] is { IsOff: false } times ? times.ToString() : "";
    }

    /// <summary>The times of each day.</summary>
    /// <exception cref="RuleException">One of them cannot be read.</exception>
    internal IReadOnlyDictionary<DayOfWeek, WorkingTimes> Week => new Dictionary<DayOfWeek, WorkingTimes>
    {
        [DayOfWeek.Monday] = WorkingTimes.Read(Monday),
        [DayOfWeek.Tuesday] = WorkingTimes.Read(Tuesday),
        [DayOfWeek.Wednesday] = WorkingTimes.Read(Wednesday),
        [DayOfWeek.Thursday] = WorkingTimes.Read(Thursday),
        [DayOfWeek.Friday] = WorkingTimes.Read(Friday),
        [DayOfWeek.Saturday] = WorkingTimes.Read(Saturday),
        [DayOfWeek.Sunday] = WorkingTimes.Read(Sunday),
    };
}

/// <summary>What a day is to be.</summary>
/// <param name="Times">Null follows the pattern.</param>
public sealed record DayWish(Guid StaffId, DateOnly Date, WorkingTimes? Times);

/// <summary>What an exception was and is; null follows the pattern.</summary>
/// <param name="BeforeImport">The import that had brought it.</param>
public sealed record DayEdit(Guid StaffId, DateOnly Date, WorkingTimes? Before, WorkingTimes? After, Guid? BeforeImport);

/// <summary>What a weekday of a pattern was and is from a date on; null leaves it to the pattern before.</summary>
public sealed record PatternEdit(Guid StaffId, DayOfWeek Weekday, DateOnly From, WorkingTimes? Before, WorkingTimes? After);

/// <summary>What a change of shifts came to; undoing needs it.</summary>
/// <param name="Uncovered">Promised bookings that lay within the person's times and do so no more.</param>
public sealed record ShiftChange(IReadOnlyList<DayEdit> Days, IReadOnlyList<PatternEdit> Patterns, IReadOnlyList<IBookedTime> Uncovered)
{
    /// <summary>Was everything so already?</summary>
    public bool IsNothing => Days.Count == 0 && Patterns.Count == 0;
}
