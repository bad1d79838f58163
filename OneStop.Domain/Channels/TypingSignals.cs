using System.Collections.Concurrent;
using System.Threading.Channels;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Channels;

/// <summary>
/// That somebody is writing a long answer to a client, for the channel to show it on the telephone. It lasts for seconds, so it lies
/// in memory and is dropped rather than waited for; nothing depends on it.
/// </summary>
public sealed class TypingSignals(TimeProvider clock)
{
    /// <summary>A telephone that shows it goes on for so long; sooner it is not told again.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(20);

    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<LineUserId, DateTimeOffset> shownAt = new();
    private readonly Channel<LineUserId> signals =
        Channel.CreateBounded<LineUserId>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Whom to show it, as it comes.</summary>
    public IAsyncEnumerable<LineUserId> All(CancellationToken stopping) => signals.Reader.ReadAllAsync(stopping);

    /// <summary>Somebody is writing to this friend.</summary>
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
