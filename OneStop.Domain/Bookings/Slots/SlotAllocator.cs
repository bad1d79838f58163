using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Slots;

/// <summary>
/// Assigns a time to a client, for LINE and the portal alike. The primary key of <see cref="BookingCell"/> decides: on a conflict the whole change is
/// read and applied again (at most five times).
/// </summary>
internal static class SlotAllocator
{
    extension(OneStopDb db)
    {
        /// <summary>Books a client with somebody who is free then.</summary>
        /// <param name="earliest">The earliest start, from the minimum notice; for staff, now.</param>
        /// <param name="heldUntil">仮押さえ; null confirms it at once.</param>
        /// <param name="moves">The booking to be replaced; it is cancelled in the same save.</param>
        /// <param name="by">The member of staff who books for the client, and the one who is to hold the talk; null lets the service choose.</param>
        /// <returns>The new booking; null if nobody is free then.</returns>
        public async Task<Booking?> Allocate(Client client, BookingTerms terms, ContactMethod method, DateTimeOffset start, DateTimeOffset earliest,
            DateTimeOffset now, DateTimeOffset? heldUntil = null, Booking? moves = null, (Guid Enters, Guid? With)? by = null)
        {
            var slot = new Slot(start, terms.Minutes);
            await db.TakeTurn(); // else simultaneous requests would choose the same person, and all but one would fail
            await db.LetGoOfHeld(client.Id, now);
            var freeSlots = await FreeSlots.Read(db, terms, method, slot.Day, slot.Day, earliest, now, moves, client.Id);
            var before = moves?.StaffId ?? await db.Bookings.LastPersonOf(client.Id, terms.Kind).Select(id => (Guid?)id).FirstOrDefaultAsync();
            var free = freeSlots.PeopleFor(start, before);
            if (free.Count == 0 || (by?.With is { } wished && !free.Contains(wished)))
                return null;
            return await db.Take(client, terms, method, slot, by?.With ?? free[0], heldUntil, now, moves, by?.Enters);
        }

        /// <summary>Books a person's time on purpose outside their shift or beside another booking; in lane 1 if lane 0 is taken.</summary>
        /// <exception cref="RuleException">The time is outside the service hours, the kind is not held by this method or person, or two bookings are there
        /// already.</exception>
        public async Task<Booking> Overbook(Client client, BookingTerms terms, ContactMethod method, DateTimeOffset start, DateTimeOffset now,
            Booking? moves, Guid enteredBy, Guid staffId, DateTimeOffset? heldUntil = null)
        {
            var slot = new Slot(start, terms.Minutes);
            if (!(await db.Calendar(slot.Day.Date)).Covers(slot, method))
                throw new RuleException("相談を実施していない時間です。");
            if (!terms.Offers(method, slot.Day))
                throw new RuleException($"{terms.Kind.InJapanese}は、{method.InJapanese}では行っていません。ほかの方法を選んでください。");
            var person = await db.Users.AsNoTracking().WorkingHere().SingleOrDefaultAsync(u => u.Id == staffId);
            if (person?.Duties.Contains(terms.Kind.Needs) != true)
                throw new RuleException($"{terms.Kind.InJapanese}を担当できる人を選んでください。", nameof(BookingPlan.StaffId));
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
                await db.WindUp(moves, now);
                db.ChangeTracker.DetectChanges(); // EF must see the freed quarter hours as deleted before the new booking takes some of them
            }
            var booking = Booking.Of(client, terms, method, slot, staffId, enteredBy, heldUntil, now, lane);
            if (moves is not null)
            {
                booking.Follow(moves);
                await db.TakeLinkAlong(moves, booking, now);
            }
            return db.Bookings.Add(booking).Entity;
        }

        /// <summary>
        /// Frees the time of holds that ran out, and of this client's own holds, because they choose anew. The rows are deleted later: a cascade in
        /// this save could delete quarter hours that a new booking takes.
        /// </summary>
        public async Task LetGoOfHeld(Guid clientId, DateTimeOffset now)
        {
            foreach (var held in await db.Bookings.Include(b => b.Cells).HeldFor(clientId).ToListAsync())
                held.LetGo(now);
            await db.LetGoOfExpired(now);
        }

        /// <summary>Frees the time of holds that ran out.</summary>
        public async Task LetGoOfExpired(DateTimeOffset now)
        {
            foreach (var held in await db.Bookings.Include(b => b.Cells).Expired(now).Where(b => b.Cells.Any()).ToListAsync())
                held.LetGo(now);
            db.ChangeTracker.DetectChanges();
        }

        /// <summary>Deletes holds that ran out, with an address that was entered for one: nobody has got it.</summary>
        public async Task DeleteExpired(DateTimeOffset now)
        {
            var expired = await db.Bookings.Include(b => b.Cells).Expired(now).ToListAsync();
            var ids = expired.Select(b => b.Id).ToList();
            foreach (var link in await db.VideoLinks.Where(l => ids.Contains(l.BookingId)).ToListAsync())
                await db.Forget(link);
            db.Bookings.RemoveRange(expired);
        }
    }
}
