using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Domain.Workers;
using OneStop.Line.Api;

namespace OneStop.Line.Channels;

/// <summary>
/// Asks LINE every two minutes how much of the month's quota is used, so that staff see it before they send. If LINE does not respond, the last
/// figures are kept.
/// </summary>
public sealed class QuotaWatch(LineApi line, MonthQuota quota, WorkerLoop loop) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseAtFirst = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(nameof(QuotaWatch), new(), Ask, stoppingToken);

    private async Task<TimeSpan> Ask(CancellationToken stopping)
    {
        if (await line.Quota(stopping) is { } limit && await line.QuotaUse(stopping) is { } used)
            quota.Note(used.TotalUsage, limit.Value);
        return quota.Used is null ? PauseAtFirst : Pause;
    }
}
