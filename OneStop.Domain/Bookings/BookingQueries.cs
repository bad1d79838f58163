using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Evidence;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;

namespace OneStop.Domain.Bookings;

/// <summary>A stretch of a member of staff's time that is taken.</summary>
public sealed record TakenTime(Guid StaffId, long FirstQuarter, int Quarters);

/// <summary>Queries over bookings.</summary>
public static class BookingQueries
{
    /// <summary>The most quarter hours of one booking with its buffers: three hours.</summary>
    private const int LongestQuarters = 12;

    extension(IQueryable<Booking> bookings)
    {
        /// <summary>仮押さえ that ran out without a confirmation.</summary>
        public IQueryable<Booking> Expired(DateTimeOffset now) =>
            bookings.Where(b => b.State == BookingState.Tentative && b.HeldUntil != null && b.HeldUntil <= now);

        /// <summary>仮押さえ of a client who is choosing in LINE.</summary>
        public IQueryable<Booking> HeldFor(Guid clientId) =>
            bookings.Where(b => b.ClientId == clientId && b.State == BookingState.Tentative && b.HeldUntil != null && b.EnteredBy == null);

        /// <summary>All bookings except the client's own <see cref="HeldFor"/>.</summary>
        public IQueryable<Booking> NotHeldFor(Guid clientId) =>
            bookings.Where(b => b.ClientId != clientId || b.State != BookingState.Tentative || b.HeldUntil == null || b.EnteredBy != null);

        /// <summary>The bookings that occupy somebody's time.</summary>
        public IQueryable<Booking> Taking(DateTimeOffset now) => bookings.Where(b =>
            (b.State == BookingState.Tentative && (b.HeldUntil == null || b.HeldUntil > now)) || b.State == BookingState.Confirmed
            || b.State == BookingState.Held || b.State == BookingState.Missed);

        /// <summary>The time taken between two quarter hours (the second exclusive).</summary>
        public IQueryable<TakenTime> TakenBetween(long from, long until, DateTimeOffset now) => bookings.Taking(now)
            .Where(b => b.FirstQuarter < until && b.FirstQuarter > from - LongestQuarters)
            .Select(b => new TakenTime(b.StaffId, b.FirstQuarter, b.Quarters));

        /// <summary>The client's coming bookings, the earliest first.</summary>
        public IQueryable<Booking> ComingOf(Guid clientId, DateTimeOffset now) => bookings
            .Where(b => b.ClientId == clientId && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null))
                && b.Slot.End > now)
            .OrderBy(b => b.Slot.Start);

        /// <summary>Returns the sentence for a client who has another talk at that time; null if they have none.</summary>
        /// <param name="besides">The booking that is to be moved.</param>
        public async Task<string?> ClashOf(Guid clientId, Slot slot, Guid? besides, DateTimeOffset now) =>
            (await bookings.ComingOf(clientId, now).AsNoTracking().ToListAsync()).Find(b => b.Id != besides && b.Slot.Overlaps(slot)) is { } other
                ? $"この方には、同じ時間に{other.Kind.InJapanese}（{other.Slot}）があります。"
                : null;

        /// <summary>
        /// The client's bookings after the given one, the earliest first, without cancelled ones and holds. <see cref="BookingRow.HasLater"/> has the
        /// same condition.
        /// </summary>
        public IQueryable<Booking> LaterThan(Booking one) => bookings
            .Where(b => b.ClientId == one.ClientId && b.Slot.Start > one.Slot.Start
                && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null) || b.State == BookingState.Held
                    || b.State == BookingState.Missed))
            .OrderBy(b => b.Slot.Start);

        /// <summary>The member of staff of the client's bookings of this kind, the latest first.</summary>
        public IQueryable<Guid> LastPersonOf(Guid clientId, BookingKind kind) => bookings
            .Where(b => b.ClientId == clientId && b.Kind == kind
                && (b.State == BookingState.Confirmed || b.State == BookingState.Held || b.State == BookingState.Missed))
            .OrderByDescending(b => b.Slot.Start).Select(b => b.StaffId);

        /// <summary>Confirmed bookings that begin by then and lack a reminder.</summary>
        public IQueryable<Booking> ToBeReminded(DateTimeOffset now, DateTimeOffset until) => bookings
            .Where(b => b.State == BookingState.Confirmed && b.Slot.Start > now && b.Slot.Start <= until
                && (b.DayReminderAt == null || b.HourReminderAt == null))
            .OrderBy(b => b.Slot.Start);

        /// <summary>The bookings of some service days.</summary>
        public IQueryable<Booking> OnDays(DateOnly from, DateOnly until) => bookings.Where(b => b.Day.ServiceDay >= from && b.Day.ServiceDay <= until);

        /// <summary>What a list shows: without holds that ran out and without annulled bookings.</summary>
        public IQueryable<Booking> Shown(DateTimeOffset now) =>
            bookings.Where(b => !b.IsAnnulled).Where(b => b.State != BookingState.Tentative || b.HeldUntil == null || b.HeldUntil > now);

        /// <summary>The bookings of clients found by a number or by a part of the name.</summary>
        public IQueryable<Booking> OfSought(OneStopDb db, string words)
        {
            var sought = db.Clients.Sought(db, words).Select(c => c.Id);
            return bookings.Where(b => sought.Contains(b.ClientId));
        }

        /// <summary>Confirmed or proposed bookings in the future, from a service day on.</summary>
        public IQueryable<Booking> Ahead(DateOnly from, DateTimeOffset now) => bookings
            .Where(b => (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null)) && b.Slot.Start > now
                && b.Day.ServiceDay >= from);

        /// <summary>
        /// The bookings that count as evidence for a change of the hours (仕様書 7(2)①(エ)). A moved booking counts once, at its last time; holds and
        /// annulled bookings do not count.
        /// </summary>
        public IQueryable<Booking> Evident(OneStopDb db) =>
            bookings.Where(b => !b.IsAnnulled && b.State != BookingState.Tentative && !db.Bookings.Any(next => next.MovedFrom == b.Id));

        /// <summary>The bookings behind one number of the evidence.</summary>
        public IQueryable<Booking> Behind(EvidenceNumber number)
        {
            var band = number.Band % 24; // 24:00 is stored as hour 0 of the clock
            return bookings.Where(b => (band == null || b.Day.HourBand == band) && (number.Method == null || b.Method == number.Method)
                && (number.State == null || b.State == number.State));
        }

        /// <summary>Counts bookings by hour band, method and state.</summary>
        public IQueryable<BandCount> CountedByBand() => bookings
            .GroupBy(b => new { b.Day.HourBand, b.Method, b.State })
            .Select(g => new BandCount(g.Key.HourBand, g.Key.Method, g.Key.State, g.Count()));

        /// <summary>Selects the rows of a screen.</summary>
        public IQueryable<BookingRow> ToRows(OneStopDb db) =>
            from b in bookings
            join c in db.Clients on b.ClientId equals c.Id
            join s in db.Users on b.StaffId equals s.Id
            join f in db.Friends on c.FriendId equals (Guid?)f.Id into friends
            from f in friends.DefaultIfEmpty()
            join t in db.Conversations on f.Id equals t.FriendId into talks
            from t in talks.DefaultIfEmpty()
            orderby b.Slot.Start, b.Id
            select new BookingRow
            {
                Id = b.Id,
                Kind = b.Kind,
                Method = b.Method,
                Start = b.Slot.Start,
                End = b.Slot.End,
                State = b.State,
                HeldUntil = b.HeldUntil,
                StaffId = b.StaffId,
                StaffName = s.Name,
                ClientId = c.Id,
                ClientNumber = c.Number,
                ClientName = c.FullName ?? c.Name,
                FriendNumber = f == null ? null : f.Number,
                CalledAs = f == null ? null : f.CalledAs,
                ConversationId = t == null ? null : t.Id,
                CanBeTold = t != null && f!.BlockedAt == null,
                PhoneEnd = c.Phone == null ? null : c.Phone!.Substring(c.Phone!.Length - 4),
                BeyondReason = b.BeyondReason,
                Moves = b.Moves,
                IsAcknowledged = b.AcknowledgedAt != null,
                Reason = b.Reason,
                MovedTo = b.State == BookingState.Cancelled ? db.Bookings.Where(n => n.MovedFrom == b.Id).Max(n => (DateTimeOffset?)n.Slot.Start) : null,
                ByStaff = b.EnteredBy != null,
                TalkBeganAt = b.Talk == null ? null : b.Talk!.BeganAt,
                TalkEndedAt = b.Talk == null ? null : b.Talk!.EndedAt,
                LateMinutes = b.Late == null ? null : b.Late!.Minutes,
                IsInvitedAgain = b.InvitedAgainAt != null,
                Calls = b.Method == ContactMethod.Phone ? db.CallTries.Count(t => t.BookingId == b.Id && t.TakenBackAt == null) : 0,
                IsOnThePhone = b.Method == ContactMethod.Phone && db.CallTries.Any(t => t.BookingId == b.Id && t.TakenBackAt == null
                    && t.Outcome == CallOutcome.Talked && t.EndedAt == null),
                HasLater = b.State == BookingState.Missed && db.Bookings.Any(n => n.ClientId == b.ClientId && n.Slot.Start > b.Slot.Start
                    && (n.State == BookingState.Confirmed || (n.State == BookingState.Tentative && n.HeldUntil == null) || n.State == BookingState.Held
                        || n.State == BookingState.Missed)),
            };
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the terms of a kind, or the standard if none were set, with the approved services for video.</summary>
        public async Task<BookingTerms> TermsOf(BookingKind kind, DateTimeOffset now) =>
            (await db.BookingTerms.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == kind) ?? BookingTerms.Standard(kind))
                .With(await db.VideoProviders.AsNoTracking().ToListAsync(), now);

        /// <summary>Returns the ids of a booking and of those from which it was moved, itself first.</summary>
        public async Task<IReadOnlyList<Guid>> ChainOf(Booking booking)
        {
            List<Guid> chain = [booking.Id];
            for (var before = booking.MovedFrom; before is { } id && !chain.Contains(id);
                before = await db.Bookings.Where(b => b.Id == id).Select(b => b.MovedFrom).SingleOrDefaultAsync())
                chain.Add(id);
            return chain;
        }

        /// <summary>
        /// Fills in <see cref="BookingRow.Outside"/> of coming bookings: whether they lie within the service hours and the person's shift.
        /// </summary>
        public async Task<IReadOnlyList<BookingRow>> SayOutside(IReadOnlyList<BookingRow> rows, DateTimeOffset now)
        {
            var days = rows.Where(r => r.Stands && r.Start > now).Select(r => ServiceDay.Of(r.Start).Date).ToList();
            if (days.Count == 0)
                return rows;
            var (calendar, roster) = (await db.Calendar(days.Min()), await db.RosterOf(days.Min(), days.Max()));
            return [.. rows.Select(r => r.Stands && r.Start > now ? r with { Outside = Of(r) } : r)];

            Outside Of(BookingRow row) => !calendar.Covers(row.Slot, row.Method) ? Outside.Hours
                : !roster.Of(row.StaffId, row.Slot.Day).Cover(row.Slot) ? Outside.Shift
                : Outside.Nothing;
        }
    }
}
