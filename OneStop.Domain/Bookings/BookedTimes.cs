using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Bookings;

/// <summary>Tells hours and shifts what is promised.</summary>
internal sealed class BookedTimes : IBookedTimes
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IBookedTime>> Ahead(OneStopDb db, DateOnly from, DateOnly until, DateTimeOffset now) =>
        await db.Bookings.AsNoTracking().Ahead(from, now).Where(b => b.Day.ServiceDay <= until).ToRows(db).ToListAsync();
}
