namespace OneStop.Domain.Hours;

/// <summary>The service hours of each day and method, from the settings in force and the closures.</summary>
public sealed class ServiceCalendar(IReadOnlyList<HoursSetting> settings, IReadOnlyList<Closure> closures)
{
    private const int LooksAhead = 120; // days; a closure lasts three months at most

    /// <summary>Returns the hours of a method on a service day; null if it is closed.</summary>
    public ServiceHours? HoursOn(ServiceDay day, ContactMethod method)
    {
        if (ServiceHours.IsYearEnd(day.Date) || closures.Any(c => (c.Method is null || c.Method == method) && c.From <= day.Date && day.Date <= c.Until))
            return null;
        return settings.Where(s => s.Method == method).InForceOn(day.Date) is { } set ? new(set.Opens, set.Closes) : ServiceHours.Standard;
    }

    /// <summary>Returns the hours from the first opening to the last closing of all methods; null if all are closed.</summary>
    public ServiceHours? HoursOn(ServiceDay day)
    {
        var hours = Enum.GetValues<ContactMethod>().Select(method => HoursOn(day, method)).OfType<ServiceHours>().ToList();
        return hours.Count == 0 ? null : new(hours.Min(h => h.Opens), hours.Max(h => h.Closes));
    }

    /// <summary>Returns the service days from one on that are open for at least one method, as far as it looks ahead.</summary>
    public IEnumerable<ServiceDay> OpenDays(ServiceDay from) => Enumerable.Range(0, LooksAhead).Select(from.AddDays).Where(day => HoursOn(day) is not null);

    /// <summary>Returns whether consultations are held at an instant, and when that changes.</summary>
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

    /// <summary>Returns when a method opens next after an instant; null if that is further than it looks ahead.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset instant, ContactMethod method) => Enumerable.Range(0, LooksAhead).Select(ServiceDay.Of(instant).AddDays)
        .Select(day => HoursOn(day, method) is { } hours ? day.At(hours.Opens) : (DateTimeOffset?)null).FirstOrDefault(opens => opens > instant);

    /// <summary>Returns the reason why a service day is closed for all methods; null if it is not.</summary>
    public string? WhyClosed(DateOnly day) =>
        ServiceHours.IsYearEnd(day) ? "年末年始" : closures.FirstOrDefault(c => c.Method is null && c.From <= day && day <= c.Until)?.Reason;

    /// <summary>Whether the whole slot lies within the hours of a method.</summary>
    public bool Covers(Slot slot, ContactMethod method) =>
        HoursOn(slot.Day, method) is { } hours && slot.Day.TimeOf(slot.Start) >= hours.Opens && slot.Day.TimeOf(slot.End) <= hours.Closes;
}
