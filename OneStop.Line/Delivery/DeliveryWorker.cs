using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Line.Delivery;

/// <summary>
/// Sends the messages of the outbox: the first waiting one of each conversation, several conversations concurrently, so that a stuck message delays
/// no other conversation.
/// </summary>
public sealed class DeliveryWorker(IServiceScopeFactory scopes, WorkerLoop loop, OutgoingSignal signal, IntakePressure pressure, TimeProvider clock,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private readonly BoundedWork running = new(8, signal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(DeliveryWorker), signal, Round, stoppingToken);

    /// <summary>Starts sending due messages, up to the limit.</summary>
    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        var (due, pause) = await Due(stopping);
        due.ForEach(id => running.TryStart(id, () => Deliver(id, stopping)));
        return pause;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await running.Drain(cancellationToken);
    }

    /// <summary>Returns the due messages; and how long to pause at most, so that the end of a hold is not missed.</summary>
    private async Task<(List<Guid> Due, TimeSpan Pause)> Due(CancellationToken stopping)
    {
        await using var scope = NewScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var due = (await db.OutgoingMessages.Due(now).Select(m => m.Id).Take(running.Limit * 2)
            .ToListAsync(stopping)).Where(id => !running.IsRunning(id)).ToList();

        var next = await db.OutgoingMessages.Outstanding().Where(m => m.NextTryAt > now).MinAsync(m => (DateTimeOffset?)m.NextTryAt, stopping);
        return (due, next is { } at && at - now < Pause ? at - now : Pause);
    }

    private async Task Deliver(Guid id, CancellationToken stopping)
    {
        try
        {
            await pressure.StepAside();
            await using var scope = NewScope();
            await scope.ServiceProvider.GetRequiredService<DeliveryDesk>().Deliver(id, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None); // the cause may be temporary
            logger.LogError("A sending could not be dealt with; it is tried again: {Failure}", exception.WithoutWords);
        }
        catch (OperationCanceledException)
        {
            // The portal stops; the row stays in the outbox.
        }
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        return scope;
    }
}
