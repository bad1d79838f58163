using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Shifts.Absences;

/// <summary>Queries over absences.</summary>
internal static class AbsenceQueries
{
    extension(IQueryable<Absence> absences)
    {
        /// <summary>The absences that cover a service day.</summary>
        public IQueryable<Absence> On(DateOnly day) => absences.Where(a => a.From <= day && (a.Until == null || a.Until >= day));
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns who is away on the service day of an instant: until 6:00 that is the day before.</summary>
        public async Task<AwayToday> AwayAt(DateTimeOffset now)
        {
            var absences = await db.Absences.AsNoTracking().On(ServiceDay.Of(now).Date).ToListAsync();
            if (absences.Count == 0)
                return AwayToday.Nobody;
            var here = (await db.Users.AsNoTracking().WorkingHere().ToListAsync()).Where(s => s.Duties.Any(d => d.SeesPeople));
            return new(absences, here.ToDictionary(s => s.Id, s => s.Name));
        }

        /// <summary>Returns a member of staff and those for whom they stand in now.</summary>
        /// <param name="me">A member who works here.</param>
        public async Task<ValueList<Guid>> WithStoodInFor(Guid me, DateTimeOffset now)
        {
            var absences = await db.Absences.AsNoTracking().On(ServiceDay.Of(now).Date).Select(a => new { a.StaffId, a.Substitutes }).ToListAsync();
            var amAway = absences.Exists(a => a.StaffId == me);
            return [me, .. absences.Where(a => !amAway && a.Substitutes.Contains(me)).Select(a => a.StaffId).Order()];
        }
    }
}
