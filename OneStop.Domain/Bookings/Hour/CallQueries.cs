using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Queries over calls.</summary>
public static class CallQueries
{
    extension(IQueryable<CallTry> tries)
    {
        /// <summary>The tries that were not undone.</summary>
        public IQueryable<CallTry> Standing() => tries.Where(t => t.TakenBackAt == null);

        /// <summary>The talks about a booking that are over.</summary>
        public IQueryable<CallTry> TalksOf(Guid bookingId) =>
            tries.Standing().Where(t => t.BookingId == bookingId && t.Outcome == CallOutcome.Talked && t.EndedAt != null);

        /// <summary>Selects the rows of a sheet, the latest first.</summary>
        internal IQueryable<CallTryRow> ToRows(OneStopDb db) =>
            from t in tries
            join s in db.Users on t.StaffId equals s.Id
            orderby t.At descending, t.Id descending
            select new CallTryRow
            {
                Id = t.Id,
                At = t.At,
                Outcome = t.Outcome,
                StaffName = s.Name,
                Note = t.Note,
                EndedAt = t.EndedAt,
                NoticeAt = db.Messages.Any(m => m.Id == t.NoticeId && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId
                    && (o.State == Delivery.Failed || o.State == Delivery.TakenBack))) ? null : t.NoticeAt,
                TellsAt = t.TellsFrom ?? db.OutgoingMessages.Where(o => o.State == Delivery.Waiting && o.Attempts == 0
                    && db.Messages.Any(m => m.Id == t.NoticeId && m.OutgoingId == o.Id)).Select(o => (DateTimeOffset?)o.NextTryAt).FirstOrDefault(),
            };
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns what a call about a booking needs; null if there is no such booking.</summary>
        internal async Task<CallSheet?> CallSheetOf(Guid bookingId)
        {
            if (await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookingId) is not { } booking)
                return null;
            var client = await db.Clients.AsNoTracking().SingleAsync(c => c.Id == booking.ClientId);
            var talk = await db.Conversations.AsNoTracking().Include(c => c.Friend).SingleOrDefaultAsync(c => c.FriendId == client.FriendId);
            var (day, chain) = (booking.Slot.Day, await db.ChainOf(booking));
            var hours = (await db.Calendar(day.Date)).HoursOn(day, ContactMethod.Phone);
            return new()
            {
                ClientId = client.Id,
                ConversationId = talk?.Id,
                CalledName = client.FullName is { } name ? StaffMember.FamilyNameOf(name) : client.Name ?? talk?.Friend.CalledAs,
                Wishes = await FactPlaces.Contact.Read(db, client),
                NoContact = talk?.NoContact,
                IsDiscreet = talk?.Discretion is not null,
                CanBeTold = talk is { Friend.IsBlocked: false },
                Closes = hours is null ? null : day.At(hours.Closes),
                Tries = await db.CallTries.Standing().Where(t => t.BookingId == bookingId).ToRows(db).ToListAsync(),
                Earlier = chain is [_] ? []
                    : await db.CallTries.Standing().Where(t => t.BookingId != bookingId && chain.Contains(t.BookingId)).ToRows(db).ToListAsync(),
            };
        }

        /// <summary>Whether the client was told, or is about to be, of a call about a booking or about one from which it was moved.</summary>
        internal async Task<bool> KnowsOfCalls(Booking booking)
        {
            var chain = await db.ChainOf(booking);
            return await db.CallTries.Standing().AnyAsync(t => chain.Contains(t.BookingId) && (t.TellsFrom != null || (t.NoticeAt != null
                && !db.Messages.Any(m => m.Id == t.NoticeId && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId
                    && (o.State == Delivery.Failed || o.State == Delivery.TakenBack))))));
        }

        /// <summary>Calls off the messages about calls that have not gone out: the client was reached, or the booking has ended.</summary>
        internal async Task CancelCallNotices(Booking booking, DateTimeOffset now)
        {
            foreach (var tried in await db.CallTries.Where(t => t.BookingId == booking.Id && t.NoticeId != null).ToListAsync())
                if (await db.CallOff(await db.SendingOf(tried.NoticeId), now))
                    tried.TakeTellingBack();
        }
    }
}
