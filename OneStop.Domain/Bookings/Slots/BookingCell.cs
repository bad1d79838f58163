namespace OneStop.Domain.Bookings.Slots;

/// <summary>A quarter hour of somebody's time that a booking occupies. Its primary key makes the database refuse a second booking.</summary>
public sealed class BookingCell
{
    private BookingCell() { }

    internal BookingCell(Guid staffId, long quarter, int lane, Guid bookingId) => (StaffId, Quarter, Lane, BookingId) = (staffId, quarter, lane, bookingId);

    public Guid StaffId { get; private set; }

    /// <summary>Quarter hours since 1970 in UTC.</summary>
    public long Quarter { get; private set; }

    /// <summary>0, or 1 for a deliberate second booking.</summary>
    public int Lane { get; private set; }

    public Guid BookingId { get; private set; }

    /// <summary>Returns the number of the quarter hour that contains an instant.</summary>
    public static long IndexOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / (Slot.Quarter * 60);
}
