namespace OneStop.Domain;

/// <summary>
/// The hours of consultations on a service day (仕様書 7(2)①(エ)(キ)): 6:00 to 25:00, every day except 12/29 to 1/3. The last service day of a year,
/// 12/28, is complete and ends at 1:00 on 12/29.
/// </summary>
/// <param name="Opens">The time since the midnight of the day's date; <paramref name="Closes"/> likewise.</param>
public sealed record ServiceHours(TimeSpan Opens, TimeSpan Closes)
{
    /// <summary>6:00 to 25:00.</summary>
    public static ServiceHours Standard { get; } = new(TimeSpan.FromHours(6), TimeSpan.FromHours(25));

    /// <summary>Whether consultations are held at an instant.</summary>
    public bool AreOpenAt(DateTimeOffset instant)
    {
        var day = ServiceDay.Of(instant);
        return !IsYearEnd(day.Date) && day.TimeOf(instant) >= Opens && day.TimeOf(instant) < Closes;
    }

    /// <summary>Returns the next instant, including this one, at which consultations are held.</summary>
    public DateTimeOffset NextOpenAt(DateTimeOffset instant)
    {
        if (AreOpenAt(instant))
            return instant;

        var day = ServiceDay.Of(instant);
        return (day.TimeOf(instant) >= Opens || IsYearEnd(day.Date) ? Following(day) : day).At(Opens);
    }

    /// <summary>Returns the end of the service day after that of an instant: until then the office does what came in today.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset instant) => Following(ServiceDay.Of(instant)).At(Closes);

    /// <summary>Whether it is a day of 年末年始（12月29日から1月3日まで）, when there is no service.</summary>
    public static bool IsYearEnd(DateOnly serviceDay) => serviceDay is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    private static ServiceDay Following(ServiceDay day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (IsYearEnd(day.Date));
        return day;
    }
}
