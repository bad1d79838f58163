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
/// Indexes messages after their save, so that neither LINE's 200 nor a counselor's answer nor an event waits for it. It also indexes messages stored
/// before the index existed or before its folding changed, the newest first. Every change of a conversation wakes it, unless it waits for incoming
/// events to be processed.
/// </summary>
public sealed class SearchWorker(IServiceScopeFactory scopes, LiveUpdates live, SearchSignal signal, WorkerLoop loop, TimeProvider clock) : BackgroundService
{
    /// <summary>The messages of one commit: few enough not to delay others noticeably, enough to make a commit worthwhile.</summary>
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
    /// Whether to index now. While many events arrive, indexing (some forty bigrams per message) would take processing time from them, so it waits;
    /// processing the last event raises the signal. If they do not end, one batch is indexed every ten seconds, so that new messages can be found at
    /// all.
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
