using OneStop.Domain;

namespace OneStop.Tests.House;

/// <summary>Counts the announcements of a topic.</summary>
internal sealed class Heard : IDisposable
{
    private readonly IDisposable watch;
    private int count;

    public Heard(LiveUpdates live, string topic, Action? then = null) => watch = live.On(topic, () =>
    {
        Interlocked.Increment(ref count);
        then?.Invoke();
    });

    public int Count => Volatile.Read(ref count);

    public void Dispose() => watch.Dispose();
}
