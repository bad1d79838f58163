using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings;

/// <summary>来談・無断: what belongs to recording that a booked talk was held or missed, whoever records it.</summary>
internal static class HeldBookings
{
    extension(OneStopDb db)
    {
        /// <summary>Records that the talk was held, and calls off what has not gone out and is not true any more, 声かけ too.</summary>
        /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
        public async Task Hold(Booking booking, Guid by, DateTimeOffset now)
        {
            booking.Hold(by, now);
            await db.SilenceInvitation(booking, now);
            await db.CancelNotices(booking, now);
            await db.CancelCallNotices(booking, now);
        }

        /// <summary>Records that the client did not come. That we called them stays true, and goes out.</summary>
        /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
        public async Task Miss(Booking booking, Guid by, DateTimeOffset now)
        {
            booking.Miss(by, now);
            await db.CancelNotices(booking, now);
        }

        /// <summary>Takes 声かけ back if it has not gone out: the client came after all.</summary>
        public async Task SilenceInvitation(Booking booking, DateTimeOffset now)
        {
            if (booking.InvitedAgainAt is not null && await db.CallOff(booking.LastNoticeId, now))
                booking.TakeInvitationBack();
        }
    }
}
