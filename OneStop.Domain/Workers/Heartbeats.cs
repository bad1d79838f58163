using System.Collections.Concurrent;

namespace OneStop.Domain.Workers;

/// <summary>When each worker is heard of; <c>/health/ready</c> checks that all are alive.</summary>
public sealed class Heartbeats(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (long At, TimeSpan Pause)> beats = new();

    /// <summary>Records the beginning of a round, or its end.</summary>
    /// <param name="pause">How long the worker rests from now on: so long, silence is no fault.</param>
    public void Beat(string worker, TimeSpan pause = default) => beats[worker] = (clock.GetTimestamp(), pause);

    /// <summary>Returns the workers who should have been heard of longer than <paramref name="most"/> ago.</summary>
    public IReadOnlyList<string> Silent(TimeSpan most) =>
        [.. beats.Where(b => clock.GetElapsedTime(b.Value.At) - b.Value.Pause > most).Select(b => b.Key).Order()];
}
