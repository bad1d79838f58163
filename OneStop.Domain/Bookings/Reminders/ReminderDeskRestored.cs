using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>
/// After a restore: what may have been sent in the lost time counts as sent, because no notice may go out twice (こちらから二重に送らない).
/// </summary>
public sealed partial class ReminderDesk
{
    /// <summary>
    /// Marks reminders that are due, and offers of times that are free now, as sent. A client who got none still has the booking or the place on the
    /// list, and gets an offer after the day has been full again.
    /// </summary>
    [DisplayName("送ったかもしれないお知らせを、送ったものとする")]
    [Allowed(Clock = true)]
    public async Task CountAsSaid()
    {
        desk.MayDo<ReminderDesk>();
        var now = desk.Now;
        var due = await Due(now);
        var waiting = await Waiting(now);
        await desk.Change(async db =>
        {
            foreach (var booking in await db.Bookings.Where(b => due.Contains(b.Id)).ToListAsync())
            {
                if (await db.TalkOf(booking.ClientId) is null)
                    continue; // cannot be reached in LINE
                if (IsHourDue(booking, now))
                    booking.RemindAnHourBefore(null, now);
                else if (IsDayDue(booking, now))
                    booking.RemindOnTheDayBefore(null, now);
            }
            foreach (var entry in await db.WaitingList.Where(w => waiting.Contains(w.Id) && w.EndedAt == null && w.ToldAt == null).ToListAsync())
                await CountAsOffered(db, entry, now);
        });
    }

    private static async Task CountAsOffered(OneStopDb db, WaitingEntry entry, DateTimeOffset now)
    {
        if (!IsOver(entry, now) && await FreeOn(db, entry, now, entry.ClientId) is [var first, ..])
            entry.Tell(new ServiceDay(entry.Date).At(first), now);
    }
}
