using OneStop.Domain.Hours;

namespace OneStop.Domain.Shifts;

/// <summary>A day of a person in the week's grid.</summary>
/// <param name="IsException">Whether the day differs from the pattern, by hand or by an import.</param>
/// <param name="Outside">The number of coming bookings outside these times.</param>
public sealed record ShiftCell(DateOnly Date, WorkingTimes Times, bool IsException, int Outside);

/// <summary>A person's week.</summary>
public sealed record ShiftRow(Guid StaffId, string Name, string Duties, IReadOnlyList<ShiftCell> Days)
{
    /// <summary>The total working time of the week.</summary>
    public TimeSpan Length => Days.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Times.Length);
}

/// <summary>A week of everybody.</summary>
/// <param name="Monday">The first service day.</param>
/// <param name="Today">The present service day.</param>
/// <param name="Outside">Coming bookings outside their person's times.</param>
/// <param name="Closed">Days closed for all methods, with the reason.</param>
public sealed record ShiftWeek(DateOnly Monday, DateOnly Today, IReadOnlyList<ShiftRow> People, IReadOnlyList<IBookedTime> Outside,
    IReadOnlyDictionary<DateOnly, string> Closed);

/// <summary>A person's weekly pattern from a date on.</summary>
/// <param name="IsInForce">Whether it is in force today.</param>
public sealed record PatternRow(DateOnly From, IReadOnlyDictionary<DayOfWeek, WorkingTimes> Week, bool IsInForce);

/// <summary>A person's patterns, the latest first; each contains the whole week from its date on.</summary>
public sealed record PatternView(Guid StaffId, string Name, DateOnly Today, IReadOnlyList<PatternRow> Patterns);

/// <summary>The form for a weekly pattern; an empty day is a day off.</summary>
public sealed record PatternWish(DateOnly? From, string Monday, string Tuesday, string Wednesday, string Thursday, string Friday, string Saturday,
    string Sunday)
{
    /// <summary>Returns a pattern as the form shows it; empty if there is none yet.</summary>
    public static PatternWish Of(DateOnly? from, IReadOnlyDictionary<DayOfWeek, WorkingTimes>? week)
    {
        return new(from, On(DayOfWeek.Monday), On(DayOfWeek.Tuesday), On(DayOfWeek.Wednesday), On(DayOfWeek.Thursday), On(DayOfWeek.Friday),
            On(DayOfWeek.Saturday), On(DayOfWeek.Sunday));

        string On(DayOfWeek day) => week?[day] is { IsOff: false } times ? times.ToString() : "";
    }

    /// <summary>The parsed times of each weekday.</summary>
    /// <exception cref="RuleException">One of them cannot be parsed.</exception>
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

/// <summary>The new times of a day.</summary>
/// <param name="Times">Null for the pattern.</param>
public sealed record DayWish(Guid StaffId, DateOnly Date, WorkingTimes? Times);

/// <summary>The times of a day before and after a change; null for the pattern.</summary>
/// <param name="BeforeImport">The import that had created the exception; null if none.</param>
public sealed record DayEdit(Guid StaffId, DateOnly Date, WorkingTimes? Before, WorkingTimes? After, Guid? BeforeImport);

/// <summary>The times of a weekday before and after a change of a pattern, from a date on; null if the pattern had no row.</summary>
public sealed record PatternEdit(Guid StaffId, DayOfWeek Weekday, DateOnly From, WorkingTimes? Before, WorkingTimes? After);

/// <summary>The result of changing shifts, also for undoing.</summary>
/// <param name="Uncovered">Coming bookings that lay within the person's times before and lie outside now.</param>
public sealed record ShiftChange(IReadOnlyList<DayEdit> Days, IReadOnlyList<PatternEdit> Patterns, IReadOnlyList<IBookedTime> Uncovered)
{
    /// <summary>Whether nothing had to be changed.</summary>
    public bool IsNothing => Days.Count == 0 && Patterns.Count == 0;
}
