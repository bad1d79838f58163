using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>What the clock may have said in time that is lost: it counts as said, because nobody must be told twice (こちらから二重に送らない).</summary>
public sealed partial class ReminderDesk
{
    /// <summary>
    /// After a restore: reminders whose time has come, and offers of room that is free now, count as said. Whoever was not told
    /// after all has their booking and their place on the list; when the day was full once more, they are told again.
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
                    continue; // nothing reaches them in LINE
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
