using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Staff;

/// <summary>Deletes expired drafts every hour.</summary>
public sealed class FormDraftSweeper(IServiceScopeFactory scopes, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(FormDraftSweeper), new(), Sweep, stoppingToken);

    private async Task<TimeSpan> Sweep(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<FormDraftDesk>().Sweep();
        return Pause;
    }
}
