using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Hours;

/// <summary>Queries over hours.</summary>
public static class HoursQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns the hours and closures of service days from one on.</summary>
        public async Task<ServiceCalendar> Calendar(DateOnly from) =>
            new(await db.HoursSettings.AsNoTracking().ToListAsync(), await db.Closures.AsNoTracking().Where(c => c.Until >= from).ToListAsync());
    }
}
