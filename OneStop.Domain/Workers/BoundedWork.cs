using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>
/// Runs pieces of a worker's work side by side, up to a limit, and each piece once at a time. A piece that ends raises the worker's
/// signal, so that the next piece does not wait for a slow one.
/// </summary>
public sealed class BoundedWork(int limit, WorkSignal signal)
{
    private readonly ConcurrentDictionary<Guid, bool> running = new();

    /// <summary>How many pieces run at the same time at most.</summary>
    public int Limit => limit;

    /// <summary>Whether this piece runs now.</summary>
    public bool IsRunning(Guid id) => running.ContainsKey(id);

    /// <summary>Starts the piece unless the limit is reached or it runs already. The work handles its own failures.</summary>
    public void TryStart(Guid id, Func<Task> work)
    {
        if (running.Count < limit && running.TryAdd(id, true))
            _ = Task.Run(() => Finish(id, work), CancellationToken.None);
    }

    /// <summary>Waits until all started pieces have ended, or until the host stops waiting.</summary>
    public async Task Drain(CancellationToken enough)
    {
        while (!running.IsEmpty && !enough.IsCancellationRequested)
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
            running.TryRemove(id, out _);
            signal.Raise();
        }
    }
}
