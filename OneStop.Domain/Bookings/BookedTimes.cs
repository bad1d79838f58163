using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;

namespace OneStop.Domain.Bookings;

/// <summary>Gives the features of hours and shifts the bookings that lie ahead.</summary>
internal sealed class BookedTimes : IBookedTimes
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IBookedTime>> Ahead(OneStopDb db, DateOnly from, DateOnly until, DateTimeOffset now) =>
        await db.Bookings.AsNoTracking().Ahead(from, now).Where(b => b.Day.ServiceDay <= until).ToRows(db).ToListAsync();
}
