using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Search;

namespace OneStop.Domain.Conversations;

/// <summary>
/// Who wrote a message. The search index stores the numeric value (like that of <see cref="MessageKind"/>): new members must be added at the end.
/// </summary>
public enum Speaker
{
    /// <summary>利用者: the friend, through LINE.</summary>
    Client,

    /// <summary>従事者</summary>
    Staff,

    /// <summary>自動応答</summary>
    Bot,

    /// <summary>Nobody: an event (followed, blocked, closed), shown as a line in the conversation.</summary>
    Event,
}

/// <summary>The kind of a message.</summary>
public enum MessageKind
{
    Text,
    Sticker,
    Picture,
    Video,
    Audio,
    File,
    Place,

    /// <summary>A card with buttons, sent by the service.</summary>
    Card,

    /// <summary>An event; its description is in <see cref="Message.Text"/>.</summary>
    Event,

    /// <summary>社内メモ: for colleagues, never sent.</summary>
    Note,

    /// <summary>未対応イベント: LINE sent something unknown to the service; the incoming event is kept.</summary>
    Unsupported,
}

/// <summary>A sticker by LINE's ids. LINE's API does not provide its picture, so its keywords are shown.</summary>
public sealed record Sticker(string PackageId, string StickerId, string? Keywords);

/// <summary>A location that the client sent. It is sensitive, so it is shown as an address, and no map service is called unless staff asks.</summary>
public sealed record Place(string? Title, string? Address, double Latitude, double Longitude);

/// <summary>The wait that an answer ended: since when, and its deadline (24時間以内の回答, 仕様書 7(1)②(イ)).</summary>
public sealed record EndedWaiting(DateTimeOffset AskedAt, DateTimeOffset DueAt);

/// <summary>The state of a conversation before an answer changed it.</summary>
public sealed record BeforeAnswer(bool WasClosed, DateTimeOffset? ClosedAt, Guid? ClosedBy, Guid? AssigneeId, DateTimeOffset? LastHumanAt);

/// <summary>A message or event of a conversation.</summary>
public sealed class Message
{
    /// <summary>The most characters of a 社内メモ.</summary>
    public const int LongestNote = 5000;

    private Message() { }

    internal static Message In(Conversation conversation, long order, Speaker by, MessageKind kind, string? text, DateTimeOffset at, DateTimeOffset now,
        Guid? id = null)
    {
        var message = new Message
        {
            Id = id ?? Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Order = order,
            By = by,
            Kind = kind,
            Text = text,
            At = at,
            Day = ReportDay.Of(at),
        };
        message.Unindexed = message.IsSearchable ? UnindexedMessage.Of(message) : null;
        return message;
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>The order key: the place in the conversation, ascending with each message.</summary>
    public long Order { get; private set; }

    /// <summary>Returns the order key of an instant, before the conversation makes it unique.</summary>
    internal static long OrderAt(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Returns the instant of an order key.</summary>
    internal static DateTimeOffset InstantOf(long order) => new(order * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public Speaker By { get; private set; }

    /// <summary>The member of staff who wrote the message or caused the event.</summary>
    public Guid? StaffId { get; internal set; }

    public MessageKind Kind { get; private set; }

    /// <summary>The text, the file's name, the sticker's keywords, or the description of the event.</summary>
    public string? Text { get; private set; }

    /// <summary>The row that marks the message as not yet in the search index; null if it is indexed, or if not loaded.</summary>
    internal UnindexedMessage? Unindexed { get; set; }

    /// <summary>Whether the text can be searched for: messages of people and notes, but neither messages of the bot nor events.</summary>
    internal bool IsSearchable =>
        By is Speaker.Client or Speaker.Staff && Kind is MessageKind.Text or MessageKind.Note or MessageKind.Sticker or MessageKind.File or MessageKind.Place;

    public DateTimeOffset At { get; private set; }
    public ReportDay Day { get; private set; } = null!;
    public Sticker? Sticker { get; internal set; }
    public Place? Place { get; internal set; }
    public Guid? FileId { get; internal set; }

    private string? card;

    /// <summary>
    /// The card that staff sent, or that the service sent behind a button; null for other messages. It is kept so that the button of 連絡は控えめに can
    /// show it, whose sending carried a notice only.
    /// </summary>
    public CardContent? Card
    {
        get => card is null ? null : (CardContent)OutgoingContent.Read(card)[0];
        internal set => card = value is null ? null : OutgoingContent.Write([value]);
    }

    /// <summary>LINE's id of the message: a decimal string.</summary>
    public string? LineMessageId { get; internal set; }

    /// <summary>The state of the conversation before this answer, for taking it back.</summary>
    public BeforeAnswer? Before { get; internal set; }

    /// <summary>送信取消: when the client unsent the message; null if they did not. The contents are deleted, time and id are kept.</summary>
    public DateTimeOffset? UnsentAt { get; private set; }

    /// <summary>送信取消: deletes the contents; LINE requires that nobody can read them any more.</summary>
    public void Unsend(DateTimeOffset at) => (UnsentAt, Text, Sticker, Place, Quotes, QuoteToken) = (at, null, null, null, null, null);

    /// <summary>Changes the text, because the client edited the message.</summary>
    public void Edit(string text, string? quoteToken) => (Text, QuoteToken) = (text, quoteToken ?? QuoteToken);

    /// <summary>
    /// LINE's id of the message that this one quotes (引用). The quoted text is read from that message, so that it disappears when that is unsent.
    /// </summary>
    public string? Quotes { get; internal set; }

    /// <summary>LINE's token for quoting this message, which does not expire. Null for audio, files and places.</summary>
    public string? QuoteToken { get; internal set; }

    /// <summary>The contents of a picture message, which are exchanged between pictures that were sent together.</summary>
    internal (string? LineMessageId, Guid? FileId, string? Quotes, string? QuoteToken) Carried
    {
        get => (LineMessageId, FileId, Quotes, QuoteToken);
        set => (LineMessageId, FileId, Quotes, QuoteToken) = value;
    }

    /// <summary>Records that LINE accepted the message, with its id there.</summary>
    public void AcceptAs(string lineMessageId, string? quoteToken) => (LineMessageId, QuoteToken) = (lineMessageId, quoteToken);

    /// <summary>The row of the outbox that carries the message.</summary>
    public Guid? OutgoingId { get; private set; }

    /// <summary>Clears <see cref="Answered"/>, because the answer did not arrive.</summary>
    /// <returns>The wait that it had ended.</returns>
    public EndedWaiting? EndedNothing()
    {
        var answered = Answered;
        Answered = null;
        return answered;
    }

    /// <summary>Sets the row of the outbox that carries the message.</summary>
    public void Carry(OutgoingMessage sending) => OutgoingId = sending.Id;

    /// <summary>The wait that this answer or 返信不要 ended; null if none.</summary>
    public EndedWaiting? Answered { get; internal set; }
}
