using OneStop.Domain.Conversations;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>A row that shows nothing new is not drawn again: each message of anybody is a new reading of the whole list.</summary>
public sealed partial class InboxRowView
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20); // the list's own clock
    private Drawn? drawn;

    private Drawn Wanted => new(Row with { Tags = [] }, string.Join('\n', Row.Tags.Select(t => t.Name)), Href, IsCurrent, OnPick.HasDelegate, IsPicked,
        Now.Ticks / Tick.Ticks);

    protected override void OnInitialized() => drawn = Wanted; // nobody is asked before the first drawing

    protected override bool ShouldRender()
    {
        var before = drawn;
        drawn = Wanted;
        return drawn != before;
    }

    private sealed record Drawn(InboxRow Row, string Tags, string Href, bool IsCurrent, bool CanBePicked, bool IsPicked, long Ticks);
}
