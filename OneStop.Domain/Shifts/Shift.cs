namespace OneStop.Domain.Shifts;

/// <summary>
/// 勤務の型: a person's working times on one weekday, from a date on. A later row replaces it from its own date on; the past stays the same.
/// </summary>
public sealed class WeeklyShift : IDatedSetting
{
    private WeeklyShift() { }

    public static WeeklyShift For(Guid staffId, DayOfWeek weekday, DateOnly from, WorkingTimes times, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Weekday = weekday, EffectiveFrom = from, Times = times };

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }
    public DayOfWeek Weekday { get; private set; }

    /// <inheritdoc/>
    public DateOnly EffectiveFrom { get; private set; }
    public WorkingTimes Times { get; private set; } = WorkingTimes.None;

    /// <summary>Changes the times; the date stays.</summary>
    public void Change(WorkingTimes times) => Times = times;
}

/// <summary>勤務の例外: a person's working times on one service day, instead of the pattern's.</summary>
public sealed class ShiftException
{
    private ShiftException() { }

    /// <param name="importId">The import that created it, for undoing; null if entered by hand.</param>
    public static ShiftException On(Guid staffId, DateOnly date, WorkingTimes times, DateTimeOffset now, Guid? importId = null) =>
        new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Date = date, Times = times, ImportId = importId };

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>The date on which the service day begins.</summary>
    public DateOnly Date { get; private set; }

    public WorkingTimes Times { get; private set; } = WorkingTimes.None;
    public Guid? ImportId { get; private set; }

    /// <summary>Changes the times; the day stays.</summary>
    public void Change(WorkingTimes times, Guid? importId = null) => (Times, ImportId) = (times, importId);
}

/// <summary>Working times: the patterns, overridden by the exceptions.</summary>
public sealed class Roster(IReadOnlyList<WeeklyShift> patterns, IReadOnlyList<ShiftException> exceptions)
{
    private readonly ILookup<(Guid, DayOfWeek), WeeklyShift> byWeekday = patterns.ToLookup(p => (p.StaffId, p.Weekday));
    private readonly Dictionary<(Guid, DateOnly), ShiftException> byDate = exceptions.ToDictionary(e => (e.StaffId, e.Date));

    /// <summary>Returns a person's working times on a service day.</summary>
    public WorkingTimes Of(Guid staffId, ServiceDay day) =>
        byDate.TryGetValue((staffId, day.Date), out var exception) ? exception.Times : PatternOf(staffId, day.Date.DayOfWeek, day.Date);

    /// <summary>Returns the times of a weekday by the pattern in force on a date.</summary>
    public WorkingTimes PatternOf(Guid staffId, DayOfWeek weekday, DateOnly on) => byWeekday[(staffId, weekday)].InForceOn(on)?.Times ?? WorkingTimes.None;

    /// <summary>Returns the roster with other times on some days.</summary>
    internal Roster With(IReadOnlyList<DayWish> days, DateTimeOffset now)
    {
        var wished = days.ToDictionary(d => (d.StaffId, d.Date));
        return new(patterns, [.. exceptions.Where(e => !wished.ContainsKey((e.StaffId, e.Date))),
            .. days.Where(d => d.Times is not null).Select(d => ShiftException.On(d.StaffId, d.Date, d.Times!, now))]);
    }

    /// <summary>Whether the day differs from the pattern by an exception.</summary>
    public bool IsException(Guid staffId, DateOnly date) => byDate.ContainsKey((staffId, date));
}
