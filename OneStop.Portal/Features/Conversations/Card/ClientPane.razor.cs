using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Tags;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Card;

/// <summary>The person beside the conversation: reads while the pane is visible, and changes the data with undo.</summary>
public sealed partial class ClientPane
{
    [Parameter, EditorRequired] public ConversationView Thread { get; set; } = default!;

    /// <summary>open, closed, or empty: shown if there is room.</summary>
    [Parameter] public string Class { get; set; } = "";
    [Parameter] public EventCallback OnClose { get; set; }

    private readonly PageVisibility shown = new(); // of this pane, which may be folded away
    private readonly List<ThrottledReload> reload = [];
    private ElementReference root;
    private PageScript<ClientPane>? script;
    private ClientRow? client;
    private bool isRead, isFolded;
    private IReadOnlyList<TagRow> offered = [];

    [Inject] private LiveUpdates Live { get; set; } = default!;
    [Inject] private PageVisibility Window { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;

    private ClientCard Card => Thread.Card;

    private string Friendship => Card switch
    {
        { BlockedAt: { } blocked } => $"{JapanTime.Say(blocked.JapaneseDate)} からブロック中",
        { FollowedAt: { } since } => $"{JapanTime.Say(since.JapaneseDate)} から",
        { MetAt: var since } => $"最初の連絡 {JapanTime.Say(since.JapaneseDate)}",
    };

    protected override async Task OnInitializedAsync()
    {
        Window.Shown += Look;
        Window.Hidden += Look;
        Look();
        foreach (var topic in (string[])[ClientDesk.Topic, ConversationTopics.Of(Thread.Id)])
            reload.Add(new(Live, topic, () => InvokeAsync(Load), shown, ThrottledReload.Calm));
        await Load();
        offered = await Tags.Offered();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await (script = new(Js, this)).Attach("./Features/Conversations/Card/ClientPane.razor.js", root);
    }

    /// <summary>Called by the page when the pane is folded away or unfolded.</summary>
    [JSInvokable]
    public void Fold(bool folded)
    {
        isFolded = folded;
        Look();
    }

    private void Look() => shown.Set(Window.IsHidden || isFolded);

    /// <summary>Reads the client once for all parts that show the client.</summary>
    private async Task Load()
    {
        (client, isRead) = (await Clients.Of(Thread.Id), true);
        StateHasChanged();
    }

    private async Task CallAs(Edit<NameWish> edit)
    {
        var id = Thread.Id;
        await Desk.CallAs(id, edit);
        Undo.Offer("呼び名を変えました", () => Desk.CallAs(id, edit.Reversed));
    }

    private async Task Put(ChangeEventArgs chosen)
    {
        var id = Thread.Id;
        if (Guid.TryParse(chosen.Value?.ToString(), out var tag) && await Undo.Do(() => Tags.Put([id], tag)))
            Undo.Offer($"「{offered.First(t => t.Id == tag).Name}」をつけました", () => Tags.TakeOff([id], tag));
    }

    private async Task TakeOff(TagRow tag)
    {
        var id = Thread.Id;
        if (await Undo.Do(() => Tags.TakeOff([id], tag.Id)))
            Undo.Offer($"「{tag.Name}」を外しました", () => Tags.Put([id], tag.Id));
    }

    public async ValueTask DisposeAsync()
    {
        Window.Shown -= Look;
        Window.Hidden -= Look;
        reload.ForEach(r => r.Dispose());
        if (script is not null)
            await script.DisposeAsync();
    }
}
