using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings;

/// <summary>来談: what belongs to recording that a booked talk was held, whoever records it.</summary>
internal static class HeldBookings
{
    extension(OneStopDb db)
    {
        /// <summary>Records that the talk was held, and takes 声かけ back if it has not gone out.</summary>
        /// <exception cref="RuleException">The booking was cancelled, or its time has not come.</exception>
        public async Task Hold(Booking booking, Guid by, DateTimeOffset now)
        {
            booking.Hold(by, now);
            await db.SilenceInvitation(booking, now);
        }

        /// <summary>Takes 声かけ back if it has not gone out: the client came after all.</summary>
        public async Task SilenceInvitation(Booking booking, DateTimeOffset now)
        {
            if (await db.CancelNotices(booking, now))
                booking.TakeInvitationBack();
        }
    }
}
