namespace OneStop.Domain.Bookings;

/// <summary>The quarter hours that the booking occupies. These members need <see cref="Cells"/> to be loaded.</summary>
public sealed partial class Booking
{
    /// <summary>Whether all of the booking's quarter hours are still reserved for it. Needs the loaded cells.</summary>
    internal bool KeepsItsTime => cells.Count == Quarters;

    /// <summary>引き継ぐ: gives the booking to another member of staff, at the same time, with the talk if it runs.</summary>
    /// <param name="lane">1 if it goes back beside another booking of that person.</param>
    internal void HandTo(Guid staffId, int lane = 0)
    {
        (StaffId, Lane) = (staffId, lane);
        cells.Clear();
        KeepTime();
        Talk?.HandTo(staffId);
    }

    private void KeepTime()
    {
        for (var i = 0; i < Quarters; i++)
            cells.Add(new(StaffId, FirstQuarter + i, Lane, Id));
    }

    /// <summary>Ends a hold: its quarter hours become free at once, and the row is deleted later.</summary>
    internal void LetGo(DateTimeOffset now)
    {
        HeldUntil = now;
        cells.Clear();
    }
}
