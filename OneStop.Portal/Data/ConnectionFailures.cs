using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace OneStop.Portal.Data;

/// <summary>Recognizes an engine's error as "the database did not answer, or not in time": the next query would fail in the same way.</summary>
internal static class ConnectionFailures
{
    private const byte OutOfResources = 17; // from this severity the server itself has a problem; from 20 the connection is closed

    // Lower severities: command timeout, lock timeout, no turn within the time limit, Azure moving the database or overloaded.
    private static readonly int[] Numbers = [-2, 1222, 50001, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    // Busy or locked beyond the timeout, disk access error, disk full, file cannot be opened.
    private static readonly int[] Codes = [5, 6, 10, 13, 14];

    /// <summary>True for an error of SQLite.</summary>
    public static bool IsSqlite(Exception failure) => Causes(failure).OfType<SqliteException>().Any(e => Codes.Contains(e.SqliteErrorCode));

    /// <summary>True for an error of SQL Server or its client. A deadlock victim is not included: it is retried, and then succeeds.</summary>
    public static bool IsSqlServer(Exception failure) =>
        Causes(failure).OfType<SqlException>().Any(e => e.Class >= OutOfResources || e.Errors.Cast<SqlError>().Any(x => Numbers.Contains(x.Number)));

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }
}
