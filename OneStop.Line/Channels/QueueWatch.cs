using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Line.Channels;

/// <summary>Counts the waiting events and messages every 15 seconds, for the metrics.</summary>
public sealed class QueueWatch(IServiceScopeFactory scopes, WorkerLoop loop, Metrics metrics) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(QueueWatch), new(), Count, stoppingToken);

    private async Task<TimeSpan> Count(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync(stopping);
        metrics.Note(new(
            await db.IncomingEvents.Waiting().CountAsync(stopping),
            await db.IncomingEvents.PutAside().CountAsync(stopping),
            await db.OutgoingMessages.Outstanding().CountAsync(stopping),
            await db.OutgoingMessages.Asking().CountAsync(stopping)));
        return Pause;
    }
}
