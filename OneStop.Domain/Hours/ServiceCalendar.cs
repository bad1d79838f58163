namespace OneStop.Domain.Hours;

/// <summary>When which method is held, by the settings that are in force on each service day.</summary>
public sealed class ServiceCalendar(IReadOnlyList<HoursSetting> settings, IReadOnlyList<Closure> closures)
{
    private const int LooksAhead = 120; // a closure lasts three months at most

    /// <summary>The hours of a service day for a method; null where nothing is held.</summary>
    public ServiceHours? HoursOn(ServiceDay day, ContactMethod method)
    {
        if (ServiceHours.IsYearEnd(day.Date) || closures.Any(c => (c.Method is null || c.Method == method) && c.From <= day.Date && day.Date <= c.Until))
            return null;
        return settings.Where(s => s.Method == method).InForceOn(day.Date) is { } set ? new(set.Opens, set.Closes) : ServiceHours.Standard;
    }

    /// <summary>From the first method that opens on a service day to the last that closes; null where nothing is held.</summary>
    public ServiceHours? HoursOn(ServiceDay day)
    {
        var hours = Enum.GetValues<ContactMethod>().Select(method => HoursOn(day, method)).OfType<ServiceHours>().ToList();
        return hours.Count == 0 ? null : new(hours.Min(h => h.Opens), hours.Max(h => h.Closes));
    }

    /// <summary>How it stands at an instant, and until when.</summary>
    public HoursNow At(DateTimeOffset instant)
    {
        var today = ServiceDay.Of(instant);
        foreach (var day in Enumerable.Range(0, LooksAhead).Select(today.AddDays))
        {
            if (HoursOn(day) is not { } hours || instant >= day.At(hours.Closes))
                continue;
            return instant >= day.At(hours.Opens) ? new(hours, day.At(hours.Closes)) : new(null, day.At(hours.Opens));
        }
        return new(null, null);
    }

    /// <summary>When a method is held next after an instant; null where that is too far away to say.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset instant, ContactMethod method) => Enumerable.Range(0, LooksAhead).Select(ServiceDay.Of(instant).AddDays)
        .Select(day => HoursOn(day, method) is { } hours ? day.At(hours.Opens) : (DateTimeOffset?)null).FirstOrDefault(opens => opens > instant);

    /// <summary>Why nothing at all is held on a service day; null where something is.</summary>
    public string? WhyClosed(DateOnly day) =>
        ServiceHours.IsYearEnd(day) ? "年末年始" : closures.FirstOrDefault(c => c.Method is null && c.From <= day && day <= c.Until)?.Reason;

    /// <summary>Is a slot held from start to end?</summary>
    public bool Covers(Slot slot, ContactMethod method) =>
        HoursOn(slot.Day, method) is { } hours && slot.Day.TimeOf(slot.Start) >= hours.Opens && slot.Day.TimeOf(slot.End) <= hours.Closes;
}
