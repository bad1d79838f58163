using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// The words in force, kept in memory: read again when they change, and after a while, because another portal's change is not announced here.
/// </summary>
public sealed class DangerList(LiveUpdates live, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private volatile Kept? kept;
    private volatile int changes;
    private IDisposable? watch;

    internal async Task<DangerWords> Words(IDbContextFactory<OneStopDb> dbs)
    {
        watch ??= live.On(DangerWatch.Topic, Forget); // twice, where two come first at once: each only forgets
        if (kept is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Keep)
            return fresh.Words;
        var (began, before) = (clock.GetTimestamp(), changes);
        await using var db = await dbs.CreateDbContextAsync();
        var words = new DangerWords(await db.WordsInForce());
        if (before == changes) // a list that changed while it was read is not kept
            kept = new(words, began);
        return words;
    }

    public void Dispose() => watch?.Dispose();

    private void Forget()
    {
        changes++;
        kept = null;
    }

    private sealed record Kept(DangerWords Words, long ReadAt);
}
