using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations;

/// <summary>完了: the talk is done for now; it opens again when the client writes.</summary>
public sealed record Closing(DateTimeOffset At, Guid StaffId);

/// <summary>トーク: the one conversation that a friend has with the service, for ever.</summary>
public sealed partial class Conversation
{
    /// <summary>予約以外の質問には24時間以内に回答する（仕様書 7(1)②(イ)）, by the wall clock, closed days included.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);

    /// <summary>An exchange runs while a member of staff spoke within the last hour: the bot gives no receipt in it.</summary>
    public static readonly TimeSpan ExchangeRunsFor = TimeSpan.FromHours(1);

    private Conversation() { }

    /// <summary>The conversation of a friend, begun when they first follow or write.</summary>
    public static Conversation With(Friend friend, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Friend = friend, FriendId = friend.Id, SpokenAt = now };

    public Guid Id { get; private set; }
    public Guid FriendId { get; private set; }
    public Friend Friend { get; private set; } = null!;

    /// <summary>
    /// The friend blocks the account, so nothing that is written would reach them. The same as
    /// <see cref="Friend.IsBlocked"/>, kept beside what the list 要返信 is ordered by: an index leads over one table only.
    /// </summary>
    public bool IsBlocked { get; private set; }

    /// <summary>After whatever the friend did.</summary>
    public void SeeWhetherBlocked() => IsBlocked = Friend.IsBlocked;

    /// <summary>The highest order key given out.</summary>
    public long LastOrder { get; private set; }

    /// <summary>The last message of a person (at first the greeting); what the list shows.</summary>
    public long SpokenOrder { get; private set; }

    public DateTimeOffset SpokenAt { get; private set; }

    /// <summary>The client's last words: who has not read so far has not read them, whoever spoke since.</summary>
    public long HeardOrder { get; private set; }

    /// <summary>Since when the client waits for a person's answer.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>By when a person has to answer; null if nobody waits. Reading does not clear it, only an answer or 返信不要 does.</summary>
    public DateTimeOffset? AnswerDue { get; private set; }

    /// <summary>Since when the client who waits knows by when somebody answers; null where nothing was said of it yet.</summary>
    public DateTimeOffset? ReceiptAt { get; private set; }

    public Guid? AssigneeId { get; private set; }
    public Closing? Closing { get; private set; }

    /// <summary>Since when something to this client has failed or is unknown, and nobody has decided about it.</summary>
    public DateTimeOffset? TroubleAt { get; private set; }

    /// <summary>The last event's reply token, until it is used.</summary>
    public ReplyToken? Reply { get; private set; }

    /// <summary>Keeps what the client said: the 24 hours begin with the first unanswered message, and a done talk opens again.</summary>
    /// <param name="at">When it was said, by LINE's clock.</param>
    /// <param name="isTalking">A member of staff spoke within <see cref="ExchangeRunsFor"/>.</param>
    /// <returns>
    /// The message, and whether the bot owes a receipt: once while the client waits, whatever began the waiting (a button did, or a
    /// word of danger, and nothing was said of when somebody answers), but not in a running exchange; when that is over, it does.
    /// </returns>
    public (Message Message, bool OwesReceipt) Receive(ClientSays said, DateTimeOffset at, DateTimeOffset now, bool isTalking = false)
    {
        var owesReceipt = ReceiptAt is null && (!isTalking || HeardOrder == 0);
        var message = Keep(said, at, now);
        LastHumanAt = now;
        (AskedAt, AnswerDue) = (AskedAt ?? at, AnswerDue ?? at + AnswerWithin);
        Closing = null;
        return (message, owesReceipt);
    }

    /// <summary>The bot gave the receipt.</summary>
    public void GaveReceipt(DateTimeOffset now) => ReceiptAt = now;

    /// <summary>Keeps words of the client that the bot answers by itself: nobody has to, and the list goes on showing what waits.</summary>
    public Message Hear(SaysText said, DateTimeOffset at, DateTimeOffset now)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Client, MessageKind.Text, said.Text, at, now);
        (message.LineMessageId, message.Quotes, message.QuoteToken) = (said.LineMessageId, said.Quotes, said.QuoteToken);
        return message;
    }

    /// <summary>Something happened to which a person has to say something: the 24 hours begin as with a question.</summary>
    public Message AddWaitingEvent(string what, DateTimeOffset at)
    {
        (AskedAt, AnswerDue) = (AskedAt ?? at, AnswerDue ?? at + AnswerWithin);
        Closing = null;
        return AddEvent(what, at);
    }

    /// <summary>When the client or a member of staff last spoke.</summary>
    public DateTimeOffset? LastHumanAt { get; private set; }

    /// <summary>The bot says something. The list goes on showing what people said, so that a receipt does not hide the question.</summary>
    public Message ReplyAutomatically(MessageKind kind, string text, DateTimeOffset now) =>
        SpokenOrder == 0 ? Say(Speaker.Bot, kind, text, now, now) : Message.In(this, NextOrder(now), Speaker.Bot, kind, text, now, now);

    /// <summary>A member of staff answers: the waiting ends, and whoever answers unassigned talk takes it.</summary>
    /// <param name="messageId">The message's id, if whoever sends has made one.</param>
    /// <param name="writtenAt">When its words were written, where that was before: what was asked since goes on waiting.</param>
    public Message Answer(MessageKind kind, string text, Guid staffId, DateTimeOffset now, Guid? messageId = null, DateTimeOffset? writtenAt = null)
    {
        var before = new BeforeAnswer(Closing is not null, Closing?.At, Closing?.StaffId, AssigneeId, LastHumanAt);
        var message = Say(Speaker.Staff, kind, text, now, now, messageId);
        message.StaffId = staffId;
        message.Before = before;
        message.Answered = AskedAt > writtenAt ? null : EndWaiting();
        AssigneeId ??= staffId;
        LastHumanAt = now;
        Closing = null;
        return message;
    }

    /// <summary>返信不要: the waiting ends without an answer, and the talk says who decided so.</summary>
    /// <exception cref="RuleException">Nobody waits.</exception>
    public Message NeedNoAnswer(Guid staffId, DateTimeOffset now)
    {
        if (AnswerDue is null)
            throw new RuleException("返信を待っているメッセージはありません。");
        var message = AddEvent("返信不要にしました", now, staffId);
        message.Answered = EndWaiting();
        return message;
    }

    /// <summary>An answer that had failed is sent again: it ends the waiting for what was asked before it was written.</summary>
    public void AnswerAgain(Message message)
    {
        if (message.By == Speaker.Staff && AskedAt <= message.At)
            message.Answered = EndWaiting();
    }

    /// <summary>取り消す: all is as it was before the answer.</summary>
    public void Unanswer(Message message)
    {
        WaitAgain(message.Answered);
        if (message.Before is not { } before)
            return;
        AssigneeId = before.AssigneeId;
        LastHumanAt = before.LastHumanAt > LastHumanAt || LastHumanAt == message.At ? before.LastHumanAt : LastHumanAt;
        Closing = before.WasClosed && AnswerDue is null ? new(before.ClosedAt!.Value, before.ClosedBy!.Value) : Closing;
    }

    /// <summary>An answer was taken back, or 返信不要 undone: the client waits again, as long as before.</summary>
    public void WaitAgain(EndedWaiting? answered)
    {
        if (answered is not null && (AskedAt is null || answered.AskedAt < AskedAt))
            (AskedAt, AnswerDue, ReceiptAt) = (answered.AskedAt, answered.DueAt, ReceiptAt ?? answered.AskedAt);
    }

    /// <summary>Something happened that the talk should show.</summary>
    public Message AddEvent(string what, DateTimeOffset at, Guid? staffId = null, MessageKind kind = MessageKind.Event)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Event, kind, what, at, at);
        message.StaffId = staffId;
        return message;
    }

    /// <summary>The place of a message that was taken back before it came.</summary>
    public Message AwaitUnsent(string lineMessageId, DateTimeOffset at)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Client, MessageKind.Text, null, at, at);
        message.LineMessageId = lineMessageId;
        return message;
    }

    /// <summary>社内メモ: among colleagues, in the talk and never to the client. It ends no waiting and stands for no word of the talk.</summary>
    /// <exception cref="RuleException">Nothing to keep, or too long.</exception>
    public Message Note(string text, Guid staffId, DateTimeOffset now, Guid? messageId = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleException("メモを入力してください。");
        if (text.Length > Message.LongestNote)
            throw new RuleException($"メモは{Message.LongestNote:N0}文字までです。");
        var note = Message.In(this, NextOrder(now), Speaker.Staff, MessageKind.Note, text, now, now, messageId);
        note.StaffId = staffId;
        return note;
    }

    /// <summary>担当: who looks after the talk; null gives it back to everybody.</summary>
    public void Assign(Guid? staffId) => AssigneeId = staffId;

    /// <summary>完了: only when nobody waits, so that no question is closed away.</summary>
    /// <exception cref="RuleException">The client waits for an answer.</exception>
    public void Close(Guid staffId, DateTimeOffset now)
    {
        if (AnswerDue is not null)
            throw new RuleException("返信を待っています。返信するか「返信不要」にしてから完了にしてください。");
        if (DangerAt is not null)
            throw new RuleException("危険の印がついています。お話をうかがい、印を外してから完了にしてください。");
        Closing ??= new(now, staffId);
    }

    /// <summary>Takes 完了 back.</summary>
    public void Reopen() => Closing = null;

    /// <summary>Something to this client failed or is unknown.</summary>
    /// <remarks>Always a change of the row, so that a decision about an earlier one, made at the same moment, is made again.</remarks>
    public void MeetTrouble(DateTimeOffset now) => TroubleAt = now;

    /// <summary>All of it was decided by somebody.</summary>
    public void AcknowledgeTrouble() => TroubleAt = null;

    /// <summary>Keeps the reply token of an event just received.</summary>
    public void KeepReply(ReplyToken? token) => Reply = token;

    /// <summary>Hands out the reply token for one sending.</summary>
    public ReplyToken? TakeReply(DateTimeOffset now)
    {
        var token = Reply;
        Reply = null;
        return token?.FreshUntil > now ? token : null;
    }

    /// <summary>The list shows this message as the last one again, because a later one was taken back.</summary>
    public void ShowAsLast(long order, DateTimeOffset at) => (SpokenOrder, SpokenAt) = (order, at);

    private EndedWaiting? EndWaiting()
    {
        var answered = AskedAt is { } asked && AnswerDue is { } due ? new EndedWaiting(asked, due) : null;
        (AskedAt, AnswerDue, ReceiptAt) = (null, null, null);
        return answered;
    }

    private Message Say(Speaker by, MessageKind kind, string? text, DateTimeOffset at, DateTimeOffset now, Guid? messageId = null)
    {
        var message = Message.In(this, NextOrder(now), by, kind, text, at, now, messageId);
        (SpokenOrder, SpokenAt) = (message.Order, at);
        return message;
    }

    /// <summary>The clock's microseconds, pushed on where two messages fall on the same: unique and growing in the conversation.</summary>
    private long NextOrder(DateTimeOffset now) => LastOrder = Math.Max(LastOrder + 1, Message.OrderAt(now));
}
