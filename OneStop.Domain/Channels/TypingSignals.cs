using System.Collections.Concurrent;
using System.Threading.Channels;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>
/// Signals that somebody is writing a long answer, so that the channel can show it on the client's telephone. They are valid for seconds, kept in
/// memory, and dropped when the queue is full; nothing depends on them.
/// </summary>
public sealed class TypingSignals(TimeProvider clock)
{
    /// <summary>How long a telephone shows it; no second signal is sent within this time.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(20);

    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<LineUserId, DateTimeOffset> shownAt = new();
    private readonly Channel<LineUserId> signals =
        Channel.CreateBounded<LineUserId>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Returns the friends to whom it is to be shown, as signals arrive.</summary>
    public IAsyncEnumerable<LineUserId> All(CancellationToken stopping) => signals.Reader.ReadAllAsync(stopping);

    /// <summary>Signals that somebody is writing to this friend.</summary>
    public void Type(LineUserId friend)
    {
        var now = clock.GetUtcNow();
        if (shownAt.TryGetValue(friend, out var shown) && now - shown < ShownFor)
            return;
        if (shownAt.Count >= MostRemembered)
            shownAt.Clear();
        shownAt[friend] = now;
        signals.Writer.TryWrite(friend);
    }
}
