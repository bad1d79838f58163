namespace OneStop.Domain.Bookings;

/// <summary>What staff enters to book for a client.</summary>
/// <param name="Start">On a quarter hour; the minimum notice does not apply to staff.</param>
/// <param name="StaffId">Who is to hold the talk; null lets the service choose.</param>
/// <param name="Beyond">Books on purpose outside the person's shift or beside another booking.</param>
/// <param name="Tells">Whether the client is notified in LINE.</param>
/// <param name="Minutes">The length of the talk: 15 to 60, in steps of 15; null for the length of the kind.</param>
/// <param name="Reason">Why it is booked outside the shift or beside another booking; required with <paramref name="Beyond"/>.</param>
public sealed record BookingPlan(BookingKind Kind, ContactMethod Method, DateTimeOffset Start, Guid? StaffId, bool Beyond, bool Tells,
    int? Minutes = null, string Reason = "");

/// <summary>A start on a day, and who is free then.</summary>
public sealed record FreeTime(TimeSpan Time, IReadOnlyList<FreePerson> People);

/// <summary>A member of staff who is free, or who can be chosen.</summary>
public sealed record FreePerson(Guid Id, string Name);
