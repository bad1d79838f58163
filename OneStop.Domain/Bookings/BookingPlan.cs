namespace OneStop.Domain.Bookings;

/// <summary>When staff books for a client, and how.</summary>
/// <param name="Start">On a quarter hour; staff are bound by no notice.</param>
/// <param name="StaffId">Who is to hold it; null lets the service choose.</param>
/// <param name="Beyond">On purpose, whatever the shift says and whatever the person has.</param>
/// <param name="Tells">The client is told in LINE.</param>
public sealed record BookingPlan(BookingKind Kind, ContactMethod Method, DateTimeOffset Start, Guid? StaffId, bool Beyond, bool Tells);

/// <summary>A start on a day, and who is free for it.</summary>
public sealed record FreeTime(TimeSpan Time, IReadOnlyList<FreePerson> People);

/// <summary>Somebody who is free.</summary>
public sealed record FreePerson(Guid Id, string Name);
