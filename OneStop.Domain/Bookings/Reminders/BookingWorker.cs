using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>Rung when a booking changed: room may have been made for somebody who waits.</summary>
public sealed class BookingSignal : WorkSignal;

/// <summary>Looks after bookings by the clock.</summary>
public sealed class BookingWorker(IServiceScopeFactory scopes, WorkerLoop loop, BookingSignal signal) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(BookingWorker), signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ReminderDesk>().SendDue();
        return Pause;
    }
}
