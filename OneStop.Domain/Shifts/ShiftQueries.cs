using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Shifts;

/// <summary>Queries over shifts.</summary>
public static class ShiftQueries
{
    extension(IQueryable<ShiftException> shifts)
    {
        /// <summary>The exceptions between two days (both inclusive).</summary>
        public IQueryable<ShiftException> Between(DateOnly from, DateOnly until) => shifts.Where(s => s.Date >= from && s.Date <= until);
    }

    extension(IQueryable<ShiftImportDay> days)
    {
        /// <summary>The days changed by an import.</summary>
        public IQueryable<ShiftImportDay> Of(Guid importId) => days.Where(d => d.ImportId == importId);
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the roster for some service days (both inclusive).</summary>
        public async Task<Roster> RosterOf(DateOnly from, DateOnly until) =>
            new(await db.WeeklyShifts.AsNoTracking().BegunBy(until).ToListAsync(), await db.ShiftExceptions.AsNoTracking().Between(from, until).ToListAsync());
    }
}
