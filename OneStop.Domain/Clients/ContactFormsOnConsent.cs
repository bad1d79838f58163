using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients;

/// <summary>Pages that would still take a telephone number are closed with the consent.</summary>
internal sealed class ContactFormsOnConsent : IRestsOnConsent
{
    /// <inheritdoc/>
    public ConsentPurpose Purpose => ConsentPurpose.Consultation;

    /// <inheritdoc/>
    public Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, DateTimeOffset now) => Task.FromResult(new RestingOnConsent([], 0));

    /// <inheritdoc/>
    public async Task End(OneStopDb db, Guid clientId, Guid? by, DateTimeOffset now)
    {
        foreach (var form in await db.ContactForms.Where(f => f.ClientId == clientId && f.UsedAt == null && f.ExpiresAt > now).ToListAsync())
            form.Close(now);
    }
}
