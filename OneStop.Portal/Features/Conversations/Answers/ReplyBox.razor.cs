using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations.Files;
using OneStop.Portal.Shared;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Answers;

/// <summary>The box for an answer. The page's script owns the text; this component saves and sends it.</summary>
public sealed partial class ReplyBox
{
    private ElementReference root;
    private PageScript<ReplyBox>? script;
    private Guid? quotes;
    private bool busy, isPlanning, plans;

    [Inject] private ConversationDesk Desk { get; init; } = default!;
    [Inject] private AnswerDesk Answers { get; init; } = default!;
    [Inject] private PresenceDesk Present { get; init; } = default!;
    [Inject] private LaterDesk Planned { get; init; } = default!;
    [Inject] private FileDesk Files { get; init; } = default!;
    [Inject] private Pictures Pictures { get; init; } = default!;
    [Inject] private PdfUploads Documents { get; init; } = default!;
    [Inject] private Actor Actor { get; init; } = default!;
    [Inject] private MyPreferences Mine { get; init; } = default!;
    [Inject] private UndoToasts Undo { get; init; } = default!;
    [Inject] private IJSRuntime Js { get; init; } = default!;

    [Parameter, EditorRequired] public ConversationView Thread { get; set; } = default!;

    /// <summary>Called after an answer was submitted, to show it.</summary>
    [Parameter] public EventCallback OnSaid { get; set; }

    /// <summary>The quoted message as it is now; null if it is not among the messages loaded.</summary>
    private MessageRow? Quoted => Thread.Messages.FirstOrDefault(m => m.Id == quotes);

    private string SendWith => Mine.Now.SendWith == SendKey.Enter ? "Enter" : "Ctrl+Enter";

    protected override void OnInitialized() => Mine.Changed += Show;

    protected override void OnParametersSet()
    {
        if (Quoted is not { UnsentAt: not null })
            return;
        quotes = null;
        Undo.Say("引用していたメッセージは、相談者が送信を取り消しました。引用を外しました。");
    }

    private void Show() => InvokeAsync(StateHasChanged);

    protected override Task OnAfterRenderAsync(bool firstRender) => !firstRender
        ? Task.CompletedTask
        : (script = new(Js, this)).Attach("./Features/Conversations/Answers/Composer.razor.js", root,
            new
            {
                draft = Thread.Draft,
                begun = Thread.DraftSince?.ToString(CultureInfo.InvariantCulture),
                longest = SplitText.LongestOfAll,
                part = TextContent.Longest,
                isAnswer = true
            });

    /// <summary>Called by the page while typing.</summary>
    /// <param name="since">The order key of the last message when the text was begun.</param>
    /// <param name="isTyped">True if the text was typed, false if it was only restored.</param>
    [JSInvokable]
    public async Task Save(string text, string? since, bool isTyped)
    {
        if (isTyped || text.Length == 0)
            await Present.Write(Thread.Id, text.Length > 0);
        await Desk.SaveDraft(Thread.Id, text, PlaceOf(since));
    }

    /// <summary>Called by the page while a long answer is typed.</summary>
    [JSInvokable]
    public Task ShowTyping() => Answers.ShowTyping(Thread.Id);

    /// <summary>Called by the page to send. A text that is not taken in stays in the box.</summary>
    [JSInvokable]
    public async Task<Handed> Send(string text, Guid messageId, bool isSure, string? since)
    {
        AnswerOutcome? outcome = null;
        await Undo.Do(async () => outcome = await Answers.Answer(Thread.Id, text, messageId, quotes, isSure, PlaceOf(since)));
        if (outcome is Taken)
        {
            await Present.Write(Thread.Id, false);
            quotes = null;
            await OnSaid.InvokeAsync();
        }
        StateHasChanged();
        return new(outcome is Taken, (outcome as AsksFirst)?.Doubts ?? []);
    }

    /// <summary>Called by a page that lost its connection while sending.</summary>
    [JSInvokable]
    public Task<bool> WasTaken(Guid messageId) => Answers.WasTaken(messageId);

    /// <summary>Puts a text that was taken back into the box, before what has been typed since.</summary>
    public Task PutBack(string text) => (script?.Tell("putBack", text)).OrDone();

    /// <summary>Puts words into the box, after what is typed, or only if nothing is. They are sent like any others.</summary>
    public Task Suggest(string words, bool onlyIfEmpty) => (script?.Tell("suggest", words, onlyIfEmpty)).OrDone();

    /// <summary>Makes the next answer quote this message.</summary>
    public Task Quote(Guid messageId)
    {
        quotes = messageId;
        StateHasChanged();
        return (script?.Tell("focus")).OrDone();
    }

    private async Task Plan((DateTimeOffset SendAt, bool UnlessClientWrites) when)
    {
        if (plans)
            return; // pressed twice
        if (quotes is not null)
        {
            Undo.Say("あとで送るときは、引用をつけられません。引用を外してから、もう一度押してください。");
            return;
        }
        plans = true;
        try
        {
            await Plan(when.SendAt, when.UnlessClientWrites);
        }
        finally
        {
            plans = false;
        }
    }

    private async Task Plan(DateTimeOffset sendAt, bool unlessClientWrites)
    {
        if (script is null || await script.Ask<string>("text") is not { } text)
            return;
        AnswerOutcome? outcome = null;
        var since = PlaceOf(await script.Ask<string>("since"));
        await Undo.Do(async () => outcome = await Planned.Plan(Thread.Id, text, sendAt, unlessClientWrites, since: since));
        if (outcome is AsksFirst { Doubts: var doubts } && await script.Ask<bool>("ask", doubts))
            await Undo.Do(async () => outcome = await Planned.Plan(Thread.Id, text, sendAt, unlessClientWrites, isSure: true));
        if (outcome is not Taken)
            return;
        isPlanning = false;
        await script.Tell("clear", text);
        await OnSaid.InvokeAsync();
        Undo.Tell($"{JapanTime.Say(sendAt)} に送ります");
        StateHasChanged();
    }

    private async Task Attach(InputFileChangeEventArgs chosen)
    {
        busy = true;
        try
        {
            await Undo.Do(async () => await Send(await Keep(chosen.File)));
        }
        finally
        {
            busy = false;
        }
    }

    private async Task<Guid> Keep(IBrowserFile file)
    {
        if (PdfUploads.IsMeant(file))
            return await Files.Attach(Thread.Id, file.Name, await Documents.Prepare(file), null);
        var prepared = await Pictures.Prepare(file);
        return await Files.Attach(Thread.Id, prepared.Name, prepared.Picture, prepared.Preview);
    }

    private async Task Send(Guid fileId)
    {
        var isTaken = false;
        try
        {
            var outcome = await Answers.AnswerWithFile(Thread.Id, fileId, since: script is null ? null : PlaceOf(await script.Ask<string>("chosenSince")));
            if (outcome is AsksFirst { Doubts: var doubts } && await Ask(doubts))
                outcome = await Answers.AnswerWithFile(Thread.Id, fileId, isSure: true);
            isTaken = outcome is Taken;
        }
        finally
        {
            if (!isTaken)
                await Files.Discard(fileId); // chosen for another person: no record of it may stay
        }
        if (isTaken)
            await OnSaid.InvokeAsync();
    }

    /// <summary>Order keys are passed as text: they exceed JavaScript's safe integers.</summary>
    private static long? PlaceOf(string? order) => long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>Shows doubts about a text, and asks whether to send it nevertheless.</summary>
    public async Task<bool> Ask(IReadOnlyList<string> doubts) => script is not null && await script.Ask<bool>("ask", doubts);

    public async ValueTask DisposeAsync()
    {
        Mine.Changed -= Show;
        if (script is not null)
            await script.DisposeAsync();
    }
}
