namespace OneStop.Domain;

/// <summary>
/// What reports group an instant by, stored beside it because neither engine can work it out of a UTC column:
/// the service day (6:00 to 25:00), the date on the calendar, and the hour band (0–23).
/// </summary>
public sealed record ReportDay
{
    private ReportDay() { }

    /// <summary>Works the three out for an instant.</summary>
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
