using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures;

/// <summary>
/// Refuses what staff would enter about a client whose records are being deleted or are gone, from a window that was open before. In every save, because
/// any desk may be meant.
/// </summary>
public sealed class ErasedClientsInterceptor : SaveChangesInterceptor
{
    /// <exception cref="RuleException">A row of the save belongs to such a client.</exception>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is OneStopDb { Actor.Kind: ActorKind.Staff } db)
            await Refuse(db, cancellationToken);
        return await base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static async Task Refuse(OneStopDb db, CancellationToken stopping)
    {
        var ids = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(ClientOf).OfType<Guid>().Distinct().ToList();
        if (ids.Count > 0 && await db.Clients.AnyAsync(c => ids.Contains(c.Id) && c.ErasedAt != null, stopping))
            throw new RuleException("この利用者の記録は消去されました。新しく書き込むことはできません。");
    }

    private static Guid? ClientOf(EntityEntry row) => row.Entity is Client client ? client.Id
        : row.Metadata.FindProperty("ClientId") is { } column ? row.CurrentValues[column] as Guid? : null;
}
