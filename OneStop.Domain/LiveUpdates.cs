using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace OneStop.Domain;

/// <summary>
/// Notifies open screens of changes, so that they read again; it never transports data. It is in memory, for one host. For a second host, a Redis
/// channel has to be added inside this class, and nothing elsewhere changes.
/// </summary>
public sealed class LiveUpdates(ILogger<LiveUpdates> logger)
{
    private readonly ConcurrentDictionary<string, ImmutableList<Watch>> watches = new();
    private readonly ConcurrentDictionary<string, StrongBox<long>> versions = new(); // only of topics that were asked for, not of every conversation

    /// <summary>
    /// Calls <paramref name="changed"/> at every announcement of the topic until the result is disposed. The call is made on the announcer's thread,
    /// so a component wraps it in <c>InvokeAsync</c> and returns at once.
    /// </summary>
    public IDisposable On(string topic, Action changed)
    {
        var watch = new Watch(this, topic, changed);
        watches.AddOrUpdate(topic, [watch], (_, list) => list.Add(watch));
        return watch;
    }

    /// <summary>
    /// Returns the topic's version. It increases before watchers are called, so that a cached result of an earlier version is known to be outdated.
    /// </summary>
    public long VersionOf(string topic) => Interlocked.Read(ref versions.GetOrAdd(topic, _ => new()).Value);

    /// <summary>Announces a change of the topic. If a watcher fails, that is logged and the announcer continues.</summary>
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

    /// <summary>Logs that a notified screen could not read; the screen tries again by itself.</summary>
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
