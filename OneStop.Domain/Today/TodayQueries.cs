using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Consultations;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts;

namespace OneStop.Domain.Today;

/// <summary>Queries of 今日.</summary>
internal static class TodayQueries
{
    extension(IQueryable<Booking> bookings)
    {
        /// <summary>Bookings that a member of staff goes to or went to: not called off, and not only held for a client who is still choosing.</summary>
        public IQueryable<Booking> GoneTo(DateTimeOffset now) => bookings.Shown(now).Where(b => b.HeldUntil == null
            && b.State != BookingState.Cancelled && b.State != BookingState.CalledOff);

        /// <summary>The coming bookings as far as it matters who can hold them.</summary>
        public IQueryable<TalkAhead> ToBeHeld(DateTimeOffset now) => bookings.Ahead(ServiceDay.Of(now).Date, now)
            .Select(b => new TalkAhead(b.Id, b.StaffId, b.Kind, b.Method, b.Slot.Start, b.Slot.End, b.Day.ServiceDay, b.BeyondReason != null));

        /// <summary>Bookings whose talk runs, early or late, and those whose time it is.</summary>
        public IQueryable<Booking> OnAt(DateTimeOffset now) => bookings.Where(b => (b.Talk != null && b.Talk!.EndedAt == null)
            || (b.Slot.Start <= now && b.Slot.End > now && b.State != BookingState.Missed));

        /// <summary>Bookings whose time is over and of which nobody has recorded whether the client came.</summary>
        /// <param name="staff">Whose; null for everybody's.</param>
        public IQueryable<Booking> WithoutOutcome(IReadOnlyList<Guid>? staff, DateTimeOffset now)
        {
            var (isAll, some) = (staff is null, staff ?? []);
            return bookings.Where(b => b.State == BookingState.Confirmed && b.Slot.End <= now && (isAll || some.Contains(b.StaffId)));
        }
    }

    extension(OneStopDb db)
    {
        /// <summary>
        /// Held consultations without a confirmed record. A draft is finished by who wrote it or is named in it, who may be another than the one who was
        /// booked: a substitute, for example.
        /// </summary>
        /// <param name="staff">Whose; null for everybody's.</param>
        public IQueryable<Booking> RecordMissing(IReadOnlyList<Guid>? staff)
        {
            var (isAll, some) = (staff is null, staff ?? []);
            return db.HeldWithoutRecord().Where(b => db.Clients.Any(c => c.Id == b.ClientId && c.ErasedAt == null)
                && (isAll || (db.Consultations.Any(c => c.BookingId == b.Id && c.Removal == null)
                    ? db.Consultations.Any(c => c.BookingId == b.Id && c.Removal == null && (some.Contains(c.StaffId) || some.Contains(c.StartedBy)))
                    : some.Contains(b.StaffId))));
        }

        /// <summary>Returns one person's working times on a service day.</summary>
        public async Task<WorkingTimes> ShiftOf(Guid staffId, ServiceDay day) =>
            new Roster(await db.WeeklyShifts.AsNoTracking().Where(s => s.StaffId == staffId).BegunBy(day.Date).ToListAsync(),
                await db.ShiftExceptions.AsNoTracking().Where(s => s.StaffId == staffId && s.Date == day.Date).ToListAsync()).Of(staffId, day);
    }

    extension(ServiceDay day)
    {
        /// <summary>Returns an instant of this day: the given one, or the day's begin if it has not come yet.</summary>
        public DateTimeOffset NotBefore(DateTimeOffset now) => day.At(ServiceDay.Begins) is var begins && begins > now ? begins : now;
    }

    extension(QuarterHours quarters)
    {
        /// <summary>The quarter hours as spans without a gap.</summary>
        public IReadOnlyList<WorkingTimes.Span> Spans()
        {
            var spans = new List<WorkingTimes.Span>();
            foreach (var time in quarters.Times())
            {
                var until = time + TimeSpan.FromMinutes(Slot.Quarter);
                if (spans.Count > 0 && spans[^1].Until == time)
                    spans[^1] = new(spans[^1].From, until);
                else
                    spans.Add(new(time, until));
            }
            return spans;
        }
    }
}
