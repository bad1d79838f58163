using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>Where a day is full: the next one that is not, so that nobody turns the pages of a calendar with a client on the telephone.</summary>
public sealed partial class BookingDesk
{
    /// <summary>So far ahead is looked; past it shifts are hardly entered.</summary>
    public const int DaysLookedAhead = 60;

    /// <summary>次に空いている日: the first service day after this one, and not before today, on which somebody is free.</summary>
    /// <param name="moving">The booking that is to move: its own time counts as free.</param>
    /// <returns>Null if there is none in the time that is looked at.</returns>
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
        var freeSlots = await FreeSlots.Read(db, await db.TermsOf(kind), method, from, from.AddDays(DaysLookedAhead), now, now, old);
        return Enumerable.Range(0, DaysLookedAhead + 1).Select(from.AddDays)
            .Where(d => freeSlots.AllTimes(d).Count > 0).Select(d => (DateOnly?)d.Date).FirstOrDefault();
    }
}
