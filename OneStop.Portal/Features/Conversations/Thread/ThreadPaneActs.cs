using Microsoft.AspNetCore.Components;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.Conversations.Thread;

/// <summary>What is done with the messages of the talk, and how it is taken back.</summary>
public sealed partial class ThreadPane
{
    [Inject] private Actor Actor { get; init; } = default!;

    /// <summary>
    /// What everybody gets who adds the account, at the head of the talk: it is folded, for
    /// nobody reads it twice, unless somebody has to decide what becomes of it.
    /// </summary>
    private IReadOnlyList<Guid> Welcome
    {
        get
        {
            if (thread is not { HasEarlier: false, Messages: var all })
                return [];
            var spoken = all.SkipWhile(m => m.By == Speaker.Event).ToList();
            // what else the service sends comes by itself
            List<MessageRow> greeting = [.. spoken.TakeWhile(m => m.By == Speaker.Bot && m.OutgoingId == spoken[0].OutgoingId)];
            return greeting.Exists(m => m.AsksSomebody || m.HinderedBy is not null || m.Delivery is Delivery.Failed or Delivery.Unknown)
                ? []
                : [.. greeting.Select(m => m.Id)];
        }
    }

    /// <summary>What was just said is to be seen, with the way to take it back.</summary>
    private async Task Said()
    {
        if (thread is { HasLater: true })
            await ToNewest();
        else
            await ReadAgain(); // before it is called sent: whoever goes on at once takes the way back with them
        StateHasChanged();
    }

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

    /// <summary>Whoever goes on to the next talk within the hold leaves the button behind: the way back goes with them.</summary>
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
