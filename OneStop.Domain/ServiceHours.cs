namespace OneStop.Domain;

/// <summary>
/// When consultations are held (仕様書 7(2)①(エ)(キ)): from 6:00 until 1:00 the next morning, every day but 12/29 to 1/3.
/// A service day carries the date on which it opens, so the year's last one, 12/28, ends at 1:00 on 12/29.
/// </summary>
public sealed record ServiceHours(TimeOnly Opens, TimeSpan OpenFor)
{
    /// <summary>6:00 to 25:00.</summary>
    public static ServiceHours Standard { get; } = new(new(6, 0), TimeSpan.FromHours(19));

    /// <summary>The service day that an instant belongs to: until 6:00 it is still the day before.</summary>
    public DateOnly ServiceDayOf(DateTimeOffset instant) => (instant - Opens.ToTimeSpan()).JapaneseDate;

    /// <summary>Are consultations held at this instant?</summary>
    public bool AreOpenAt(DateTimeOffset instant)
    {
        var day = ServiceDayOf(instant);
        return !IsYearEnd(day) && instant < OpeningOf(day) + OpenFor;
    }

    /// <summary>The next instant, this one included, at which consultations are held.</summary>
    public DateTimeOffset NextOpenAt(DateTimeOffset instant)
    {
        if (AreOpenAt(instant))
            return instant;

        var day = ServiceDayOf(instant);
        do
            day = day.AddDays(1);
        while (IsYearEnd(day));
        return OpeningOf(day);
    }

    /// <summary>年末年始（12月29日から1月3日まで）: the service days that do not exist.</summary>
    public static bool IsYearEnd(DateOnly serviceDay) => serviceDay is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    private DateTimeOffset OpeningOf(DateOnly day) => JapanTime.At(day, Opens);
}
