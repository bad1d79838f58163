using OneStop.Domain;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>The colleagues in a talk, kept as they are now for the part of the screen that shows them.</summary>
internal sealed class PresenceNow : IDisposable
{
    private readonly PresenceDesk desk;
    private readonly Guid conversationId;
    private readonly Func<Action, Task> onScreen;
    private readonly Action show;
    private readonly ThrottledReload follow;
    private readonly ITimer stops;

    /// <param name="onScreen">The component's <c>InvokeAsync</c>.</param>
    /// <param name="show">Draws what has changed.</param>
    public PresenceNow(PresenceDesk desk, LiveUpdates live, TimeProvider clock, Guid conversationId, Func<Action, Task> onScreen, Action show)
    {
        (this.desk, this.conversationId, this.onScreen, this.show) = (desk, conversationId, onScreen, show);
        stops = clock.CreateTimer(_ => _ = Read(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        follow = new(live, Presence.TopicOf(conversationId), Read);
        _ = Read();
    }

    /// <summary>The others, those who write first.</summary>
    public IReadOnlyList<PresentColleague> Others { get; private set; } = [];

    private async Task Read()
    {
        var others = await desk.Others(conversationId);
        if (others.Any(c => c.IsWriting))
            stops.Change(Presence.WritesFor, Timeout.InfiniteTimeSpan); // nobody tells that somebody has stopped in the middle of a sentence
        await onScreen(() =>
        {
            if (others.SequenceEqual(Others))
                return;
            Others = others;
            show();
        });
    }

    public void Dispose()
    {
        follow.Dispose();
        stops.Dispose();
    }
}
