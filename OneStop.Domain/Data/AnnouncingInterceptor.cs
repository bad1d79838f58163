using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Domain.Data;

/// <summary>
/// Announces to screens and workers what a save has changed (<see cref="Announcing"/>), so that no desk can forget it. Changes within a transaction
/// are announced after its commit, and never after a rollback. <c>ExecuteUpdate</c> and raw SQL are not seen.
/// </summary>
public sealed class AnnouncingInterceptor(LiveUpdates live) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is OneStopDb { Database.CurrentTransaction: null } db)
            db.Topics.Forget();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is OneStopDb db)
        {
            db.Topics.Keep();
            if (db.Database.CurrentTransaction is null)
                db.Topics.AnnounceTo(live);
        }
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as OneStopDb)?.Topics.Drop();
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as OneStopDb)?.Topics.Drop();
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as OneStopDb)?.Topics.AnnounceTo(live);
        return Task.CompletedTask;
    }

    /// <summary>Drops the topics of an earlier transaction that was not committed.</summary>
    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result,
        CancellationToken cancellationToken = default)
    {
        (eventData.Context as OneStopDb)?.Topics.Forget();
        return ValueTask.FromResult(result);
    }
}
