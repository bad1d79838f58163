using OneStop.Domain.Conversations;

namespace OneStop.Portal.Features.Conversations.Inbox;

/// <summary>A row that is rendered again only if it has changed: every message of anybody reads the whole list again.</summary>
public sealed partial class InboxRowView
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(20); // the interval of the list's clock
    private Drawn? drawn;

    private Drawn Wanted => new(Row with { Tags = [] }, string.Join('\n', Row.Tags.Select(t => t.Name)), Href, IsCurrent, OnPick.HasDelegate, IsPicked,
        Now.Ticks / Tick.Ticks);

    protected override void OnInitialized() => drawn = Wanted; // ShouldRender is not called before the first render

    protected override bool ShouldRender()
    {
        var before = drawn;
        drawn = Wanted;
        return drawn != before;
    }

    private sealed record Drawn(InboxRow Row, string Tags, string Href, bool IsCurrent, bool CanBePicked, bool IsPicked, long Ticks);
}
