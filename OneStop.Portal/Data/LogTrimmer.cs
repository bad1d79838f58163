using OneStop.Domain.Data;
using OneStop.Domain.Workers;

namespace OneStop.Portal.Data;

/// <summary>
/// Empties SQLite's write-ahead log every minute: what was wiped from the database still stands there otherwise, until it
/// happens to be written over. While somebody reads, it is left for the next round; nobody waits for it.
/// </summary>
internal sealed class LogTrimmer(OpenConnections connections, WriteTurns turns, Rounds rounds) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Go(nameof(LogTrimmer), new(), Trim, stoppingToken);

    private async Task<TimeSpan> Trim(CancellationToken stopping)
    {
        await using var connection = await connections.Open();
        using var turn = await turns.Take(isAwaited: false);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE);";
        await using var result = await command.ExecuteReaderAsync(stopping);
        await result.NextResultAsync(stopping);
        return await result.ReadAsync(stopping) && result.GetInt64(0) == 0 ? Pause : Again;
    }
}
