using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>
/// A worker's hands: so many pieces of work side by side, each in one hand only. Whatever ends rings for the next, so that none
/// waits for a slow one.
/// </summary>
public sealed class Hands(int most, WorkBell bell)
{
    private readonly ConcurrentDictionary<Guid, bool> full = new();

    /// <summary>How many there are.</summary>
    public int Most => most;

    /// <summary>Is this piece in a hand already?</summary>
    public bool Hold(Guid id) => full.ContainsKey(id);

    /// <summary>Begins the piece if a hand is free and none has it. The work deals with its own failures.</summary>
    public void Take(Guid id, Func<Task> work)
    {
        if (full.Count < most && full.TryAdd(id, true))
            _ = Task.Run(() => Finish(id, work), CancellationToken.None);
    }

    /// <summary>Waits until all that was begun is ended, or for as long as the host does.</summary>
    public async Task Empty(CancellationToken enough)
    {
        while (!full.IsEmpty && !enough.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
    }

    private async Task Finish(Guid id, Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            full.TryRemove(id, out _);
            bell.Ring();
        }
    }
}
