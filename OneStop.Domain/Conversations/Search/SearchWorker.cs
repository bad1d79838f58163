using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Search;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Conversations.Search;

/// <summary>
/// Indexes what was said, apart from the saves, so that neither LINE's 200 nor a counselor's answer nor an event waits for it; also
/// what lay in the database before there was an index or before its folding changed, the newest first. Every change of a
/// conversation wakes it, unless it waits until the events are through.
/// </summary>
public sealed class SearchWorker(IServiceScopeFactory scopes, LiveUpdates live, SearchSignal signal, WorkerLoop loop, TimeProvider clock) : BackgroundService
{
    /// <summary>Few enough that whoever saves meanwhile does not feel it, many enough that a commit is worth it.</summary>
    private const int Batch = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5); // another portal that stopped may have left some
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private bool areNamesFolded;
    private DateTimeOffset? stepsAsideSince;
    private volatile bool stepsAside;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = live.On(ConversationTopics.Inbox, () =>
        {
            if (!stepsAside)
                signal.Raise();
        });
        await loop.Run(nameof(SearchWorker), signal, Round, stoppingToken);
    }

    internal async Task<TimeSpan> Round(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var dbs = scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>();
        if (!areNamesFolded)
            await dbs.Change(db => db.FoldNames());
        areNamesFolded = true;
        while (await IsItsTurn(dbs) && await dbs.Change(db => db.IndexWaiting(Batch)) > 0 && !stopping.IsCancellationRequested) { }
        return Pause;
    }

    /// <summary>
    /// A message has some forty pairs: while many come in at once, the index would take a part of the time that there is. Whoever
    /// processed the last of them rings. Where they do not end, it takes one batch at a time, or nothing new would ever be found.
    /// </summary>
    private async Task<bool> IsItsTurn(IDbContextFactory<OneStopDb> dbs)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync();
        stepsAside = await db.IncomingEvents.Ready(now).AnyAsync();
        if (!stepsAside)
        {
            stepsAsideSince = null;
            return true;
        }
        stepsAsideSince ??= now;
        if (now - stepsAsideSince < LongestWait)
            return false;
        stepsAsideSince = now;
        return true;
    }
}
