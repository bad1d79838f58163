using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Line.Api;

namespace OneStop.Line.Delivery;

/// <summary>Shows on a client's telephone that somebody is writing to them. LINE's response is ignored, since nothing depends on it.</summary>
public sealed class LoadingIndicator(IServiceScopeFactory scopes, TypingSignals typing) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // must not delay the host's start
        try
        {
            await foreach (var friend in typing.All(stoppingToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LineApi>().StartLoading(friend.Value, (int)TypingSignals.ShownFor.TotalSeconds, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }
}
