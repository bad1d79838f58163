using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>
/// The search for the next day with a free time, so that nobody has to turn the pages of a calendar while a client is on the telephone.
/// </summary>
public sealed partial class BookingDesk
{
    /// <summary>How many days ahead are searched; few shifts are entered beyond that.</summary>
    public const int DaysLookedAhead = 60;

    /// <summary>次に空いている日: returns the first service day after the given one, and not before today, on which somebody is free.</summary>
    /// <param name="moving">The booking that is to be moved: its own time counts as free.</param>
    /// <returns>Null if there is none within <see cref="DaysLookedAhead"/>.</returns>
    [DisplayName("次に空いている日をさがす")]
    [Allowed(Casework = true)]
    public async Task<DateOnly?> NextFreeDay(BookingKind kind, ContactMethod method, DateOnly after, Guid? moving = null)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var old = moving is { } id ? await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) : null;
        var (next, today) = (new ServiceDay(after).AddDays(1), ServiceDay.Of(now));
        var from = next.Date < today.Date ? today : next;
        var freeSlots = await FreeSlots.Read(db, await db.TermsOf(kind, now), method, from, from.AddDays(DaysLookedAhead), now, now, old);
        return Enumerable.Range(0, DaysLookedAhead + 1).Select(from.AddDays)
            .Where(d => freeSlots.AllTimes(d).Count > 0).Select(d => (DateOnly?)d.Date).FirstOrDefault();
    }
}
