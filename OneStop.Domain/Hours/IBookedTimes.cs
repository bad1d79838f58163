using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Hours;

/// <summary>A promised talk as hours, closures and shifts see it: when, how, and with whom of the staff.</summary>
public interface IBookedTime : IShowsPerson
{
    /// <summary>The booking's id.</summary>
    Guid Id { get; }

    /// <summary>Its time.</summary>
    Slot Slot { get; }

    /// <summary>How it is held.</summary>
    ContactMethod Method { get; }

    /// <summary>Who holds it.</summary>
    Guid StaffId { get; }
}

/// <summary>
/// The promised talks. Hours and shifts ask for them, to say which of them a change leaves outside. Bookings stand on hours and shifts
/// and implement this, so that neither has to know them.
/// </summary>
public interface IBookedTimes
{
    /// <summary>The talks that are promised and ahead, on the service days from one to another.</summary>
    Task<IReadOnlyList<IBookedTime>> Ahead(OneStopDb db, DateOnly from, DateOnly until, DateTimeOffset now);
}
