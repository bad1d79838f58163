using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Tests.House;

/// <summary>A database that fails as the test says: before a command is run, or after a commit whose answer is lost.</summary>
internal sealed class FailingCommands : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Gets each command's SQL, and may say what it fails of.</summary>
    public Func<string, Exception?> Before { get; set; } = _ => null;

    /// <summary>May say what the answer to a commit, which was made, is lost of.</summary>
    public Func<Exception?> AfterCommit { get; set; } = () => null;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Before(command.CommandText) is { } failure ? throw failure : ValueTask.FromResult(result);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        AfterCommit() is { } failure ? throw failure : Task.CompletedTask;
}
