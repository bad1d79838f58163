using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Attendance;

namespace OneStop.Portal.Features.Bookings.Attendance;

/// <summary>A line of a table: its name, its figures, and which bookings it counts.</summary>
public sealed record AttendanceLine(string Name, AttendanceFigures Figures, AttendanceNumber Number)
{
    private static readonly AttendanceNumber All = new(null, null, null, null);

    /// <summary>All bookings, and those of each method.</summary>
    public static IReadOnlyList<AttendanceLine> ByMethod(AttendanceView view) =>
        [new AttendanceLine("全体", view.All, All),
            .. view.Methods.Select(m => new AttendanceLine(m.Method.InJapanese, m.Figures, All with { Method = m.Method }))];

    /// <summary>By how many days before the talk its time was chosen.</summary>
    public static IReadOnlyList<AttendanceLine> ByLead(AttendanceView view) =>
        [.. view.Leads.Select(l => new AttendanceLine(l.Lead.InJapanese, l.Figures, All with { Lead = l.Lead }))];

    /// <summary>By the hour of the service day's clock.</summary>
    public static IReadOnlyList<AttendanceLine> ByHour(AttendanceView view) =>
        [.. view.Hours.Select(h => new AttendanceLine($"{h.Hour}:00〜{h.Hour + 1}:00", h.Figures, All with { Hour = h.Hour }))];

    /// <summary>Returns the count of a state.</summary>
    /// <param name="state">Null for 来談 and 無断 together.</param>
    public int Of(BookingState? state) => state switch
    {
        null => Figures.Ended,
        BookingState.Held => Figures.Held,
        BookingState.Missed => Figures.Missed,
        BookingState.Cancelled => Figures.Cancelled,
        BookingState.CalledOff => Figures.CalledOff,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
