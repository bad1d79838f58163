using OneStop.Domain;

namespace OneStop.Portal.Features.Calendar;

/// <summary>The axis of the grid: 6:00 to 25:00 in quarter hours, which are numbered from the midnight of the day's date.</summary>
internal static class CalendarAxis
{
    /// <summary>6:00.</summary>
    public static readonly int First = QuarterOf(ServiceHours.Standard.Opens);

    /// <summary>25:00 (exclusive).</summary>
    public static readonly int End = QuarterOf(ServiceHours.Standard.Closes);

    /// <summary>The hours that are labelled.</summary>
    public static IEnumerable<int> Hours => Enumerable.Range((int)ServiceHours.Standard.Opens.TotalHours,
        (int)(ServiceHours.Standard.Closes - ServiceHours.Standard.Opens).TotalHours);

    /// <summary>Returns the quarter hour that contains a time of the day's clock.</summary>
    public static int QuarterOf(TimeSpan time) => (int)Math.Floor(time.TotalMinutes / Slot.Quarter);

    /// <summary>Returns the time at which a quarter hour begins.</summary>
    public static TimeSpan TimeOf(int quarter) => TimeSpan.FromMinutes(quarter * Slot.Quarter);
}
