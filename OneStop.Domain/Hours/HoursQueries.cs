using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Hours;

/// <summary>How hours are read.</summary>
public static class HoursQueries
{
    extension(OneStopDb db)
    {
        /// <summary>When what is held, on service days from one on.</summary>
        public async Task<ServiceCalendar> Calendar(DateOnly from) =>
            new(await db.HoursSettings.AsNoTracking().ToListAsync(), await db.Closures.AsNoTracking().Where(c => c.Until >= from).ToListAsync());
    }
}
