using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations.Answers;
using OneStop.Portal.Features.Conversations.Inbox;
using OneStop.Portal.Shared;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Thread;

/// <summary>The conversation with one person: loaded in parts, updated live, with the reading position kept.</summary>
public sealed partial class ThreadPane
{
    private static readonly TimeSpan MarkAfter = TimeSpan.FromSeconds(2);
    private ElementReference pane;
    private ConversationView? thread;
    private bool missing, changedMeanwhile;
    private string card = "";
    private bool hasTurnedCard, isAttached, waitsForEyes, isLeaving;
    private long? shownAt;
    private Settling? settling;
    private ITimer? tick, marking;
    private Composer? composer;
    private ThrottledReload? reload;
    private PageScript<ThreadPane>? script;

    [Inject] private ConversationDesk Desk { get; init; } = default!;
    [Inject] private AnswerDesk Answers { get; init; } = default!;
    [Inject] private NoteDesk Notes { get; init; } = default!;
    [Inject] private LiveUpdates Live { get; init; } = default!;
    [Inject] private TimeProvider Clock { get; init; } = default!;
    [Inject] private IJSRuntime Js { get; init; } = default!;
    [Inject] private UndoToasts Undo { get; init; } = default!;
    [Inject] private NavigationManager Nav { get; init; } = default!;
    [Inject] private PageVisibility Visibility { get; init; } = default!;

    [Parameter, EditorRequired] public Guid Id { get; set; }
    [Parameter, EditorRequired] public InboxPlace Place { get; set; } = default!;

    /// <summary>The order key of the message to show first.</summary>
    [Parameter] public long? At { get; set; }

    /// <summary>The first unread message, if it is above the messages loaded.</summary>
    private long? UnreadAbove => thread is { FirstUnread: { } first, Messages: [{ Order: var top }, ..] } && first < top ? first : null;

    protected override async Task OnInitializedAsync()
    {
        shownAt = At;
        reload = new(Live, ConversationTopics.Of(Id), () => InvokeAsync(ReadAgain), Visibility); // before the first load, or a message in between is missed
        tick = Clock.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
        thread = await Desk.Open(Id, At);
        missing = thread is null;
        settling = At is { } place ? new("place", place) : thread?.FirstUnread is { } unread && UnreadAbove is null ? new("unread", unread) : new("open");
        if (changedMeanwhile)
            await ReadAgain();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (At == shownAt || thread is null)
            return;
        shownAt = At;
        if (At is { } place)
            await JumpTo(place);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (hasTurnedCard && script is not null)
        {
            hasTurnedCard = false;
            await script.Tell("cardTurned");
        }
        if (thread is null || settling is null)
            return;
        if (script is null)
        {
            await (script = new(Js, this)).Attach("./Features/Conversations/Thread/ThreadPane.razor.js", pane, Id);
            isAttached = true;
        }
        if (!isAttached || settling is not { } now)
            return; // the last request is kept until the script has loaded: a jump may be pressed earlier
        settling = null;
        await script.Tell("settle", now.Where, now.Order?.ToString(CultureInfo.InvariantCulture)); // as text: it exceeds JavaScript's safe integers
    }

    private async Task ReadAgain()
    {
        if (thread is not { } before)
        {
            changedMeanwhile = true;
            return;
        }
        var (first, last) = (before.First?.Order ?? 0, before.Last?.Order);
        var read = await Desk.ReadAgain(Id, first, before.HasLater ? last : null);
        if (!ReferenceEquals(thread, before))
        {
            await ReadAgain(); // more was loaded, or another place opened meanwhile: the result is outdated
            return;
        }
        thread = read is null ? null : read with { FirstUnread = before.FirstUnread };
        if (thread?.Last is { } newest && newest.Order != last)
        {
            settling = new(newest.By == Speaker.Staff ? "end" : "follow");
            marking ??= Clock.CreateTimer(_ => _ = InvokeAsync(MarkRead), null, MarkAfter, Timeout.InfiniteTimeSpan);
        }
        StateHasChanged();
    }

    private async Task MarkRead()
    {
        if (marking is null || thread?.Last is not { } last)
            return;
        await marking.DisposeAsync();
        marking = null;
        if (!isLeaving && isAttached && !await script!.Ask<bool>("isLookedAt"))
        {
            waitsForEyes = true; // a window left open over night marks nothing as read
            return;
        }
        try
        {
            await Desk.MarkRead(Id, last.Order);
        }
        catch (NotAllowedException)
        {
            // Signed out in another window: the last messages stay unread.
        }
    }

    /// <summary>Called by the page when its window gets the focus again.</summary>
    [JSInvokable]
    public Task LookedAt()
    {
        if (!waitsForEyes)
            return Task.CompletedTask;
        waitsForEyes = false;
        marking ??= Clock.CreateTimer(_ => _ = InvokeAsync(MarkRead), null, MarkAfter, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    /// <summary>Called by the page if the last reading position is above the messages loaded.</summary>
    [JSInvokable]
    public async Task ComeBack(string order)
    {
        if (At is not null || thread is null || await Desk.Open(Id, long.Parse(order, CultureInfo.InvariantCulture)) is not { } opened)
            return;
        thread = opened with { FirstUnread = thread.FirstUnread };
        settling = new("open");
        StateHasChanged();
    }

    /// <summary>Loads more. Called by the page on scrolling, and by the button.</summary>
    [JSInvokable]
    public async Task Earlier()
    {
        if (thread is not { HasEarlier: true, Messages: [{ Order: var first }, ..] })
            return;
        var earlier = await Desk.Earlier(Id, first);
        if (thread?.First?.Order == first)
            thread = thread with { Messages = [.. earlier, .. thread.Messages], HasEarlier = earlier.Count == ConversationDesk.PageSize };
        StateHasChanged();
    }

    /// <inheritdoc cref="Earlier"/>
    [JSInvokable]
    public async Task Later()
    {
        if (thread is not { HasLater: true, Messages: [.., { Order: var last }] })
            return;
        var later = await Desk.Later(Id, last);
        if (thread?.Last?.Order == last)
            thread = thread with { Messages = [.. thread.Messages, .. later], HasLater = later.Count == ConversationDesk.PageSize };
        StateHasChanged();
    }

    private async Task JumpTo(long order)
    {
        if (thread?.Messages.Any(m => m.Order == order) != true)
            thread = await Desk.Open(Id, order) is { } opened ? opened with { FirstUnread = thread?.FirstUnread } : null;
        settling = new("place", order);
        StateHasChanged();
    }

    private async Task ToNewest()
    {
        thread = await Desk.Open(Id);
        settling = new("end");
        if (At is not null)
            Nav.NavigateTo(Place.Url(Id), replace: true); // the same place can then be requested again
    }

    private async Task ToggleCard()
    {
        card = script is not null && await script.Ask<bool>("isCardShown") ? "closed" : "open";
        hasTurnedCard = true;
    }

    private IEnumerable<(MessageRow Message, string? Day)> WithDays()
    {
        DateOnly? last = null;
        foreach (var message in thread!.Messages)
        {
            var day = message.At.JapaneseDate;
            yield return (message, day == last ? null : JapanTime.Say(day));
            last = day;
        }
    }

    public async ValueTask DisposeAsync()
    {
        reload?.Dispose();
        isLeaving = true;
        OfferTakingBack();
        await MarkRead();
        if (tick is not null)
            await tick.DisposeAsync();
        if (script is not null)
            await script.DisposeAsync();
    }

    /// <summary>Where to scroll after the next render: <c>open</c>, <c>end</c>, <c>follow</c>, <c>unread</c> or <c>place</c>.</summary>
    private sealed record Settling(string Where, long? Order = null);
}
