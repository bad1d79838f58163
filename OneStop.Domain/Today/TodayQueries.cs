using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
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
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns one person's working times on a service day.</summary>
        public async Task<WorkingTimes> ShiftOf(Guid staffId, ServiceDay day) =>
            new Roster(await db.WeeklyShifts.AsNoTracking().Where(s => s.StaffId == staffId).BegunBy(day.Date).ToListAsync(),
                await db.ShiftExceptions.AsNoTracking().Where(s => s.StaffId == staffId && s.Date == day.Date).ToListAsync()).Of(staffId, day);
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
