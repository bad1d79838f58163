using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Safeguards;

/// <summary>Writes the looks at lists to the trail every few seconds, and once more when the portal stops.</summary>
public sealed class LookWriter(Looks looks, IServiceScopeFactory scopes, WorkerLoop loop, ILogger<LookWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await looks.Write(scopes);
        }
        catch (Exception exception)
        {
            // the rest of the portal still has to stop
            logger.LogError("Whom lists showed in the last seconds could not be recorded: {Failure}", exception.WithoutWords);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(LookWriter), looks.Signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await looks.Write(scopes);
        return Pause;
    }
}
