using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace OneStop.Domain;

/// <summary>
/// Tells open screens that something changed, so that they read it again; it never carries the thing itself.
/// In memory, for one host. A second host means a Redis channel inside this class and no change elsewhere.
/// </summary>
public sealed class LiveUpdates(ILogger<LiveUpdates> logger)
{
    private readonly ConcurrentDictionary<string, ImmutableList<Watch>> watches = new();
    private long version;

    /// <summary>
    /// Calls <paramref name="changed"/> at every announcement of the topic until the result is disposed.
    /// It is called on the announcer's thread: a component wraps it in <c>InvokeAsync</c> and returns at once.
    /// </summary>
    public IDisposable On(string topic, Action changed)
    {
        var watch = new Watch(this, topic, changed);
        watches.AddOrUpdate(topic, [watch], (_, list) => list.Add(watch));
        return watch;
    }

    /// <summary>Grows before anybody is told of a change, so that what is kept of an older one is known to be old.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Announces that the topic changed. A watcher that fails is logged and does not disturb the announcer.</summary>
    public void Announce(string topic)
    {
        Interlocked.Increment(ref version);
        foreach (var watch in watches.GetValueOrDefault(topic, []))
        {
            try
            {
                watch.Changed();
            }
            catch (Exception exception)
            {
                Report(topic, exception);
            }
        }
    }

    /// <summary>A screen that was told could not read again; it tries once more by itself.</summary>
    public void Report(string topic, Exception exception) => logger.LogError("A watcher of {Topic} failed: {Failure}", topic.Split(':')[0], exception.WithoutWords);

    private void Remove(Watch watch)
    {
        while (watches.TryGetValue(watch.Topic, out var list))
        {
            var rest = list.Remove(watch);
            if (rest.IsEmpty ? watches.TryRemove(new(watch.Topic, list)) : watches.TryUpdate(watch.Topic, rest, list))
                return;
        }
    }

    private sealed class Watch(LiveUpdates owner, string topic, Action changed) : IDisposable
    {
        public string Topic => topic;
        public Action Changed => changed;
        public void Dispose() => owner.Remove(this);
    }
}
