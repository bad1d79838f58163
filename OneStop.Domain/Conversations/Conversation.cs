using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Reception;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations;

/// <summary>完了: the conversation is closed until the client writes again.</summary>
public sealed record Closing(DateTimeOffset At, Guid StaffId);

/// <summary>トーク: the only conversation of a friend with the service. It never ends.</summary>
public sealed partial class Conversation
{
    /// <summary>予約以外の質問には24時間以内に回答する（仕様書 7(1)②(イ)）: 24 hours of clock time, closed days included.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);

    /// <summary>How long after the last answer of a member of staff an exchange counts as running: the bot gives no receipt in it.</summary>
    public static readonly TimeSpan ExchangeRunsFor = TimeSpan.FromHours(1);

    private Conversation() { }

    /// <summary>Creates the conversation of a friend who follows or writes for the first time.</summary>
    public static Conversation With(Friend friend, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Friend = friend, FriendId = friend.Id, SpokenAt = now };

    public Guid Id { get; private set; }
    public Guid FriendId { get; private set; }
    public Friend Friend { get; private set; } = null!;

    /// <summary>
    /// Whether the friend blocks the account, so that no message would reach them. A copy of <see cref="Friend.IsBlocked"/>: the index that orders
    /// the list 要返信 can cover one table only.
    /// </summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Copies the state from the friend; called after each event of the friend.</summary>
    public void SeeWhetherBlocked() => IsBlocked = Friend.IsBlocked;

    /// <summary>The highest order key used.</summary>
    public long LastOrder { get; private set; }

    /// <summary>The order key of the last message of a person (before that, of the greeting), which the list shows.</summary>
    public long SpokenOrder { get; private set; }

    public DateTimeOffset SpokenAt { get; private set; }

    /// <summary>The order key of the client's last message. The conversation is unread for everybody who has not read so far.</summary>
    public long HeardOrder { get; private set; }

    /// <summary>Since when the client waits for a person's answer; null if they do not wait.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>By when a person has to answer; null if the client does not wait. Only an answer or 返信不要 clears it, not reading.</summary>
    public DateTimeOffset? AnswerDue { get; private set; }

    /// <summary>When the waiting client was told by when somebody answers; null if they were not told yet.</summary>
    public DateTimeOffset? ReceiptAt { get; private set; }

    public Guid? AssigneeId { get; private set; }
    public Closing? Closing { get; private set; }

    /// <summary>Since when a sending to this client has failed or is unknown without a decision of staff; null if none.</summary>
    public DateTimeOffset? TroubleAt { get; private set; }

    /// <summary>The reply token of the last event, until it is used.</summary>
    public ReplyToken? Reply { get; private set; }

    /// <summary>Adds the client's message: the 24 hours begin with the first unanswered message, and a closed conversation opens again.</summary>
    /// <param name="at">When the client sent it, by LINE's clock.</param>
    /// <param name="isTalking">Whether a member of staff spoke within <see cref="ExchangeRunsFor"/>.</param>
    /// <returns>The message, and whether the bot has to send a receipt: once per wait, also when a button or a danger word began the wait without
    /// one, but not in a running exchange.</returns>
    public (Message Message, bool OwesReceipt) Receive(ClientSays said, DateTimeOffset at, DateTimeOffset now, bool isTalking = false)
    {
        var owesReceipt = ReceiptAt is null && (!isTalking || HeardOrder == 0);
        var message = Keep(said, at, now);
        LastHumanAt = now;
        (AskedAt, AnswerDue) = (AskedAt ?? at, AnswerDue ?? at + AnswerWithin);
        Closing = null;
        return (message, owesReceipt);
    }

    /// <summary>Records that the bot has sent the receipt.</summary>
    public void GaveReceipt(DateTimeOffset now) => ReceiptAt = now;

    /// <summary>
    /// Adds a text of the client that the bot answers automatically: no answer becomes due, and the list keeps showing the last message before it.
    /// </summary>
    public Message Hear(SaysText said, DateTimeOffset at, DateTimeOffset now)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Client, MessageKind.Text, said.Text, at, now);
        (message.LineMessageId, message.Quotes, message.QuoteToken) = (said.LineMessageId, said.Quotes, said.QuoteToken);
        return message;
    }

    /// <summary>Adds an event to which a person has to respond: the 24 hours begin as with a question.</summary>
    public Message AddWaitingEvent(string what, DateTimeOffset at)
    {
        (AskedAt, AnswerDue) = (AskedAt ?? at, AnswerDue ?? at + AnswerWithin);
        Closing = null;
        return AddEvent(what, at);
    }

    /// <summary>When the client or a member of staff last wrote.</summary>
    public DateTimeOffset? LastHumanAt { get; private set; }

    /// <summary>Adds a message of the bot. The list keeps showing the last message of a person, so that a receipt does not hide the question.</summary>
    public Message ReplyAutomatically(MessageKind kind, string text, DateTimeOffset now) =>
        SpokenOrder == 0 ? Say(Speaker.Bot, kind, text, now, now) : Message.In(this, NextOrder(now), Speaker.Bot, kind, text, now, now);

    /// <summary>Adds an answer of a member of staff: the wait ends, and a conversation without 担当 is assigned to the writer.</summary>
    /// <param name="messageId">The id made by the sender; null makes one.</param>
    /// <param name="writtenAt">When the text was written, if that was earlier: a question asked since then stays open.</param>
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

    /// <summary>返信不要: ends the wait without an answer; the conversation shows who decided so.</summary>
    /// <exception cref="RuleException">The client does not wait.</exception>
    public Message NeedNoAnswer(Guid staffId, DateTimeOffset now)
    {
        if (AnswerDue is null)
            throw new RuleException("返信を待っているメッセージはありません。");
        var message = AddEvent("返信不要にしました", now, staffId);
        message.Answered = EndWaiting();
        return message;
    }

    /// <summary>Ends the wait for what was asked before a failed answer was written, because it is sent again.</summary>
    public void AnswerAgain(Message message)
    {
        if (message.By == Speaker.Staff && AskedAt <= message.At)
            message.Answered = EndWaiting();
    }

    /// <summary>取り消す: restores the state before the answer.</summary>
    public void Unanswer(Message message)
    {
        WaitAgain(message.Answered);
        if (message.Before is not { } before)
            return;
        AssigneeId = before.AssigneeId;
        LastHumanAt = before.LastHumanAt > LastHumanAt || LastHumanAt == message.At ? before.LastHumanAt : LastHumanAt;
        Closing = before.WasClosed && AnswerDue is null ? new(before.ClosedAt!.Value, before.ClosedBy!.Value) : Closing;
    }

    /// <summary>Restores an ended wait with its original times, because the answer was taken back or 返信不要 undone.</summary>
    public void WaitAgain(EndedWaiting? answered)
    {
        if (answered is not null && (AskedAt is null || answered.AskedAt < AskedAt))
            (AskedAt, AnswerDue, ReceiptAt) = (answered.AskedAt, answered.DueAt, ReceiptAt ?? answered.AskedAt);
    }

    /// <summary>Adds an event for staff to see in the conversation.</summary>
    public Message AddEvent(string what, DateTimeOffset at, Guid? staffId = null, MessageKind kind = MessageKind.Event)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Event, kind, what, at, at);
        message.StaffId = staffId;
        return message;
    }

    /// <summary>Adds the row of a message whose unsend event arrived before the message.</summary>
    public Message AwaitUnsent(string lineMessageId, DateTimeOffset at)
    {
        var message = Message.In(this, NextOrder(at), Speaker.Client, MessageKind.Text, null, at, at);
        message.LineMessageId = lineMessageId;
        return message;
    }

    /// <summary>社内メモ: adds a note for colleagues, which is never sent to the client. It ends no wait and is not shown in the list.</summary>
    /// <exception cref="RuleException">The note is empty or too long.</exception>
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

    /// <summary>担当: sets who is responsible for the conversation; null for nobody.</summary>
    public void Assign(Guid? staffId) => AssigneeId = staffId;

    /// <summary>完了: closes the conversation, unless the client waits or a danger flag is set.</summary>
    /// <exception cref="RuleException">The client waits for an answer, or a danger flag is set.</exception>
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

    /// <summary>Records that a sending to this client has failed or is unknown.</summary>
    /// <remarks>Always changes the row, so that a concurrent decision about an earlier failure gets a conflict and is made again.</remarks>
    public void MeetTrouble(DateTimeOffset now) => TroubleAt = now;

    /// <summary>Records that staff has decided about all failed and unknown sendings.</summary>
    public void AcknowledgeTrouble() => TroubleAt = null;

    /// <summary>Stores the reply token of the event just received.</summary>
    public void KeepReply(ReplyToken? token) => Reply = token;

    /// <summary>Takes the reply token for one sending; null if there is none or it is no longer fresh.</summary>
    public ReplyToken? TakeReply(DateTimeOffset now)
    {
        var token = Reply;
        Reply = null;
        return token?.FreshUntil > now ? token : null;
    }

    /// <summary>Makes the list show this message as the last one, because a later one was taken back.</summary>
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

    /// <summary>
    /// Returns the next order key: the clock's microseconds, increased if needed, so that keys are unique and ascending in the conversation.
    /// </summary>
    private long NextOrder(DateTimeOffset now) => LastOrder = Math.Max(LastOrder + 1, Message.OrderAt(now));
}
