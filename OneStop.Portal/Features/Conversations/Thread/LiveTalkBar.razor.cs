using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Portal.Shared;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Thread;

/// <summary>リアルタイム相談 in its conversation: the countdown, how long the client waits for an answer, the closing words, and the end.</summary>
public sealed partial class LiveTalkBar
{
    private ElementReference bar;
    private LiveTalkRow? talk, ended;
    private Guid? attachedTo;
    private bool closes, isClosed;
    private ThrottledReload? reload;
    private PageScript<LiveTalkBar>? script;

    [Inject] private LiveTalkDesk Desk { get; init; } = default!;
    [Inject] private LiveUpdates Live { get; init; } = default!;
    [Inject] private TimeProvider Clock { get; init; } = default!;
    [Inject] private IJSRuntime Js { get; init; } = default!;
    [Inject] private Actor Actor { get; init; } = default!;
    [Inject] private UndoToasts Undo { get; init; } = default!;
    [Inject] private NavigationManager Nav { get; init; } = default!;

    [Parameter, EditorRequired] public ConversationView Thread { get; set; } = default!;

    /// <summary>Puts words into the composer: after what is typed, or only if nothing is.</summary>
    [Parameter, EditorRequired] public Func<string, bool, Task> Suggest { get; set; } = default!;

    /// <summary>
    /// Since when the client waits: since the first message that is not answered; another one does not begin the wait anew. What was asked before the
    /// talk waits in it since its begin.
    /// </summary>
    private DateTimeOffset? AskedAt => Thread.AnswerDue - Conversation.AnswerWithin is { } asked && talk is { BeganAt: var began }
        ? asked > began ? asked : began : null;

    protected override async Task OnInitializedAsync()
    {
        reload = new(Live, LiveTalkDesk.Topic, () => InvokeAsync(Load)); // before the first read
        await Load();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (attachedTo == talk?.Id)
            return;
        attachedTo = talk?.Id;
        if (script is { } former)
            await former.DisposeAsync();
        script = null;
        if (talk is not null)
            await (script = new(Js, this)).Attach("./Features/Conversations/Thread/LiveTalkBar.razor.js", bar);
    }

    /// <summary>Called after an answer was sent: after the closing words of a talk that has ended, its record is next.</summary>
    public void Said()
    {
        (closes, isClosed) = (false, isClosed || closes);
        if (ended is { } over)
            Nav.NavigateTo(After(over));
    }

    private async Task Load()
    {
        talk = await Desk.Of(Thread.Id);
        if (talk is not null && ended is not null)
            (ended, isClosed) = (null, false); // it goes on
        StateHasChanged();
    }

    private Task Close()
    {
        closes = true;
        return Suggest(HourNotices.Closing, false);
    }

    /// <summary>Ends the talk. The closing words stand ready unless they were sent; then the record opens.</summary>
    private async Task End(LiveTalkRow now)
    {
        if (!await Undo.Do(() => Desk.End(now.Id)))
            return;
        Undo.Offer("相談を終えました", () => Desk.Resume(now.Id));
        if (isClosed)
        {
            Nav.NavigateTo(After(now));
            return;
        }
        ended = now;
        await Suggest(HourNotices.Closing, true);
    }

    private bool MayRecord(LiveTalkRow row) => row.Kind == BookingKind.Consultation && Actor.SeesSupport;

    private string After(LiveTalkRow row) => MayRecord(row) ? $"/clients/{row.ClientId}/consultations/new?booking={row.BookingId}" : $"/bookings/{row.BookingId}";

    private static string Over(LiveTalkRow now) =>
        $"{(now.Until - now.BeganAt == LiveTalk.Longest ? "60分になりました" : "予約の終わりの時刻になりました")}。結びのことばを送って、終わりにしましょう";

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        reload?.Dispose();
        if (script is not null)
            await script.DisposeAsync();
    }
}
