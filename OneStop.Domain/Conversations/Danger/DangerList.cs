using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Danger;

/// <summary>
/// A cache of the words in force. It is reloaded when they change, and after some seconds, because changes in another portal are not announced here.
/// </summary>
public sealed class DangerList(LiveUpdates live, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private volatile Kept? kept;
    private volatile int changes;
    private IDisposable? watch;

    internal async Task<DangerWords> Words(IDbContextFactory<OneStopDb> dbs)
    {
        watch ??= live.On(DangerWatch.Topic, Forget); // two concurrent first calls may both subscribe, which is harmless
        if (kept is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Keep)
            return fresh.Words;
        var (began, before) = (clock.GetTimestamp(), changes);
        await using var db = await dbs.CreateDbContextAsync();
        var words = new DangerWords(await db.WordsInForce());
        if (before == changes) // else the list changed while it was read
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
