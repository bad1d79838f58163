using OneStop.Domain;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>The colleagues present in a conversation, kept up to date for the component that shows them.</summary>
internal sealed class PresenceNow : IDisposable
{
    private readonly PresenceDesk desk;
    private readonly Guid conversationId;
    private readonly Func<Action, Task> onScreen;
    private readonly Action show;
    private readonly ThrottledReload follow;
    private readonly ITimer stops;

    /// <param name="onScreen">The component's <c>InvokeAsync</c>.</param>
    /// <param name="show">Renders the change.</param>
    public PresenceNow(PresenceDesk desk, LiveUpdates live, TimeProvider clock, Guid conversationId, Func<Action, Task> onScreen, Action show)
    {
        (this.desk, this.conversationId, this.onScreen, this.show) = (desk, conversationId, onScreen, show);
        stops = clock.CreateTimer(_ => _ = Read(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        follow = new(live, Presence.TopicOf(conversationId), Read);
        _ = Read();
    }

    /// <summary>The other members present, those who write first.</summary>
    public IReadOnlyList<PresentColleague> Others { get; private set; } = [];

    private async Task Read()
    {
        var others = await desk.Others(conversationId);
        if (others.Any(c => c.IsWriting))
            stops.Change(Presence.WritesFor, Timeout.InfiniteTimeSpan); // nothing announces that somebody has stopped writing, so read again when it times out
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
