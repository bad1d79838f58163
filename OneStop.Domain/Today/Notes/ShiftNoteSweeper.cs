using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Today.Notes;

/// <summary>Deletes notes that are kept no longer, every hour.</summary>
public sealed class ShiftNoteSweeper(IServiceScopeFactory scopes, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(ShiftNoteSweeper), new(), Sweep, stoppingToken);

    private async Task<TimeSpan> Sweep(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ShiftNoteDesk>().Sweep();
        return Pause;
    }
}
