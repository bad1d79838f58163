using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>
/// Runs a worker's jobs concurrently, up to a limit, and each job only once at a time. A job that ends raises the worker's signal, so that the next
/// job need not wait for a slow one.
/// </summary>
public sealed class BoundedWork(int limit, WorkSignal signal)
{
    private readonly ConcurrentDictionary<Guid, bool> running = new();

    /// <summary>The most jobs that run at the same time.</summary>
    public int Limit => limit;

    /// <summary>Whether a job is running.</summary>
    public bool IsRunning(Guid id) => running.ContainsKey(id);

    /// <summary>Starts a job unless the limit is reached or it is running. The job handles its own failures.</summary>
    public void TryStart(Guid id, Func<Task> work)
    {
        if (running.Count < limit && running.TryAdd(id, true))
            _ = Task.Run(() => Finish(id, work), CancellationToken.None);
    }

    /// <summary>Waits until all started jobs have ended, or until the host stops waiting.</summary>
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
