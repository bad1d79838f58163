using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Tests.House;

/// <summary>Lets the database fail as the test says: before a command, or after a commit whose answer is lost.</summary>
internal sealed class FailingCommands : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Gets each command's SQL, and returns the exception with which it fails; null to run it.</summary>
    public Func<string, Exception?> Before { get; set; } = _ => null;

    /// <summary>Returns the exception with which the answer to a completed commit is lost; null to return the answer.</summary>
    public Func<Exception?> AfterCommit { get; set; } = () => null;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Before(command.CommandText) is { } failure ? throw failure : ValueTask.FromResult(result);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        AfterCommit() is { } failure ? throw failure : Task.CompletedTask;
}
