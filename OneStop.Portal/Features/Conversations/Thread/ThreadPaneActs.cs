using Microsoft.AspNetCore.Components;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Thread;

/// <summary>Acts on the messages of the conversation, and their undo.</summary>
public sealed partial class ThreadPane
{
    private LiveTalkBar? live;

    [Inject] private Actor Actor { get; init; } = default!;

    /// <summary>
    /// The greeting that everybody gets who adds the account, at the beginning of the conversation. It is folded, because nobody
    /// reads it twice, unless somebody must decide about one of its messages.
    /// </summary>
    private IReadOnlyList<Guid> Welcome
    {
        get
        {
            if (thread is not { HasEarlier: false, Messages: var all })
                return [];
            var spoken = all.SkipWhile(m => m.By == Speaker.Event).ToList();
            // further messages of the bot come on their own and are not part of it
            List<MessageRow> greeting = [.. spoken.TakeWhile(m => m.By == Speaker.Bot && m.OutgoingId == spoken[0].OutgoingId)];
            return greeting.Exists(m => m.AsksSomebody || m.HinderedBy is not null || m.Delivery is Delivery.Failed or Delivery.Unknown)
                ? []
                : [.. greeting.Select(m => m.Id)];
        }
    }

    /// <summary>Shows what was just sent, with the button to take it back.</summary>
    private async Task Said()
    {
        if (thread is { HasLater: true })
            await ToNewest();
        else
            await ReadAgain(); // awaited before the answer counts as sent, so that somebody who goes on at once still gets the undo toast
        StateHasChanged();
        live?.Said();
    }

    private Task Suggest(string words, bool onlyIfEmpty) => composer?.Suggest(words, onlyIfEmpty) ?? Task.CompletedTask;

    private Task<bool> TakeBack(Guid outgoingId) => Undo.Do(async () =>
    {
        var taken = await Answers.TakeBack(Id, outgoingId);
        if (composer is null)
            return;
        if (taken.Quoted is { } quoted)
            await composer.Quote(quoted);
        if (taken.Words is { } words)
            await composer.PutBack(words);
    });

    private Task PutBack(string text) => composer?.PutBack(text) ?? Task.CompletedTask;

    private Task Quote(MessageRow message) => composer?.Quote(message.Id) ?? Task.CompletedTask;

    private Task<bool> TakeBackNote(Guid noteId) => Undo.Do(async () =>
    {
        var text = await Notes.TakeBack(Id, noteId);
        await (composer?.PutBackNote(text)).OrDone();
    });

    private Task<bool> SendAgain(Guid outgoingId) => Undo.Do(async () =>
    {
        if (await Answers.SendAgain(Id, outgoingId) is AsksFirst { Doubts: var doubts } && composer is not null && await composer.Ask(doubts))
            await Answers.SendAgain(Id, outgoingId, isSure: true);
    });

    private Task<bool> Abandon(Guid outgoingId) => Undo.Do(() => Answers.Abandon(Id, outgoingId));

    /// <summary>Offers undo in a toast to somebody who goes on to the next conversation while the answer is held, away from its button.</summary>
    private void OfferTakingBack()
    {
        var (id, now) = (Id, Clock.GetUtcNow());
        if (thread?.Messages.LastOrDefault(m => m is { By: Speaker.Staff, Delivery: Delivery.Waiting, Attempts: 0, OutgoingId: not null }
            && m.StaffId == Actor.Id && m.HoldUntil > now) is not { } held)
            return;
        Undo.Offer($"{thread.Alias} さんへの返信を送ります", async () =>
        {
            await Answers.TakeBack(id, held.OutgoingId!.Value);
            Undo.Tell("送信を取り消しました。文は、その会話の下書きに戻っています");
        }, held.HoldUntil - now);
    }
}
