using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Search;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>受付の窓口: what comes from friends through LINE is kept here; what buttons do, at <see cref="ButtonDesk"/>.</summary>
[DisplayName("受付")]
public sealed class ReceptionDesk(DeskContext desk, InboundEvents inbound, FileStore store)
{
    /// <summary>Keeps what the friend said; the 24 hours begin. Where the bot owes a receipt, it goes out with the same save.</summary>
    /// <param name="receipt">The receipt's words, given by when a person will answer; null where the bot is to be silent.</param>
    /// <param name="beside">What may help meanwhile, said as well unless a member of staff is talking with them.</param>
    /// <param name="isAskedFor">They asked for just that: it is said also while staff is talking with them.</param>
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
                return; // it was taken back, or changed, before it came
            await db.GiveWay(conversation, inboundEvent.At, now);
            var (isFirst, isTalking) = (conversation.HeardOrder == 0, await db.IsTalking(conversation, now));
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
            List<OutgoingContent> says = owesReceipt && receipt is not null ? [.. (await Receipt(db, conversation, receipt, isFirst, now)).Contents] : [];
            if (beside is not null && (says.Count > 0 || !isTalking || isAskedFor))
                says.AddRange(beside.Contents);
            if (says.Count > 0)
                InboundEvents.Say(db, friend, conversation, new(says), now);
        });
    }

    /// <summary>
    /// Keeps thanks: nobody has to answer them. The bot says something kind, but not twice in an hour, and nothing while staff is talking
    /// with them: that may be the answer to a question (代わりに電話しましょうか？), and is unread in the list.
    /// </summary>
    /// <param name="answer">The words, the thanks first, given by whether the client still waits for
    /// a person, and whether nothing was ever heard of them before.</param>
    [DisplayName("お礼を受け取る")]
    [Allowed(Line = true)]
    public async Task Thank(InboundEvent inboundEvent, ClientSays said, Func<bool, bool, AutoReply> answer)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, async (db, friend, conversation, now) =>
        {
            friend.Speak(inboundEvent.At);
            if (said.LineMessageId is { } id && await db.IsKnown(conversation.Id, id))
                return; // it was taken back, or changed, before it came
            await db.GiveWay(conversation, inboundEvent.At, now);
            var says = answer(conversation.AnswerDue is not null, conversation.HeardOrder == 0);
            db.Messages.Add(conversation.HearThanks(said, inboundEvent.At, now));
            if (await db.IsTalking(conversation, now))
                return;
            var thanks = says.Shown.First().Text;
            if (!await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.By == Speaker.Bot
                && m.At > now - Conversation.ExchangeRunsFor && m.Text == thanks))
                InboundEvents.Say(db, friend, conversation, says, now);
        });
    }

    /// <summary>友だち追加・ブロック解除: greeted once, however often the event comes.</summary>
    /// <param name="greeting">Null where the bot is to be silent.</param>
    /// <param name="again">What is said instead to who was a friend before and had blocked the account; null if LINE does not tell that.</param>
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

    /// <summary>ブロック: the talk shows it, and what still waits for the friend will fail when its turn comes, instead of being pushed into nothing.</summary>
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
    /// 送信取消: wiped here, in the raw event, in the files, whatever it was. One that is taken back before it came (LINE does not
    /// promise the order) leaves its id, so that it is not kept when it comes.
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
    /// The client changed the words of a message; one that has not come is kept as if it came now, and adds nothing when it comes.
    /// Of several changes the last by LINE's clock holds: LINE does not promise the order.
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
                var (received, owesReceipt) = conversation.Receive(said, inboundEvent.At, now, await db.IsTalking(conversation, now));
                db.Messages.Add(received);
                if (owesReceipt && receipt is not null)
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
                return; // its words are newer than these
            await db.Reword(message, friend.Number, m => m.Edit(said.Text, said.QuoteToken));
            db.Messages.Add(conversation.AddEvent("メッセージが編集されました", inboundEvent.At));
        });
    }

    /// <summary>Something happened at the client's telephone that the talk shows and that asks for nothing.</summary>
    [DisplayName("出来事を受け取る")]
    [Allowed(Line = true)]
    public async Task Note(InboundEvent inboundEvent, string what)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent, (db, _, conversation, _) => db.Messages.Add(conversation.AddEvent(what, inboundEvent.At)));
    }

    /// <summary>未対応イベント: kept and shown, never dropped.</summary>
    [DisplayName("未対応イベントを残す")]
    [Allowed(Line = true)]
    public async Task Keep(InboundEvent inboundEvent, string kind)
    {
        desk.MayDo<ReceptionDesk>();
        await inbound.Take(inboundEvent,
            (db, _, conversation, _) => db.Messages.Add(conversation.AddEvent($"未対応イベント（{kind}）", inboundEvent.At, kind: MessageKind.Unsupported)));
    }

    /// <summary>
    /// An event could not be processed at its last attempt: it is put aside for another try by hand, and in the same save the talk
    /// says that something came, so that somebody answers.
    /// </summary>
    /// <param name="failure">The failure's kind, without contents.</param>
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
    /// An event that belongs to no friend's conversation stays where it is written down; only that it was dealt with is noted.
    /// In a group too, what is taken back is wiped, whichever of the two comes first.
    /// </summary>
    /// <param name="takenBack">送信取消: LINE's id of the message.</param>
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

        // The bytes first: if the save fails, the event comes again and finds them gone.
        foreach (var contents in new[] { file.Contents, file.Preview }.OfType<FileContents>())
            store.Delete(contents.StorageName);
        file.Wipe();
    }
}
