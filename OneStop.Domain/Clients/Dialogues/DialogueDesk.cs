using System.ComponentModel;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Dialogues;

/// <summary>
/// 対話の受付: handles each step of every dialogue in LINE, around the clock (仕様書 7(1)②(ア)). Its changes are saved together with the event's mark
/// as done.
/// </summary>
[DisplayName("ボタンの対話")]
public sealed class DialogueDesk(DeskContext desk, InboundEvents inbound, DialogueRegistry dialogues)
{
    /// <summary>Lets the channel parse the data of pressed buttons.</summary>
    public DialogueRegistry Dialogues => dialogues;

    /// <summary>Handles a pressed button of a dialogue.</summary>
    /// <param name="happened">The event text that the conversation shows to staff.</param>
    /// <param name="words">Turns the reply into the channel's words.</param>
    [DisplayName("対話のボタンに答える")]
    [Allowed(Line = true)]
    public async Task Take(InboundEvent inboundEvent, DialogueStep step, string happened, Func<DialogueReply, AutoReply> words)
    {
        desk.MayDo<DialogueDesk>();
        await Answer(inboundEvent, step, (conversation, _) => conversation.AddEvent(happened, inboundEvent.At), words);
    }

    /// <summary>Handles a step whose words were typed. The text is the client's message, which they can unsend.</summary>
    /// <param name="words">Turns the reply into the channel's words.</param>
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
            // nothing was saved; a retry would break the same rule and block the friend's next events
            await Keep(inboundEvent, _ => Task.FromResult<DialogueReply>(new IsOver()), shown, words, lineMessageId);
        }
    }

    /// <summary>Handles an answer to the gate, then the step that it carries, in the same turn.</summary>
    private async Task<DialogueReply> Answer(DialogueStep step, DialogueTurn turn)
    {
        var gate = new DialogueGate(dialogues, turn);
        if (step is GateAnswer answer)
        {
            if (dialogues.Read(answer.Next) is not { } next || next is GateAnswer) // forged: a question never waits for another one
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
                return; // it was unsent or edited before this event arrived
            db.Messages.Add(shown(conversation, now));
            var due = conversation.AnswerDue;
            var reply = await answer(new(db, friend, conversation, now));
            if (lineMessageId is not null || conversation.AnswerDue != due) // the client wrote, or a person has to respond now
                await db.GiveWay(conversation, inboundEvent.At, now);
            var says = words(reply);
            if (conversation.AnswerDue is { } by && by != due)
                says = says.With((await db.Promise(by, now)).InWords); // a client who is passed to staff is told by when they answer
            InboundEvents.Say(db, friend, conversation, says, now, reply.Confirms);
        });
    }
}
