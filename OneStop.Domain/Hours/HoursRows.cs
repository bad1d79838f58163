namespace OneStop.Domain.Hours;

/// <summary>A setting of the hours of one method, from a service day on.</summary>
/// <param name="HasBegun">Whether its first day has come, so that it cannot be deleted any more.</param>
/// <param name="IsInForce">Whether it is in force today.</param>
public sealed record HoursRow(Guid Id, ContactMethod Method, DateOnly From, ServiceHours Hours, string Reason, string SetBy, bool HasBegun, bool IsInForce);

/// <summary>A closure as a row on screen.</summary>
/// <param name="Method">Null for all methods.</param>
/// <param name="IsToCome">Whether its first day is today or later.</param>
public sealed record ClosureRow(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, string SetBy, bool IsToCome);

/// <summary>The form for the hours of a method.</summary>
/// <param name="From">The first service day on which they are valid.</param>
/// <param name="Reason">The reason, as agreed with the City.</param>
public sealed record HoursWish(ContactMethod Method, DateOnly? From, TimeSpan Opens, TimeSpan Closes, string Reason)
{
    /// <summary>A form with the hours of the specification, from a day on, without a reason.</summary>
    public static HoursWish Standard(DateOnly from) => new(default, from, ServiceHours.Standard.Opens, ServiceHours.Standard.Closes, "");

    /// <summary>
    /// Whether evidence is required: only the hours of online talks may be shortened by agreement alone; for the telephone, evidence must show that
    /// other hours serve people better.
    /// </summary>
    public bool NeedsEvidence => Method == ContactMethod.Phone && (Opens, Closes) != (ServiceHours.Standard.Opens, ServiceHours.Standard.Closes);
}

/// <summary>The form for a closure.</summary>
/// <param name="Method">Null closes all methods.</param>
public sealed record ClosureWish(DateOnly? From, DateOnly? Until, ContactMethod? Method, string Reason)
{
    /// <summary>A form for one day, without a reason.</summary>
    public static ClosureWish On(DateOnly day) => new(day, day, null, "");
}

/// <summary>The hours in force, settings and closures.</summary>
/// <param name="Today">The present service day.</param>
/// <param name="InForce">The hours of each method today, regardless of closures.</param>
/// <param name="Settings">All settings, the latest first.</param>
/// <param name="Closures">The closures that are not over.</param>
/// <param name="Outside">Coming bookings outside the hours. They stay valid, and somebody calls the clients.</param>
public sealed record HoursView(DateOnly Today, IReadOnlyDictionary<ContactMethod, ServiceHours> InForce, IReadOnlyList<HoursRow> Settings,
    IReadOnlyList<ClosureRow> Closures, IReadOnlyList<IBookedTime> Outside);

/// <summary>The result of changing hours or closures.</summary>
/// <param name="Outside">Coming bookings of these methods and days that lie outside the hours now.</param>
public sealed record HoursChange(Guid Id, IReadOnlyList<IBookedTime> Outside);

/// <summary>A closure before it was lifted, for undoing.</summary>
public sealed record LiftedClosure(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, bool WasRemoved);

/// <summary>Whether consultations are held at an instant.</summary>
/// <param name="Open">The hours of the day; null if no consultations are held now.</param>
/// <param name="ChangesAt">When they end, or begin; null if nothing is held for months.</param>
public sealed record HoursNow(ServiceHours? Open, DateTimeOffset? ChangesAt);
