using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace OneStop.Portal.Data;

/// <summary>
/// Retries after a transient error. If the connection broke during a commit, it is unknown whether the save succeeded; the strategy
/// then looks for a row that only this save could have added. Otherwise the retry would find its own rows, take them for
/// somebody else's, and the change would be read and applied a second time.
/// </summary>
internal sealed class VerifiedCommitStrategy(ExecutionStrategyDependencies dependencies) : SqlServerRetryingExecutionStrategy(dependencies)
{
    public override Task<TResult> ExecuteAsync<TState,
        TResult>(TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
            Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default) =>
        base.ExecuteAsync(state, operation, verifySucceeded ?? (typeof(TResult) == typeof(int) ? WasSaved<TState, TResult> : null), cancellationToken);

    private static async Task<ExecutionResult<TResult>> WasSaved<TState, TResult>(DbContext context, TState state, CancellationToken cancellationToken)
    {
        var entries = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.FirstOrDefault(HasOwnId) is not { } added || await added.GetDatabaseValuesAsync(cancellationToken) is null)
            return new(false, default!);
        context.ChangeTracker.AcceptAllChanges();
        return new(true, (TResult)(object)entries.Count);
    }

    /// <summary>True for an added row with a generated id: nobody else can have added it.</summary>
    private static bool HasOwnId(EntityEntry entry) =>
        entry.State == EntityState.Added && entry.Metadata.FindPrimaryKey()?.Properties is [{ ClrType: var type }] && type == typeof(Guid);
}
