namespace OneStop.Domain.Bookings.Calendars;

/// <summary>How the calendar is divided.</summary>
public enum CalendarShape
{
    /// <summary>週: a column for each service day.</summary>
    Week,

    /// <summary>日・担当者別: a column for each member of staff.</summary>
    People,

    /// <summary>月: a cell for each day, with figures.</summary>
    Month,

    /// <summary>予定表: a day as a list, for a telephone.</summary>
    Agenda,
}

/// <summary>What the calendar shows. All of it is in the address; there is no text in it.</summary>
public sealed record CalendarFilter
{
    private const int DaysOfWeek = 7;

    /// <summary>Null for what suits the window: a week, or a list where there is no room for one.</summary>
    public CalendarShape? View { get; init; }

    /// <summary>The date on which a service day begins; null for today.</summary>
    public DateOnly? Day { get; init; }

    public BookingKind? Kind { get; init; }
    public ContactMethod? Method { get; init; }

    /// <summary>The member of staff; null for everybody.</summary>
    public Guid? Person { get; init; }

    /// <summary>Whether managers paint shifts on the grid instead of moving bookings.</summary>
    public bool IsPainting { get; init; }

    private CalendarShape Shape => View ?? CalendarShape.Week;

    /// <summary>Returns the first day that is shown. A week begins on Monday, a month on the Monday before its first day.</summary>
    public DateOnly From(DateOnly today) => (Shape, Day ?? today) switch
    {
        (CalendarShape.Week, var day) => day.Monday,
        (CalendarShape.Month, var day) => new DateOnly(day.Year, day.Month, 1).Monday,
        (_, var day) => day,
    };

    /// <summary>Returns the last day that is shown (inclusive).</summary>
    public DateOnly Until(DateOnly today) => (Shape, Day ?? today) switch
    {
        (CalendarShape.Week, var day) => day.Monday.AddDays(DaysOfWeek - 1),
        (CalendarShape.Month, var day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1).Monday.AddDays(DaysOfWeek - 1),
        (_, var day) => day,
    };

    /// <summary>Returns the filter moved by so many days, weeks or months; negative goes back.</summary>
    public CalendarFilter Moved(int by, DateOnly today) => this with
    {
        Day = Shape switch
        {
            CalendarShape.Week => (Day ?? today).AddDays(by * DaysOfWeek),
            CalendarShape.Month => (Day ?? today).AddMonths(by),
            _ => (Day ?? today).AddDays(by),
        },
    };

    /// <summary>10月7日(水), 10月5日(月)〜10月11日(日), or 2026年10月</summary>
    public string Title(DateOnly today) => Shape switch
    {
        CalendarShape.Week => $"{JapanTime.Say(From(today))}〜{JapanTime.Say(Until(today))}",
        CalendarShape.Month => $"{(Day ?? today).Year}年{(Day ?? today).Month}月",
        _ => JapanTime.Say(Day ?? today),
    };
}
