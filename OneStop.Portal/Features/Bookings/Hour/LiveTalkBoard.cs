using OneStop.Domain;
using OneStop.Domain.Bookings.Hour;

namespace OneStop.Portal.Features.Bookings.Hour;

/// <summary>The conversations in which a talk runs, for all rows of a window: read once, and again when a talk begins, ends or changes hands.</summary>
public sealed class LiveTalkBoard : IDisposable
{
    private readonly Func<Task<IReadOnlyDictionary<Guid, string>>> running;
    private readonly LiveUpdates live;
    private readonly IDisposable watch;
    private Task<IReadOnlyDictionary<Guid, string>>? read;
    private long of;

    /// <summary>Watches the talks.</summary>
    /// <param name="running">Reads who holds the talk of each conversation in which one runs.</param>
    public LiveTalkBoard(Func<Task<IReadOnlyDictionary<Guid, string>>> running, LiveUpdates live)
    {
        (this.running, this.live) = (running, live);
        watch = live.On(LiveTalkDesk.Topic, () => Changed?.Invoke());
    }

    /// <summary>Raised when a talk has begun, ended or changed hands, on the announcer's thread; components use <c>InvokeAsync</c>.</summary>
    public event Action? Changed;

    /// <summary>Returns who holds the talk that runs in a conversation; null if none does.</summary>
    public async Task<string?> HeldBy(Guid conversationId)
    {
        var now = live.VersionOf(LiveTalkDesk.Topic); // before the read: a change during it is read again
        if (read is not { IsFaulted: false } kept || of != now)
            (read, of) = (kept = running(), now);
        return (await kept).GetValueOrDefault(conversationId);
    }

    public void Dispose() => watch.Dispose();
}
