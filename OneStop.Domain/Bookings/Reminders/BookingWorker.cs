using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Clients;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Bookings.Reminders;

/// <summary>Raised when a booking has changed: a time may have become free for somebody on the waiting list.</summary>
public sealed class BookingSignal : WorkSignal;

/// <summary>
/// Sends reminders and offers by the clock. It watches everything that free times depend on (hours, shifts, staff, clients), so that those features
/// need not know of bookings.
/// </summary>
public sealed class BookingWorker(IServiceScopeFactory scopes, WorkerLoop loop, BookingSignal signal, LiveUpdates live) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly List<IDisposable> watches = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watches.AddRange([.. new[] { HoursDesk.Topic, ShiftDesk.Topic, StaffMember.Topic, ClientDesk.Topic }.Select(topic => live.On(topic, Follow))]);
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(BookingWorker), signal, Round, stoppingToken);

    public override void Dispose()
    {
        watches.ForEach(w => w.Dispose());
        base.Dispose();
    }

    private void Follow()
    {
        live.Announce(BookingDialogueDesk.Topic); // free times have changed
        signal.Raise(); // a time may have become free for somebody on the waiting list
    }

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ReminderDesk>().SendDue();
        return Pause;
    }
}
