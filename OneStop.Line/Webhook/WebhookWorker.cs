using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;
using OneStop.Line.Reception;

namespace OneStop.Line.Webhook;

/// <summary>
/// Processes stored events: in order for each friend, concurrently for several friends. An event is marked as done in the same save as its effects,
/// so that neither a second portal nor a crash can lose or double it. If one fails, it is retried after a pause and put aside after some attempts;
/// then the friend's next event is processed.
/// </summary>
public sealed class WebhookWorker(IServiceScopeFactory scopes, WorkerLoop loop, IncomingSignal signal, SearchSignal search, Metrics metrics,
    TimeProvider clock, ILogger<WebhookWorker> logger) : BackgroundService
{
    private const int MostAtOnce = 500;
    private const int SideBySide = 2 * InboundEventGroups.Largest; // while one group is saved, the next one fills up
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(WebhookWorker), signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        if (await ProcessWaiting(stopping) > 0)
            search.Raise(); // the search index has waited meanwhile
        return Pause;
    }

    /// <returns>The number of events examined.</returns>
    private async Task<int> ProcessWaiting(CancellationToken stopping)
    {
        var looked = 0;
        while (await Waiting(stopping) is { Count: > 0 } waiting)
        {
            looked += waiting.Count;
            var lanes = waiting.GroupBy(e => e.Sender ?? e.EventId).ToList(); // events without a sender wait for no other
            var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping };
            var failed = 0;
            await Parallel.ForEachAsync(lanes, options, async (lane, _) =>
            {
                if (!await Process(lane, stopping))
                    Interlocked.Increment(ref failed);
            });
            if (failed > 0 && (waiting.Count < MostAtOnce || failed == lanes.Count))
                break; // pause, because the cause may be temporary; unless more friends wait than were examined
        }
        return looked;
    }

    private async Task<List<IncomingEvent>> Waiting(CancellationToken stopping)
    {
        await using var scope = NewScope();
        await using var db = await Open(scope);
        return await db.IncomingEvents.AsNoTracking().Ready(clock.GetUtcNow()).Take(MostAtOnce).ToListAsync(stopping);
    }

    /// <summary>Processes one friend's events, ordered by LINE's clock as far as they are here, because LINE does not guarantee the order.</summary>
    /// <returns>False if one failed: the friend's later events wait until it succeeds or is put aside.</returns>
    private async Task<bool> Process(IEnumerable<IncomingEvent> lane, CancellationToken stopping)
    {
        foreach (var incoming in lane.OrderBy(e => e.OccurredAt).ThenBy(e => e.Sequence))
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                using var span = metrics.Begin("process event");
                await using var scope = NewScope();
                await scope.ServiceProvider.GetRequiredService<LineReception>().Take(incoming);
                metrics.Processed(clock.GetUtcNow() - incoming.ReceivedAt);
            }
            catch (Exception exception)
            {
                logger.LogError("Event {Sequence} could not be processed: {Failure}", incoming.Sequence, exception.WithoutWords);
                metrics.Failed(exception.GetType().Name);
                await Fail(incoming, exception.GetType().Name);
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Records the failure; at the last attempt the conversation shows it too. If it cannot be recorded, other friends' events continue.
    /// </summary>
    private async Task Fail(IncomingEvent incoming, string failure)
    {
        try
        {
            await using var scope = NewScope();
            if (incoming.IsAtLastAttempt && LineUserId.TryParse(incoming.Sender, out var sender) && await IsTold(scope, incoming, sender, failure))
                return;
            await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().Change(async db =>
                (await db.IncomingEvents.SingleAsync(e => e.Sequence == incoming.Sequence)).Fail(failure, clock.GetUtcNow()));
        }
        catch (Exception exception)
        {
            logger.LogError("That event {Sequence} failed could not be noted; it is tried again: {Failure}", incoming.Sequence, exception.WithoutWords);
        }
    }

    private async Task<bool> IsTold(AsyncServiceScope scope, IncomingEvent incoming, LineUserId sender, string failure)
    {
        try
        {
            await scope.ServiceProvider.GetRequiredService<ReceptionDesk>().PutAside(new(incoming.Sequence, sender, incoming.OccurredAt, null), failure);
            return true;
        }
        catch (Exception exception)
        {
            logger.LogError("The talk could not tell that event {Sequence} was put aside: {Failure}", incoming.Sequence, exception.WithoutWords);
            return false;
        }
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        return scope;
    }

    private static Task<OneStopDb> Open(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
}
