namespace OneStop.Domain;

/// <summary>
/// The values by which reports group an instant: the service day (6:00 to 25:00), the calendar date, and the hour band (0–23). Stored beside the
/// instant, because neither engine can compute them from a UTC column.
/// </summary>
public sealed record ReportDay
{
    private ReportDay() { }

    /// <summary>Computes the values of an instant.</summary>
    public static ReportDay Of(DateTimeOffset instant) => new()
    {
        ServiceDay = OneStop.Domain.ServiceDay.Of(instant).Date,
        Date = instant.JapaneseDate,
        HourBand = instant.InJapan.Hour,
    };

    public DateOnly ServiceDay { get; private init; }
    public DateOnly Date { get; private init; }
    public int HourBand { get; private init; }
}
