namespace OneStop.Domain.Bookings;

/// <summary>The quarter hours that it keeps from others; to be asked and changed where they are loaded.</summary>
public sealed partial class Booking
{
    /// <summary>Its quarter hours are kept for it, all of them; to be asked where they are loaded.</summary>
    internal bool KeepsItsTime => cells.Count == Quarters;

    /// <summary>引き継ぐ: at the same time with somebody else.</summary>
    internal void HandTo(Guid staffId)
    {
        (StaffId, Lane) = (staffId, 0);
        cells.Clear();
        KeepTime();
    }

    private void KeepTime()
    {
        for (var i = 0; i < Quarters; i++)
            cells.Add(new(StaffId, FirstQuarter + i, Lane, Id));
    }

    /// <summary>What was held is let go of: it keeps nobody's time, and is deleted by and by.</summary>
    internal void LetGo(DateTimeOffset now)
    {
        HeldUntil = now;
        cells.Clear();
    }
}
