using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace OneStop.Domain;

/// <summary>
/// Tells open screens that something changed, so that they read it again; it never carries the thing itself.
/// In memory, for one host. A second host means a Redis channel inside this class and no change elsewhere.
/// </summary>
public sealed class LiveUpdates(ILogger<LiveUpdates> logger)
{
    private readonly ConcurrentDictionary<string, ImmutableList<Watch>> watches = new();
    private readonly ConcurrentDictionary<string, StrongBox<long>> versions = new(); // of what somebody asked for, and not of each conversation

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

    /// <summary>Grows before anybody is told that the topic changed, so that what is kept of an older one is known to be old.</summary>
    public long VersionOf(string topic) => Interlocked.Read(ref versions.GetOrAdd(topic, _ => new()).Value);

    /// <summary>Announces that the topic changed. A watcher that fails is logged and does not disturb the announcer.</summary>
    public void Announce(string topic)
    {
        if (versions.TryGetValue(topic, out var version))
            Interlocked.Increment(ref version.Value);
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
    public void Report(string topic, Exception exception) =>
        logger.LogError("A watcher of {Topic} failed: {Failure}", topic.Split(':')[0], exception.WithoutWords);

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
