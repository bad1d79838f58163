namespace OneStop.Portal.Features.Bookings;

/// <summary>The booking that this member entered or moved last in this window: the next list focuses and marks it.</summary>
internal sealed class LatestBooking
{
    private Guid? id, toShow;

    /// <summary>Marks a booking that was entered or moved.</summary>
    public void Mark(Guid bookingId) => id = toShow = bookingId;

    /// <summary>Returns whether it is this booking.</summary>
    public bool Is(Guid bookingId) => id == bookingId;

    /// <summary>Removes the mark when the list is left, so that a later list shows the booking like any other.</summary>
    public void Leave() => id = toShow = null;

    /// <summary>Returns whether this booking must be focused; true only once.</summary>
    public bool TakesFocus(Guid bookingId)
    {
        if (toShow != bookingId)
            return false;
        toShow = null;
        return true;
    }
}
