using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>受付の窓口: handles what friends send through LINE; buttons are handled by <see cref="ButtonDesk"/>.</summary>
[DisplayName("受付")]
public sealed class ReceptionDesk(DeskContext desk, InboundEvents inbound, FileStore store, Talking talking)
{
    /// <summary>Adds the friend's message; the 24 hours begin. If the bot has to send a receipt, it goes into the outbox in the same save.</summary>
    /// <param name="receipt">Makes the receipt from the promised time; null if the bot is to be silent.</param>
    /// <param name="beside">Additional information from the bot, left out in a running exchange with staff.</param>
    /// <param name="isAskedFor">Whether the client asked for <paramref name="beside"/>: it is then sent in a running exchange as well.</param>
    [DisplayName("メッセージを受け取る")]
    [Allowed(Line = true)]
    public async Task Receive(InboundEvent inboundEvent, ClientSays said, Func<OwedReceipt, AutoReply>? receipt, AutoReply? beside = null,
        bool isAskedFor = false)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (said.LineMessageId is { } id && await db.IsKnown(conversation.Id, id))
                return; // it was unsent or edited before this event arrived
            await db.GiveWay(conversation, inboundEvent.At, now);
            var (isFirst, isTalking) = (conversation.HeardOrder == 0, await talking.Runs(db, conversation, now));
            var (message, owesReceipt) = conversation.Receive(said, inboundEvent.At, now, isTalking);
            db.Messages.Add(message);
            if (said is SendsFile file)
            {
                var stored = StoredFile.ToFetch(conversation.Id, file.Name, file.From, now);
                message.FileId = stored.Id;
                db.StoredFiles.Add(stored);
                if (file.Set is { } set)
                    await db.Sort(message, set);
            }
            List<OutgoingContent> says = owesReceipt && receipt is not null && !await talking.IsBooked(db, conversation, now)
                ? [.. (await Receipt(db, conversation, receipt, isFirst, now)).Contents]
                : [];
            if (beside is not null && (says.Count > 0 || !isTalking || isAskedFor))
                says.AddRange(beside.Contents);
            if (says.Count > 0)
                InboundEvents.Say(db, friend, conversation, new(says), now);
        });
    }

    /// <summary>
    /// Adds thanks, which need no answer. The bot replies kindly, but not twice in an hour, and not in a running exchange with staff: there the
    /// thanks may answer a question (代わりに電話しましょうか？), and the list shows them as unread.
    /// </summary>
    /// <param name="answer">Makes the reply, the thanks first, from whether the client still waits for a person, and whether they had never written
    /// before.</param>
    [DisplayName("お礼を受け取る")]
    [Allowed(Line = true)]
    public async Task Thank(InboundEvent inboundEvent, ClientSays said, Func<bool, bool, AutoReply> answer)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (said.LineMessageId is { } id && await db.IsKnown(conversation.Id, id))
                return; // it was unsent or edited before this event arrived
            await db.GiveWay(conversation, inboundEvent.At, now);
            var says = answer(conversation.AnswerDue is not null, conversation.HeardOrder == 0);
            db.Messages.Add(conversation.HearThanks(said, inboundEvent.At, now));
            if (await talking.Runs(db, conversation, now))
                return;
            var thanks = says.Shown.First().Text;
            if (!await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.By == Speaker.Bot
                && m.At > now - Conversation.ExchangeRunsFor && m.Text == thanks))
                InboundEvents.Say(db, friend, conversation, says, now);
        });
    }

    /// <summary>友だち追加・ブロック解除: greets the friend once, even if the event is delivered again.</summary>
    /// <param name="greeting">The greeting; null if the bot is to be silent.</param>
    /// <param name="again">The greeting for a friend who had blocked the account; null if LINE does not tell that.</param>
    [DisplayName("友だち追加を受け取る")]
    [Allowed(Line = true)]
    public async Task Follow(InboundEvent inboundEvent, AutoReply? greeting, AutoReply? again = null)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, (db, friend, conversation, now) =>
        {
            var back = friend.IsBlocked || (again is not null && friend.FollowedAt is not null);
            if (!friend.Follow(inboundEvent.At))
                return;
            db.Messages.Add(conversation.AddEvent(back ? "ブロックが解除されました" : "友だちに追加されました", inboundEvent.At));
            if ((back ? again ?? greeting : greeting) is { } says)
                InboundEvents.Say(db, friend, conversation, says, now);
        });
    }

    /// <summary>ブロック: the conversation shows it. Messages that wait for the friend fail when they are due, instead of being pushed in vain.</summary>
    [DisplayName("ブロックを受け取る")]
    [Allowed(Line = true)]
    public async Task Unfollow(InboundEvent inboundEvent)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, (db, friend, conversation, _) =>
        {
            if (friend.Block(inboundEvent.At))
                db.Messages.Add(conversation.AddEvent("ブロックされました", inboundEvent.At));
        });
    }

    /// <summary>
    /// 送信取消: deletes the contents of the message, its raw event and its files. If the unsend event arrives before the message (LINE does not
    /// guarantee the order), a row with its id is left, so that the message is not added later.
    /// </summary>
    [DisplayName("送信取消を受け取る")]
    [Allowed(Line = true)]
    public async Task Unsend(InboundEvent inboundEvent, string lineMessageId)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            var messages = await db.Messages.Where(m => m.ConversationId == conversation.Id && m.LineMessageId == lineMessageId
                && m.By == Speaker.Client).ToListAsync();
            if (messages.Count == 0)
                messages.Add(db.Messages.Add(conversation.AwaitUnsent(lineMessageId, inboundEvent.At)).Entity);
            foreach (var message in messages)
            {
                await db.Reword(message, friend.Number, m => m.Unsend(inboundEvent.At));
                await Wipe(db, message.FileId, lineMessageId);
            }
        });
    }

    /// <summary>
    /// Changes the text of an edited message. If the message has not arrived yet, it is added now and not again later. Of several edits, the last by
    /// LINE's clock wins, because LINE does not guarantee the order.
    /// </summary>
    /// <param name="receipt">As for <see cref="Receive"/>.</param>
    [DisplayName("メッセージの編集を受け取る")]
    [Allowed(Line = true)]
    public async Task Edit(InboundEvent inboundEvent, SaysText said, Func<OwedReceipt, AutoReply>? receipt)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            await db.GiveWay(conversation, inboundEvent.At, now);
            var message = await db.Messages.FirstOrDefaultAsync(m => m.ConversationId == conversation.Id && m.LineMessageId == said.LineMessageId
                && m.By == Speaker.Client);
            if (message is null)
            {
                var isFirst = conversation.HeardOrder == 0;
                var (received, owesReceipt) = conversation.Receive(said, inboundEvent.At, now, await talking.Runs(db, conversation, now));
                db.Messages.Add(received);
                if (owesReceipt && receipt is not null && !await talking.IsBooked(db, conversation, now))
                    InboundEvents.Say(db, friend, conversation, await Receipt(db, conversation, receipt, isFirst, now), now);
                return;
            }
            if (message.UnsentAt is not null)
            {
                await Wipe(db, null, said.LineMessageId!);
                return;
            }
            if (await db.IncomingEvents.AnyAsync(e => e.MessageId == said.LineMessageId && e.Sender == inboundEvent.From.Value && e.ProcessedAt != null
                && (e.OccurredAt > inboundEvent.At || (e.OccurredAt == inboundEvent.At && e.Sequence > inboundEvent.Sequence))))
                return; // a newer edit has been applied
            await db.Reword(message, friend.Number, m => m.Edit(said.Text, said.QuoteToken));
            db.Messages.Add(conversation.AddEvent("メッセージが編集されました", inboundEvent.At));
        });
    }

    /// <summary>Adds an event on the client's side that the conversation shows and that needs no answer.</summary>
    [DisplayName("出来事を受け取る")]
    [Allowed(Line = true)]
    public async Task Note(InboundEvent inboundEvent, string what)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, (db, _, conversation, _) => db.Messages.Add(conversation.AddEvent(what, inboundEvent.At)));
    }

    /// <summary>未対応イベント: shows an unknown event in the conversation.</summary>
    [DisplayName("未対応イベントを残す")]
    [Allowed(Line = true)]
    public async Task Keep(InboundEvent inboundEvent, string kind)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent,
            (db, _, conversation, _) => db.Messages.Add(conversation.AddEvent($"未対応イベント（{kind}）", inboundEvent.At, kind: MessageKind.Unsupported)));
    }

    /// <summary>
    /// Marks an event whose last attempt failed, for a manual retry. In the same save, the conversation shows that something arrived, so that staff
    /// answers.
    /// </summary>
    /// <param name="failure">The kind of failure, without contents.</param>
    [DisplayName("読み取れないメッセージを知らせる")]
    [Allowed(Line = true)]
    public async Task PutAside(InboundEvent inboundEvent, string failure)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, incoming, _, conversation, now) =>
        {
            incoming.Fail(failure, now);
            await db.GiveWay(conversation, inboundEvent.At, now);
            db.Messages.Add(conversation.Receive(new SaysUnreadable(), inboundEvent.At, now).Message);
        });
    }

    /// <summary>
    /// Marks an event without a friend's conversation as done. It is kept as received, but an unsent message is wiped in a group too, whichever of
    /// the two events arrives first.
    /// </summary>
    /// <param name="takenBack">送信取消: LINE's id of the message; null for other events.</param>
    [DisplayName("会話のないイベントを残す")]
    [Allowed(Line = true)]
    public async Task LeaveAsWritten(long sequence, string? takenBack = null)
    {
        desk.MayDo<ReceptionDesk>();
        await desk.Change(async db =>
        {
            var incoming = await db.IncomingEvents.SingleAsync(e => e.Sequence == sequence);
            if (takenBack is not null)
                await Wipe(db, null, takenBack);
            else if (incoming.MessageId is { } id && await db.IncomingEvents.AnyAsync(e => e.MessageId == id && e.Body == IncomingEvent.Wiped))
                incoming.Wipe();
            incoming.Finish(desk.Now);
        });
    }

    private static async Task<AutoReply> Receipt(OneStopDb db, Conversation conversation, Func<OwedReceipt, AutoReply> receipt, bool isFirst,
        DateTimeOffset now)
    {
        conversation.GaveReceipt(now);
        return receipt(new(await db.Promise(conversation.AnswerDue!.Value, now), isFirst));
    }

    private async Task Wipe(OneStopDb db, Guid? fileId, string lineMessageId)
    {
        await db.WipeEvents(lineMessageId);
        if (await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == fileId) is not { } file)
            return;

        // The bytes first: if the save fails, the event is processed again and finds them deleted.
        foreach (var contents in new[] { file.Contents, file.Preview }.OfType<FileContents>())
            store.Delete(contents.StorageName);
        file.Wipe();
    }
}
