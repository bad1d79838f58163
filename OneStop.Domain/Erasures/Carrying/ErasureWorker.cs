using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>Carries out erasures that were ordered, and goes on with those that were interrupted.</summary>
public sealed class ErasureWorker(IServiceScopeFactory scopes, WorkerLoop loop, ErasureSignal signal) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1); // orders in another portal raise no signal here

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(ErasureWorker), signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ErasureKeeper>().Round(stopping);
        return Longest;
    }
}
