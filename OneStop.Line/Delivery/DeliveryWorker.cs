using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Line.Delivery;

/// <summary>Empties the outbox: of each conversation the first that waits, many conversations side by side, so that one that is stuck holds up no other.</summary>
public sealed class DeliveryWorker(IServiceScopeFactory scopes, Rounds rounds, OutgoingBell bell, TimeProvider clock) : BackgroundService
{
    private const int MostAtOnce = 64;
    private const int SideBySide = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Go(nameof(DeliveryWorker), bell, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        while (true)
        {
            var (due, pause) = await Due(stopping);
            if (due.Count == 0)
                return pause;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping }, async (id, _) => await Deliver(id, stopping));
        }
    }

    /// <summary>What is due now; if nothing, how long until something may be: the end of a hold is not overslept.</summary>
    private async Task<(List<Guid> Due, TimeSpan Pause)> Due(CancellationToken stopping)
    {
        await using var scope = NewScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var due = await db.OutgoingMessages.Due(now).Select(m => m.Id).Take(MostAtOnce).ToListAsync(stopping);
        if (due.Count > 0)
            return (due, Pause);

        var next = await db.OutgoingMessages.Outstanding().Where(m => m.NextTryAt > now).MinAsync(m => (DateTimeOffset?)m.NextTryAt, stopping);
        return (due, next is { } at && at - now < Pause ? at - now : Pause);
    }

    private async Task Deliver(Guid id, CancellationToken stopping)
    {
        await using var scope = NewScope();
        await scope.ServiceProvider.GetRequiredService<DeliveryDesk>().Deliver(id, stopping);
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        return scope;
    }
}
