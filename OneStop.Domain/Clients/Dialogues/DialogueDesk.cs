using System.ComponentModel;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>対話の受付: each step of every dialogue in LINE, around the clock (仕様書 7(1)②(ア)). What it brings about is kept in the same save as the event.</summary>
[DisplayName("ボタンの対話")]
public sealed class DialogueDesk(DeskContext desk, InboundEvents inbound, DialogueRegistry dialogues)
{
    /// <summary>By which the channel reads what was pressed.</summary>
    public DialogueRegistry Dialogues => dialogues;

    /// <summary>A button of a dialogue was pressed.</summary>
    /// <param name="happened">What the talk shows to staff.</param>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("対話のボタンに答える")]
    [Allowed(Line = true)]
    public async Task Take(InboundEvent inboundEvent, DialogueStep step, string happened, Func<DialogueReply, AutoReply> words)
    {
        desk.MayDo<DialogueDesk>();
        await Answer(inboundEvent, step, (conversation, _) => conversation.AddEvent(happened, inboundEvent.At), words);
    }

    /// <summary>Its words were typed: they are the client's, who may take them back.</summary>
    /// <param name="words">The channel's words for what the service has to say.</param>
    [DisplayName("対話の言葉に答える")]
    [Allowed(Line = true)]
    public async Task TakeTyped(InboundEvent inboundEvent, DialogueStep step, SaysText typed, Func<DialogueReply, AutoReply> words)
    {
        desk.MayDo<DialogueDesk>();
        await Answer(inboundEvent, step, (conversation, now) => conversation.Hear(typed, inboundEvent.At, now), words, typed.LineMessageId);
    }

    private async Task Answer(InboundEvent inboundEvent, DialogueStep step, Func<Conversation, DateTimeOffset, Message> shown,
        Func<DialogueReply, AutoReply> words, string? lineMessageId = null)
    {
        try
        {
            await Keep(inboundEvent, turn => Answer(step, turn), shown, words, lineMessageId);
        }
        catch (RuleException)
        {
            // nothing of it was kept; tried again it would break the same rule, and what they say next waits for it
            await Keep(inboundEvent, _ => Task.FromResult<DialogueReply>(new IsOver()), shown, words, lineMessageId);
        }
    }

    /// <summary>An answer to the gate is taken in, and the step that it carries follows in the same turn.</summary>
    private async Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn)
    {
        var gate = new DialogueGate(dialogues, turn);
        if (step is GateAnswer answer)
        {
            if (dialogues.Read(answer.Next) is not { } next || next is GateAnswer) // made up: no question waits for another one
                return new IsOver();
            if (await gate.Take(answer, next) is { } reply)
                return reply;
            step = next;
        }
        return await gate.Ask(step) ?? await dialogues.Of(step).Answer(step, turn);
    }

    private async Task Keep(InboundEvent inboundEvent, Func<DialogueTurn, Task<DialogueReply>> answer,
        Func<Conversation, DateTimeOffset, Message> shown, Func<DialogueReply, AutoReply> words, string? lineMessageId)
    {
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (lineMessageId is not null && await db.IsKnown(conversation.Id, lineMessageId))
                return; // it was taken back, or changed, before it came
            db.Messages.Add(shown(conversation, now));
            var due = conversation.AnswerDue;
            var reply = await answer(new(db, friend, conversation, now));
            if (lineMessageId is not null || conversation.AnswerDue != due) // they wrote, or a person has to say something now
                await db.GiveWay(conversation, inboundEvent.At, now);
            var says = words(reply);
            if (conversation.AnswerDue is { } by && by != due)
                says = says.With((await db.Promise(by, now)).InWords); // whoever is led to a person learns by when
            InboundEvents.Say(db, friend, conversation, says, now, reply.Confirms);
        });
    }
}
