using OneStop.Domain.Conversations.Search;

namespace OneStop.Domain.Conversations;

/// <summary>Who said a message. The search index keeps the number (like that of <see cref="MessageKind"/>): new ones come last.</summary>
public enum Speaker
{
    /// <summary>利用者: the friend, through LINE.</summary>
    Client,

    /// <summary>従事者</summary>
    Staff,

    /// <summary>自動応答</summary>
    Bot,

    /// <summary>Nobody: something that happened (followed, blocked, closed), shown as a line in the talk.</summary>
    Event,
}

/// <summary>What a message is.</summary>
public enum MessageKind
{
    Text,
    Sticker,
    Picture,
    Video,
    Audio,
    File,
    Place,

    /// <summary>A card with buttons that the service sent.</summary>
    Card,

    /// <summary>Something that happened; <see cref="Message.Text"/> says what.</summary>
    Event,

    /// <summary>社内メモ: among colleagues, never sent.</summary>
    Note,

    /// <summary>未対応イベント: LINE sent something the service does not know; it is kept in the incoming event.</summary>
    Unsupported,
}

/// <summary>A sticker as LINE names it. Its picture cannot be had through the interface, so its keywords stand for it.</summary>
public sealed record Sticker(string PackageId, string StickerId, string? Keywords);

/// <summary>A location that the client sent. Sensitive: it is shown as an address, never drawn on somebody else's map unasked.</summary>
public sealed record Place(string? Title, string? Address, double Latitude, double Longitude);

/// <summary>Which waiting an answer ended: since when, and by when it was due (24時間以内の回答, 仕様書 7(1)②(イ)).</summary>
public sealed record EndedWaiting(DateTimeOffset AskedAt, DateTimeOffset DueAt);

/// <summary>How a conversation stood before an answer changed it.</summary>
public sealed record BeforeAnswer(bool WasClosed, DateTimeOffset? ClosedAt, Guid? ClosedBy, Guid? AssigneeId, DateTimeOffset? LastHumanAt);

/// <summary>What was said in a conversation, or happened in it.</summary>
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

    /// <summary>The place in the conversation; grows with every message and is what reading is ordered by.</summary>
    public long Order { get; private set; }

    /// <summary>The order key of this moment, unless the conversation pushes it on.</summary>
    internal static long OrderAt(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The moment that an order key stands for.</summary>
    internal static DateTimeOffset InstantOf(long order) => new(order * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public Speaker By { get; private set; }

    /// <summary>The member of staff who wrote it or made it happen.</summary>
    public Guid? StaffId { get; internal set; }

    public MessageKind Kind { get; private set; }

    /// <summary>The words; a file's name; a sticker's keywords; what happened.</summary>
    public string? Text { get; private set; }

    /// <summary>It waits for the search index; null, or not loaded, otherwise.</summary>
    internal UnindexedMessage? Unindexed { get; set; }

    /// <summary>Its words can be searched for: what people said or noted, not what the bot says or what happened.</summary>
    internal bool IsSearchable =>
        By is Speaker.Client or Speaker.Staff && Kind is MessageKind.Text or MessageKind.Note or MessageKind.Sticker or MessageKind.File or MessageKind.Place;

    public DateTimeOffset At { get; private set; }
    public ReportDay Day { get; private set; } = null!;
    public Sticker? Sticker { get; internal set; }
    public Place? Place { get; internal set; }
    public Guid? FileId { get; internal set; }

    /// <summary>LINE's id of the message: a decimal string.</summary>
    public string? LineMessageId { get; internal set; }

    /// <summary>How the conversation stood before this answer, for taking it back.</summary>
    public BeforeAnswer? Before { get; internal set; }

    /// <summary>送信取消: when the client took it back. Its contents are gone; the time and the id stay.</summary>
    public DateTimeOffset? UnsentAt { get; private set; }

    /// <summary>送信取消: LINE asks that nobody can read it any more.</summary>
    public void Unsend(DateTimeOffset at) => (UnsentAt, Text, Sticker, Place, Quotes, QuoteToken) = (at, null, null, null, null, null);

    /// <summary>The client changed the words of a text that they had sent.</summary>
    public void Edit(string text, string? quoteToken) => (Text, QuoteToken) = (text, quoteToken ?? QuoteToken);

    /// <summary>LINE's id of the message that this one quotes (引用); what it said is read there, so that it is gone where it is taken back.</summary>
    public string? Quotes { get; internal set; }

    /// <summary>LINE's token for quoting this message; it does not expire. Audio, files and places have none.</summary>
    public string? QuoteToken { get; internal set; }

    /// <summary>What a picture's bubble carries; pictures that were sent at once change places by it.</summary>
    internal (string? LineMessageId, Guid? FileId, string? Quotes, string? QuoteToken) Carried
    {
        get => (LineMessageId, FileId, Quotes, QuoteToken);
        set => (LineMessageId, FileId, Quotes, QuoteToken) = value;
    }

    /// <summary>LINE took our message under this id.</summary>
    public void AcceptAs(string lineMessageId, string? quoteToken) => (LineMessageId, QuoteToken) = (lineMessageId, quoteToken);

    /// <summary>The outbox row that carries it.</summary>
    public Guid? OutgoingId { get; private set; }

    /// <summary>It did not arrive, so it ended no waiting.</summary>
    /// <returns>The waiting that it was thought to have ended.</returns>
    public EndedWaiting? EndedNothing()
    {
        var answered = Answered;
        Answered = null;
        return answered;
    }

    /// <summary>This sending carries the message.</summary>
    public void Carry(Channels.OutgoingMessage sending) => OutgoingId = sending.Id;

    /// <summary>The waiting that this ended, on an answer or a 返信不要.</summary>
    public EndedWaiting? Answered { get; internal set; }
}
