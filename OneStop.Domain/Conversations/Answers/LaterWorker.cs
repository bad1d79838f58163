using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Conversations.Answers;

/// <summary>Raised when an answer was planned, moved or cancelled.</summary>
public sealed class LaterSignal : WorkSignal;

/// <summary>Sends planned answers when their time comes.</summary>
public sealed class LaterWorker(IServiceScopeFactory scopes, WorkerLoop loop, LaterSignal signal) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15); // changes in another portal raise no signal here

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(LaterWorker), signal, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var next = await scope.ServiceProvider.GetRequiredService<LaterDesk>().SendDue();
        return next < Longest ? next : Longest;
    }
}
