using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients;

/// <summary>同意の撤回, whoever writes it down.</summary>
internal static class ConsentWithdrawal
{
    extension(OneStopDb db)
    {
        /// <summary>Ends each consent of a client, in whatever wording, and pages that would still take a telephone number.</summary>
        public async Task WithdrawConsents(Guid clientId, DateTimeOffset now)
        {
            foreach (var consent in await db.Consents.Given(clientId).ToListAsync())
                consent.Withdraw(now);
            foreach (var form in await db.ContactForms.Where(f => f.ClientId == clientId && f.UsedAt == null && f.ExpiresAt > now).ToListAsync())
                form.Close(now);
        }
    }
}
