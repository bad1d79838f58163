using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Bookings.Slots;

/// <summary>
/// How a client gets somebody's time; what LINE and the portal have in common. The key of
/// <see cref="BookingCell"/> decides: on a conflict the whole change is read and applied again.
/// </summary>
internal static class SlotAllocator
{
    extension(OneStopDb db)
    {
        /// <summary>Seats a client with somebody who is free then.</summary>
        /// <param name="earliest">What notice the client must give; staff need none.</param>
        /// <param name="heldUntil">仮押さえ; null confirms it at once.</param>
        /// <param name="moves">The booking that this one takes the place of; it is cancelled in the same save.</param>
        /// <param name="by">The member of staff who books for the client, and with whom; null lets the service choose.</param>
        /// <returns>The new booking; null if nobody is free then.</returns>
        public async Task<Booking?> Allocate(Client client, BookingTerms terms, ContactMethod method, DateTimeOffset start, DateTimeOffset earliest,
            DateTimeOffset now, DateTimeOffset? heldUntil = null, Booking? moves = null, (Guid Enters, Guid? With)? by = null)
        {
            var slot = new Slot(start, terms.Minutes);
            await db.TakeTurn(); // all who ask at once would be given the same person, and all but one would have looked in vain
            await db.LetGoOfHeld(client.Id, now);
            var freeSlots = await FreeSlots.Read(db, terms, method, slot.Day, slot.Day, earliest, now, moves, client.Id);
            var before = moves?.StaffId ?? await db.Bookings.LastPersonOf(client.Id, terms.Kind).Select(id => (Guid?)id).FirstOrDefaultAsync();
            var free = freeSlots.PeopleFor(start, before);
            if (free.Count == 0 || (by?.With is { } wished && !free.Contains(wished)))
                return null;
            return await db.Take(client, terms, method, slot, by?.With ?? free[0], heldUntil, now, moves, by?.Enters);
        }

        /// <summary>
        /// Books a person's time whatever their shift says and whatever they have, as staff
        /// may on purpose: in the second lane where the first is taken.
        /// </summary>
        /// <exception cref="RuleException">Nothing is held at this time, or two bookings are there already.</exception>
        public async Task<Booking> Overbook(Client client, BookingTerms terms, ContactMethod method, DateTimeOffset start, DateTimeOffset now,
            Booking? moves, Guid enteredBy, Guid staffId, DateTimeOffset? heldUntil = null)
        {
            var slot = new Slot(start, terms.Minutes);
            if (!(await db.Calendar(slot.Day.Date)).Covers(slot, method))
                throw new RuleException("相談を実施していない時間です。");
            await db.LetGoOfHeld(client.Id, now);
            var (first, until) = (BookingCell.IndexOf(slot.Start.AddMinutes(-terms.BufferBefore)),
                BookingCell.IndexOf(slot.Start.AddMinutes(-terms.BufferBefore)) + terms.Quarters);
            var taken = await db.BookingCells.Where(c => c.StaffId == staffId && c.Quarter >= first && c.Quarter < until
                && (moves == null || c.BookingId != moves.Id)).Select(c => c.Lane).Distinct().ToListAsync();
            if (taken.Count > 1)
                throw new RuleException("この時間には、すでに2件の予約があります。");
            return await db.Take(client, terms, method, slot, staffId, heldUntil, now, moves, enteredBy, taken is [0] ? 1 : 0);
        }

        private async Task<Booking> Take(Client client, BookingTerms terms, ContactMethod method, Slot slot, Guid staffId, DateTimeOffset? heldUntil,
            DateTimeOffset now, Booking? moves, Guid? enteredBy, int lane = 0)
        {
            if (moves is not null)
            {
                moves.Cancel(enteredBy, null, now);
                await db.CancelNotices(moves, now);
                db.ChangeTracker.DetectChanges(); // its quarter hours are let go of before the new one takes some of them
            }
            var booking = Booking.Of(client, terms, method, slot, staffId, enteredBy, heldUntil, now, lane);
            if (moves is not null)
                booking.Follow(moves);
            return db.Bookings.Add(booking).Entity;
        }

        /// <summary>
        /// Takes the time back of what was held and not confirmed, and of what this client holds: they chose anew. Deleted it is later, by
        /// itself: the database would take the quarter hours along that a new booking is given in the same save.
        /// </summary>
        public async Task LetGoOfHeld(Guid clientId, DateTimeOffset now)
        {
            foreach (var held in await db.Bookings.Include(b => b.Cells).Expired(now).Where(b => b.Cells.Any()).ToListAsync())
                held.LetGo(now);
            foreach (var held in await db.Bookings.Include(b => b.Cells).HeldFor(clientId).ToListAsync())
                held.LetGo(now);
            db.ChangeTracker.DetectChanges();
        }

        /// <summary>Deletes what was held and not confirmed in time: nobody was promised anything.</summary>
        public async Task DeleteExpired(DateTimeOffset now) => db.Bookings.RemoveRange(await db.Bookings.Include(b => b.Cells).Expired(now).ToListAsync());
    }
}
