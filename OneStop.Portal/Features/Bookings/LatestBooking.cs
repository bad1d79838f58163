namespace OneStop.Portal.Features.Bookings;

/// <summary>The booking that this person entered or moved last in this window: the list that opens next goes to it, and marks it.</summary>
internal sealed class LatestBooking
{
    private Guid? id, toShow;

    /// <summary>One was entered or moved.</summary>
    public void Mark(Guid bookingId) => id = toShow = bookingId;

    /// <summary>It is this one.</summary>
    public bool Is(Guid bookingId) => id == bookingId;

    /// <summary>The list that showed it was left: whoever comes back finds one like any other.</summary>
    public void Leave() => id = toShow = null;

    /// <summary>Whether this one is to be gone to; true once.</summary>
    public bool TakesFocus(Guid bookingId)
    {
        if (toShow != bookingId)
            return false;
        toShow = null;
        return true;
    }
}
