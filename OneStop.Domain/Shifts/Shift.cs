namespace OneStop.Domain.Shifts;

/// <summary>勤務の型: when a person works on one weekday, from a date on. A later one takes its place from its own date on; the past stays as it was.</summary>
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

    /// <summary>Other times from the same date on.</summary>
    public void Change(WorkingTimes times) => Times = times;
}

/// <summary>勤務の例外: one person's times on one service day, whatever the week's pattern says.</summary>
public sealed class ShiftException
{
    private ShiftException() { }

    /// <param name="importId">The import that brought it, by which the import can be undone.</param>
    public static ShiftException On(Guid staffId, DateOnly date, WorkingTimes times, DateTimeOffset now, Guid? importId = null) =>
        new() { Id = Guid.CreateVersion7(now), StaffId = staffId, Date = date, Times = times, ImportId = importId };

    public Guid Id { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>The date on which the service day opens.</summary>
    public DateOnly Date { get; private set; }

    public WorkingTimes Times { get; private set; } = WorkingTimes.None;
    public Guid? ImportId { get; private set; }

    /// <summary>Other times on the same day.</summary>
    public void Change(WorkingTimes times, Guid? importId = null) => (Times, ImportId) = (times, importId);
}

/// <summary>Who works when: patterns, and over them the exceptions.</summary>
public sealed class Roster(IReadOnlyList<WeeklyShift> patterns, IReadOnlyList<ShiftException> exceptions)
{
    private readonly ILookup<(Guid, DayOfWeek), WeeklyShift> byWeekday = patterns.ToLookup(p => (p.StaffId, p.Weekday));
    private readonly Dictionary<(Guid, DateOnly), ShiftException> byDate = exceptions.ToDictionary(e => (e.StaffId, e.Date));

    /// <summary>When somebody works on a service day.</summary>
    public WorkingTimes Of(Guid staffId, ServiceDay day) =>
        byDate.TryGetValue((staffId, day.Date), out var exception) ? exception.Times : PatternOf(staffId, day.Date.DayOfWeek, day.Date);

    /// <summary>What the pattern that is in force on a date says for a weekday.</summary>
    public WorkingTimes PatternOf(Guid staffId, DayOfWeek weekday, DateOnly on) => byWeekday[(staffId, weekday)].InForceOn(on)?.Times ?? WorkingTimes.None;

    /// <summary>As it would be with other times on some days.</summary>
    internal Roster With(IReadOnlyList<DayWish> days, DateTimeOffset now)
    {
        var wished = days.ToDictionary(d => (d.StaffId, d.Date));
        return new(patterns, [.. exceptions.Where(e => !wished.ContainsKey((e.StaffId, e.Date))),
            .. days.Where(d => d.Times is not null).Select(d => ShiftException.On(d.StaffId, d.Date, d.Times!, now))]);
    }

    /// <summary>Does the day not follow the pattern?</summary>
    public bool IsException(Guid staffId, DateOnly date) => byDate.ContainsKey((staffId, date));
}
