using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>When each worker's last round began; <c>/health/ready</c> checks that all are alive.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> beats = new();

    /// <summary>Records the beginning of a round.</summary>
    public void Beat(string worker) => beats[worker] = clock.GetTimestamp();

    /// <summary>Returns the workers whose last round began longer than <paramref name="most"/> ago.</summary>
    public IReadOnlyList<string> Silent(TimeSpan most) =>
        [.. beats.Where(b => clock.GetElapsedTime(b.Value) > most).Select(b => b.Key).Order()];
}
