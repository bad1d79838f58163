namespace OneStop.Domain;

/// <summary>
/// When consultations are held on a service day (仕様書 7(2)①(エ)(キ)): from 6:00 until 25:00, every day but 12/29 to 1/3.
/// The year's last service day, 12/28, is whole and ends at 1:00 on 12/29.
/// </summary>
/// <param name="Opens">Counted from the midnight of the day's date, as <paramref name="Closes"/> is.</param>
public sealed record ServiceHours(TimeSpan Opens, TimeSpan Closes)
{
    /// <summary>6:00 to 25:00.</summary>
    public static ServiceHours Standard { get; } = new(TimeSpan.FromHours(6), TimeSpan.FromHours(25));

    /// <summary>Are consultations held at this instant?</summary>
    public bool AreOpenAt(DateTimeOffset instant)
    {
        var day = ServiceDay.Of(instant);
        return !IsYearEnd(day.Date) && day.TimeOf(instant) >= Opens && day.TimeOf(instant) < Closes;
    }

    /// <summary>The next instant, this one included, at which consultations are held.</summary>
    public DateTimeOffset NextOpenAt(DateTimeOffset instant)
    {
        if (AreOpenAt(instant))
            return instant;

        var day = ServiceDay.Of(instant);
        if (day.TimeOf(instant) >= Opens)
            day = day.AddDays(1);
        while (IsYearEnd(day.Date))
            day = day.AddDays(1);
        return day.At(Opens);
    }

    /// <summary>年末年始（12月29日から1月3日まで）: the service days that do not exist.</summary>
    public static bool IsYearEnd(DateOnly serviceDay) => serviceDay is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
