using OneStop.Domain.Shifts;

namespace OneStop.Domain.Bookings.Calendars;

/// <summary>A service day of the calendar.</summary>
/// <param name="Closed">Why it is closed for all methods; null if it is not.</param>
/// <param name="Hours">The hours of each method; a method that is closed has none.</param>
public sealed record CalendarDay(ServiceDay Day, string? Closed, IReadOnlyDictionary<ContactMethod, ServiceHours> Hours);

/// <summary>A member of staff in the calendar.</summary>
/// <param name="Times">Their working times of each day that is shown.</param>
/// <param name="Kinds">The kinds of talks that they hold.</param>
public sealed record CalendarPerson(Guid Id, string Name, IReadOnlyList<WorkingTimes> Times, IReadOnlyList<BookingKind> Kinds);

/// <summary>How long a talk of a kind lasts, and the minutes kept free before and after.</summary>
public sealed record CalendarTerms(int Minutes, int Before, int After);

/// <summary>Some days of the calendar.</summary>
/// <param name="Today">The present service day.</param>
/// <param name="People">Everybody who holds talks or has bookings on these days, by name.</param>
/// <param name="Rows">Bookings that stand or were held or missed, by their start.</param>
public sealed record CalendarView(ServiceDay Today, IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarPerson> People, IReadOnlyList<BookingRow> Rows,
    IReadOnlyDictionary<BookingKind, CalendarTerms> Terms);

/// <summary>A day of the month's view.</summary>
/// <param name="Closed">Why it is closed for all methods; null if it is not.</param>
/// <param name="Bookings">The number of bookings that stand or were held or missed.</param>
/// <param name="Tentative">How many of them are tentative.</param>
/// <param name="Booked">The length of these talks.</param>
/// <param name="OnShift">The working times of those who hold talks, together.</param>
public sealed record CalendarMonthDay(DateOnly Date, string? Closed, int Bookings, int Tentative, TimeSpan Booked, TimeSpan OnShift);

/// <summary>Whether a time can be booked.</summary>
public enum SlotFit
{
    /// <summary>空いています.</summary>
    Free,

    /// <summary>Staff can book it with a reason: 勤務外, or beside another booking.</summary>
    Beyond,

    /// <summary>Nobody can book it: closed, past, or beside two bookings.</summary>
    Refused,
}

/// <summary>Whether a time can be booked, and the sentence for the screen.</summary>
public sealed record SlotVerdict(SlotFit Fit, string Words);
