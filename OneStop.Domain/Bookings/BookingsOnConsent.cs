using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings;

/// <summary>Ends what rests on a client's consent to consultation: coming bookings, holds, and entries in the waiting list.</summary>
internal sealed class BookingsOnConsent : IRestsOnConsent
{
    /// <inheritdoc/>
    public ConsentPurpose Purpose => ConsentPurpose.Consultation;

    /// <inheritdoc/>
    public async Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, Guid? objectId, DateTimeOffset now) => new(
        [.. (await db.Bookings.AsNoTracking().ComingOf(clientId, now).ToListAsync()).Select(b => b.Slot)],
        await db.WaitingList.CountAsync(w => w.ClientId == clientId && w.EndedAt == null));

    /// <inheritdoc/>
    public async Task End(OneStopDb db, Guid clientId, Guid? objectId, Guid? by, DateTimeOffset now)
    {
        await db.LetGoOfHeld(clientId, now);
        foreach (var booking in await db.Bookings.Include(b => b.Cells).ComingOf(clientId, now).ToListAsync())
        {
            booking.Cancel(by, null, now);
            await db.WindUp(booking, now);
        }
        foreach (var waiting in await db.WaitingList.Where(w => w.ClientId == clientId && w.EndedAt == null).ToListAsync())
            waiting.End(now);
    }
}
