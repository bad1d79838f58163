using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Safeguards;

/// <summary>Seals the audit trail every few seconds, outside of other saves, so that no save waits for the chain.</summary>
public sealed class AuditSealer(IServiceScopeFactory scopes, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(AuditSealer), new(), Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        while (await trail.Seal(stopping) > 0 && !stopping.IsCancellationRequested) { }
        return Pause;
    }
}
