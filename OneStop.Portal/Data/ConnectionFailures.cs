using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace OneStop.Portal.Data;

/// <summary>Tells from an engine's own error that the database did not answer, or not in time: whatever is asked next would fare alike.</summary>
internal static class ConnectionFailures
{
    private const byte OutOfResources = 17; // severities from here on are the server's own trouble; from 20 on the connection is gone

    // Of lower severity: a command's or a lock's time is over, the turn was waited for in vain, Azure moves the database or has too much to do.
    private static readonly int[] Numbers = [-2, 1222, 50001, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    // Busy and locked beyond all waiting, no access to the disk, disk full, file not to be opened.
    private static readonly int[] Codes = [5, 6, 10, 13, 14];

    /// <summary>As SQLite says it.</summary>
    public static bool IsSqlite(Exception failure) => Causes(failure).OfType<SqliteException>().Any(e => Codes.Contains(e.SqliteErrorCode));

    /// <summary>As SQL Server and its client say it. Whoever was chosen to end a deadlock is tried again, and finds the way free.</summary>
    public static bool IsSqlServer(Exception failure) =>
        Causes(failure).OfType<SqlException>().Any(e => e.Class >= OutOfResources || e.Errors.Cast<SqlError>().Any(x => Numbers.Contains(x.Number)));

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            yield return failure;
    }
}
