using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;

namespace OneStop.Line.Webhook;

/// <summary>
/// The only writer of incoming events (group commit): requests submit their events and get their response when the commit with them is on disk.
/// Events that arrive meanwhile go into the next commit. An event that is stored already is skipped.
/// </summary>
public sealed class IntakeWriter(OpenConnections connections, WriteQueue turns, IncomingSignal signal, IntakePressure pressure, TimeProvider clock,
    ILogger<IntakeWriter> logger) : BackgroundService
{
    private const int MostAtOnce = 1000;

    // The only SQL written by hand for this table: EF has no "insert unless it exists", and this statement works on both engines.
    internal const string Insert = """
        INSERT INTO "IncomingEvents" ("EventId", "Sender", "MessageId", "OccurredAt", "ReceivedAt", "Body", "Attempts")
        SELECT @id, @sender, @message, @occurred, @received, @body, 0
        WHERE NOT EXISTS (SELECT 1 FROM "IncomingEvents" WHERE "EventId" = @id)
        """;

    private readonly Channel<Handed> waiting = Channel.CreateBounded<Handed>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private Session? open;

    /// <summary>Returns when the events are on disk.</summary>
    /// <exception cref="DbException">They could not be written; LINE has to deliver them again.</exception>
    public async Task Write(IReadOnlyList<WrittenEvent> events, CancellationToken aborted)
    {
        if (events.Count == 0)
            return;

        var handed = new Handed(events, clock.GetUtcNow(), new(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(handed, aborted);
        await handed.Written.Task.WaitAsync(aborted);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                var batch = new List<Handed>();
                while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var handed))
                    batch.Add(handed);
                pressure.Note(batch.Count);
                await WriteTogether(batch);
                signal.Raise();
                await Task.Yield(); // lets desks that wait for the database continue
            }
        }
        finally
        {
            if (open is not null)
                await open.DisposeAsync();
        }
    }

    private async Task WriteTogether(List<Handed> batch)
    {
        try
        {
            await Commit(batch);
            batch.ForEach(h => h.Written.TrySetResult());
        }
        catch (Exception exception) when (batch.Count > 1)
        {
            logger.LogWarning("A commit of {Count} webhooks failed; each is tried by itself: {Failure}", batch.Count, exception.WithoutWords);
            foreach (var handed in batch)
                await WriteTogether([handed]);
        }
        catch (Exception exception)
        {
            logger.LogError("A webhook could not be written down: {Failure}", exception.WithoutWords);
            batch[0].Written.TrySetException(exception);
        }
    }

    /// <summary>Retries once on a new connection, because a connection that was open for long may have become unusable.</summary>
    private async Task Commit(List<Handed> batch)
    {
        var stoodOpen = open is not null;
        try
        {
            await CommitOnce(batch);
        }
        catch (Exception exception) when (stoodOpen)
        {
            logger.LogWarning("A commit of {Count} webhooks failed and is tried on a new connection: {Failure}", batch.Count, exception.WithoutWords);
            await CommitOnce(batch);
        }
    }

    private async Task CommitOnce(List<Handed> batch)
    {
        var session = open ??= await Session.Open(connections);
        try
        {
            using var turn = await turns.Take(isAwaited: true);
            await session.Commit(batch);
        }
        catch
        {
            open = null; // the next commit opens a new connection
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>The parameters of <see cref="Insert"/>, in order.</summary>
    internal static DbParameter[] ParametersOf(DbCommand insert) =>
    [
        Parameter(insert, "@id", DbType.String, 64), Parameter(insert, "@sender", DbType.String, 33), Parameter(insert, "@message", DbType.String, 40),
        Parameter(insert, "@occurred", DbType.DateTime2), Parameter(insert, "@received", DbType.DateTime2), Parameter(insert, "@body", DbType.String, -1),
    ];

    /// <param name="size">The column's length, -1 for unbounded: otherwise SQL Server would make a plan for each length of a text.</param>
    private static DbParameter Parameter(DbCommand insert, string name, DbType type, int? size = null)
    {
        var parameter = insert.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, type);
        if (size is { } most)
            parameter.Size = most;
        insert.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record Handed(IReadOnlyList<WrittenEvent> Events, DateTimeOffset At, TaskCompletionSource Written);

    /// <summary>An open connection with a prepared statement: opening and preparing for each commit would cost as much as a small commit.</summary>
    private sealed class Session(DbConnection connection, DbCommand insert) : IAsyncDisposable
    {
        private readonly DbParameter[] parameters = ParametersOf(insert);

        public static async Task<Session> Open(OpenConnections connections)
        {
            var connection = await connections.Open();
            var insert = connection.CreateCommand();
            insert.CommandText = Insert;
            return new(connection, insert);
        }

        public async Task Commit(List<Handed> batch)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            insert.Transaction = transaction;
            foreach (var handed in batch)
            {
                foreach (var written in handed.Events)
                {
                    object?[] values = [written.EventId, written.Sender, written.MessageId, written.OccurredAt.UtcDateTime, handed.At.UtcDateTime,
                        written.Body];
                    for (var i = 0; i < values.Length; i++)
                        parameters[i].Value = values[i] ?? DBNull.Value;
                    await insert.ExecuteNonQueryAsync();
                }
            }
            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await insert.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
