using System.Data.Common;
using System.Globalization;
using OneStop.Domain.Data;
using OneStop.Domain.Workers;

namespace OneStop.Portal.Data;

/// <summary>
/// Empties SQLite's write-ahead log every minute: otherwise data wiped from the database stays in the log until it happens to be
/// overwritten. If a reader holds the log, the next round tries again; nobody waits for it.
/// </summary>
internal sealed class LogTrimmer(OpenConnections connections, WriteQueue queue, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(LogTrimmer), new(), Trim, stoppingToken);

    private async Task<TimeSpan> Trim(CancellationToken stopping)
    {
        await using var connection = await connections.Open();
        await IsDone(connection, "PRAGMA wal_checkpoint(PASSIVE)", stopping); // most of the work, while others write
        using var turn = await queue.Take(isAwaited: false);
        await IsDone(connection, "PRAGMA busy_timeout = 0", stopping);
        return await IsDone(connection, "PRAGMA wal_checkpoint(TRUNCATE)", stopping) ? Pause : Again;
    }

    /// <returns>True if the first number of SQLite's answer is 0: no other connection blocked it.</returns>
    private static async Task<bool> IsDone(DbConnection connection, string pragma, CancellationToken stopping)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToInt64(await command.ExecuteScalarAsync(stopping), CultureInfo.InvariantCulture) == 0;
    }
}
