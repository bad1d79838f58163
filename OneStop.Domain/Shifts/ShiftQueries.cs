using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Shifts;

/// <summary>How shifts are read.</summary>
public static class ShiftQueries
{
    extension(IQueryable<ShiftException> shifts)
    {
        /// <summary>Those of some days.</summary>
        public IQueryable<ShiftException> Between(DateOnly from, DateOnly until) => shifts.Where(s => s.Date >= from && s.Date <= until);
    }

    extension(IQueryable<ShiftImportDay> days)
    {
        /// <summary>What one import changed.</summary>
        public IQueryable<ShiftImportDay> Of(Guid importId) => days.Where(d => d.ImportId == importId);
    }

    extension(OneStopDb db)
    {
        /// <summary>Who works when on some service days.</summary>
        public async Task<Roster> RosterOf(DateOnly from, DateOnly until) =>
            new(await db.WeeklyShifts.AsNoTracking().BegunBy(until).ToListAsync(), await db.ShiftExceptions.AsNoTracking().Between(from, until).ToListAsync());
    }
}
