using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Hours;

/// <summary>A coming booking as seen by hours, closures and shifts: time, method and member of staff.</summary>
public interface IBookedTime : IShowsPerson
{
    /// <summary>The booking's id.</summary>
    Guid Id { get; }

    /// <summary>The time of the talk.</summary>
    Slot Slot { get; }

    /// <summary>The method of the talk.</summary>
    ContactMethod Method { get; }

    /// <summary>The member of staff who holds it.</summary>
    Guid StaffId { get; }
}

/// <summary>
/// Reads coming bookings, so that hours and shifts can list those that a change leaves outside. Bookings depend on hours and shifts and implement it,
/// so that neither depends on bookings.
/// </summary>
public interface IBookedTimes
{
    /// <summary>Returns the coming bookings of service days between two dates (both inclusive).</summary>
    Task<IReadOnlyList<IBookedTime>> Ahead(OneStopDb db, DateOnly from, DateOnly until, DateTimeOffset now);
}
