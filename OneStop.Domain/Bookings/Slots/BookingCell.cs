namespace OneStop.Domain.Bookings.Slots;

/// <summary>A quarter hour of somebody's time that a booking keeps: its key is what lets the database refuse a second one.</summary>
public sealed class BookingCell
{
    private BookingCell() { }

    internal BookingCell(Guid staffId, long quarter, int lane, Guid bookingId) => (StaffId, Quarter, Lane, BookingId) = (staffId, quarter, lane, bookingId);

    public Guid StaffId { get; private set; }

    /// <summary>Quarter hours since 1970 in UTC.</summary>
    public long Quarter { get; private set; }

    /// <summary>0, or 1 where somebody booked a second one on purpose.</summary>
    public int Lane { get; private set; }

    public Guid BookingId { get; private set; }

    /// <summary>The quarter hour in which an instant lies.</summary>
    public static long IndexOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / (Slot.Quarter * 60);
}
