namespace OneStop.Domain.Hours;

/// <summary>Hours of one method as they were set, from a service day on.</summary>
/// <param name="HasBegun">Its first day is here or past: it cannot be taken back any more.</param>
/// <param name="IsInForce">It is what holds today.</param>
public sealed record HoursRow(Guid Id, ContactMethod Method, DateOnly From, ServiceHours Hours, string Reason, string SetBy, bool HasBegun, bool IsInForce);

/// <summary>A closure as the screen shows it.</summary>
/// <param name="Method">Null for all methods.</param>
/// <param name="IsToCome">Nothing of it has happened.</param>
public sealed record ClosureRow(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, string SetBy, bool IsToCome);

/// <summary>What a manager wishes the hours of a method to be.</summary>
/// <param name="From">The first service day on which they hold.</param>
/// <param name="Reason">On what ground, as agreed with the City.</param>
public sealed record HoursWish(ContactMethod Method, DateOnly? From, TimeSpan Opens, TimeSpan Closes, string Reason)
{
    /// <summary>The hours of the specification, from a day on, with no reason written yet.</summary>
    public static HoursWish Standard(DateOnly from) => new(default, from, ServiceHours.Standard.Opens, ServiceHours.Standard.Closes, "");

    /// <summary>Only online talk may be shortened by agreement; the telephone's hours need evidence that others serve people better.</summary>
    public bool NeedsEvidence => Method == ContactMethod.Phone && (Opens, Closes) != (ServiceHours.Standard.Opens, ServiceHours.Standard.Closes);
}

/// <summary>What a manager wishes to close.</summary>
/// <param name="Method">Null closes all methods.</param>
public sealed record ClosureWish(DateOnly? From, DateOnly? Until, ContactMethod? Method, string Reason)
{
    /// <summary>One day, with no reason written yet.</summary>
    public static ClosureWish On(DateOnly day) => new(day, day, null, "");
}

/// <summary>When what is held, now and from when on.</summary>
/// <param name="Today">The service day that it is.</param>
/// <param name="InForce">The hours of each method today, closures aside.</param>
/// <param name="Settings">What was set, the latest first.</param>
/// <param name="Closures">Those that are not over.</param>
/// <param name="Outside">Promised bookings that lie outside: they stay valid, and somebody calls the people.</param>
public sealed record HoursView(DateOnly Today, IReadOnlyDictionary<ContactMethod, ServiceHours> InForce, IReadOnlyList<HoursRow> Settings,
    IReadOnlyList<ClosureRow> Closures, IReadOnlyList<IBookedTime> Outside);

/// <summary>What a change of hours or closures came to.</summary>
/// <param name="Outside">Promised bookings of these methods and days that lie outside now.</param>
public sealed record HoursChange(Guid Id, IReadOnlyList<IBookedTime> Outside);

/// <summary>A closure as it was before somebody lifted it: what undoing needs.</summary>
public sealed record LiftedClosure(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, bool WasRemoved);

/// <summary>Whether consultations are held at an instant.</summary>
/// <param name="Open">The hours of the day, if they are.</param>
/// <param name="ChangesAt">When they end, or begin; null if nothing is held for months.</param>
public sealed record HoursNow(ServiceHours? Open, DateTimeOffset? ChangesAt);
