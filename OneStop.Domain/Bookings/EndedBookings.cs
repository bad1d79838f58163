using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings;

/// <summary>What follows when a booking is cancelled or moved, whoever does it.</summary>
internal static class EndedBookings
{
    extension(OneStopDb db)
    {
        /// <summary>Calls off the notices that still wait, and ends a call or a talk by video that nobody has ended.</summary>
        public async Task WindUp(Booking booking, DateTimeOffset now)
        {
            await db.CancelNotices(booking, now);
            await db.CancelCallNotices(booking, now);
            foreach (var call in await db.CallTries.Standing().Where(t => t.BookingId == booking.Id && t.Outcome == CallOutcome.Talked && t.EndedAt == null)
                .ToListAsync())
                call.End(now);
            (await db.VideoTalks.SingleOrDefaultAsync(t => t.BookingId == booking.Id))?.End(now);
        }
    }
}
