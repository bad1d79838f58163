using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings;

/// <summary>同意の撤回: what ends with it, whoever writes it down.</summary>
internal static class ConsentWithdrawal
{
    extension(OneStopDb db)
    {
        /// <summary>Ends each consent of a client, in whatever wording, and what rests on it: bookings before them, waiting for room, and pages that would still take a telephone number.</summary>
        /// <param name="by">The member of staff who was told it; null if the client did it in LINE.</param>
        /// <returns>How many bookings were cancelled.</returns>
        public async Task<int> WithdrawConsent(Guid clientId, Guid? by, DateTimeOffset now)
        {
            foreach (var consent in await db.Consents.Given(clientId).ToListAsync())
                consent.Withdraw(now);
            await db.LetGoOfHeld(clientId, now);
            var coming = await db.Bookings.Include(b => b.Cells).ComingOf(clientId, now).ToListAsync();
            foreach (var booking in coming)
            {
                booking.Cancel(by, null, now);
                await db.CancelNotices(booking, now);
            }
            foreach (var waiting in await db.WaitingList.Where(w => w.ClientId == clientId && w.EndedAt == null).ToListAsync())
                waiting.End(now);
            foreach (var form in await db.ContactForms.Where(f => f.ClientId == clientId && f.UsedAt == null && f.ExpiresAt > now).ToListAsync())
                form.Close(now);
            return coming.Count;
        }
    }
}
