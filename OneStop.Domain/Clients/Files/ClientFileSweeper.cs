using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Clients.Files;

/// <summary>Erases removed files every hour, once they can no longer be brought back.</summary>
public sealed class ClientFileSweeper(IServiceScopeFactory scopes, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(ClientFileSweeper), new(), Sweep, stoppingToken);

    private async Task<TimeSpan> Sweep(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await scope.ServiceProvider.GetRequiredService<ClientFileDesk>().Sweep();
        return Pause;
    }
}
