using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Conversations;

/// <summary>Rung when an answer was planned, moved or taken back.</summary>
public sealed class LaterBell : WorkBell;

/// <summary>Sends planned answers when their time comes.</summary>
public sealed class LaterWorker(IServiceScopeFactory scopes, Rounds rounds, LaterBell bell) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15); // another portal's plans ring no bell here

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.Go(nameof(LaterWorker), bell, Round, stoppingToken);

    private async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var next = await scope.ServiceProvider.GetRequiredService<LaterDesk>().SendDue();
        return next < Longest ? next : Longest;
    }
}
