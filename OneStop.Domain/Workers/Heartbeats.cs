using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>When each worker last came round; <c>/health/ready</c> asks it whether all are alive.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> beats = new();

    /// <summary>The worker came round.</summary>
    public void Beat(string worker) => beats[worker] = clock.GetTimestamp();

    /// <summary>Workers that have not come round for longer than <paramref name="most"/>.</summary>
    public IReadOnlyList<string> Silent(TimeSpan most) =>
        [.. beats.Where(b => clock.GetElapsedTime(b.Value) > most).Select(b => b.Key).Order()];
}
