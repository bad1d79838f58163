using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Conversations;

/// <summary>Which conversations the inbox lists.</summary>
public enum InboxList
{
    /// <summary>要返信: somebody waits, or a sending failed; the nearest deadline first.</summary>
    NeedsAnswer,

    /// <summary>自分</summary>
    Mine,

    /// <summary>未割当</summary>
    Unassigned,

    /// <summary>エラー: something to them failed or is unknown, and nobody has decided; the oldest first.</summary>
    Trouble,

    /// <summary>すべて, the last spoken first.</summary>
    All,

    /// <summary>完了</summary>
    Done,
}

/// <summary>A row of the inbox.</summary>
public sealed record InboxRow(
    Guid Id, int FriendNumber, string? CalledAs, bool IsBlocked, DateTimeOffset? AnswerDue, Guid? AssigneeId, string? AssigneeName, bool IsDone, bool HasTrouble, bool IsCautioned,
    DateTimeOffset SpokenAt, long HeardOrder, Speaker? LastBy, MessageKind? LastKind, string? LastText, bool LastUnsent) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(Id);

    /// <summary>What the person is called.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);

    /// <summary>危険の印</summary>
    public bool IsInDanger { get; init; }

    /// <summary>Not yet read by the person who looks, or put back by them.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The tags of the conversation.</summary>
    public IReadOnlyList<TagRow> Tags { get; init; } = [];
}

/// <summary>A page of the inbox with how many each list holds.</summary>
/// <param name="Matching">How many the filter leaves of this list.</param>
public sealed record InboxView(IReadOnlyList<InboxRow> Rows, bool HasMore, IReadOnlyDictionary<InboxList, int> Counts, int Matching);

/// <summary>Somebody who waits for an answer, since when, and whose they are; null if nobody's yet.</summary>
/// <param name="InDanger">A word of danger came: each one begins anew.</param>
public sealed record WaitingRow(Guid Id, DateTimeOffset Since, Guid? AssigneeId, bool InDanger = false);

/// <summary>A message as the thread shows it, with how far it came if we sent it, and the file it carries.</summary>
public sealed record MessageRow(
    Guid Id, long Order, Speaker By, string? StaffName, MessageKind Kind, string? Text, DateTimeOffset At, Sticker? Sticker, Place? Place,
    Guid? FileId, FileState? FileState, string? FileName, string? FileReason, FileContents? File,
    Guid? OutgoingId, Delivery? Delivery, Route? Route, string? Reason, DateTimeOffset? HoldUntil, int Attempts, DateTimeOffset? UnsentAt, bool AsksSomebody,
    bool HasPreview, string? Quotes, Guid? StaffId, bool CanBeQuoted, DateTimeOffset? LinkUntil, DeliveryProblem? HinderedBy)
{
    /// <summary>What it quotes; null where it quotes nothing, or something that the service never had.</summary>
    public QuotedRow? Quoted { get; init; }
}

/// <summary>The message that another one quotes, as it stands now: one that was taken back is shown as such.</summary>
public sealed record QuotedRow(Guid Id, long Order, Speaker By, MessageKind Kind, string? Text, bool IsUnsent);

/// <summary>An open conversation: whose it is, how it stands, a part of its messages, and what I have typed.</summary>
/// <param name="HasEarlier">There are messages before the first one here.</param>
/// <param name="HasLater">There are messages after the last one here: a place further up was opened.</param>
/// <param name="FirstUnread">The first message that I had not read when I opened the conversation.</param>
public sealed record ConversationView(
    Guid Id, ClientCard Card, DateTimeOffset? AnswerDue, Guid? AssigneeId, string? AssigneeName, Closing? Closing, DateTimeOffset? TroubleAt,
    IReadOnlyList<MessageRow> Messages, bool HasEarlier, bool HasLater, long? FirstUnread, string Draft, string NoteDraft)
{
    /// <summary>What the person is called.</summary>
    public string Alias => Card.Alias;

    /// <summary>When the client spoke last, also where that is not among what is shown.</summary>
    public DateTimeOffset? ClientSpokeAt { get; init; }

    /// <summary>危険の印: when the last word of danger came.</summary>
    public DateTimeOffset? DangerAt { get; init; }

    /// <summary>The order key of the newest message of the talk, also where that is not among what is shown.</summary>
    public long Newest { get; init; }

    /// <summary>That of the last message that I had before me when I began my draft.</summary>
    public long? DraftSince { get; init; }

    /// <summary>送信予約 of this talk.</summary>
    public IReadOnlyList<LaterRow> Planned { get; init; } = [];

    /// <summary>The first message of the part that was read.</summary>
    public MessageRow? First => Messages is [var first, ..] ? first : null;

    /// <summary>The last one.</summary>
    public MessageRow? Last => Messages is [.., var last] ? last : null;
}

/// <summary>人の情報: what is known of the person beside the talk.</summary>
public sealed record ClientCard(int FriendNumber, string? CalledAs, DateTimeOffset? FollowedAt, DateTimeOffset? BlockedAt, DateTimeOffset MetAt)
{
    /// <summary>What the person is called.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);

    public Written? Caution { get; init; }
    public Written? Discretion { get; init; }
    public NoContactHours? NoContact { get; init; }
    public Written? Memo { get; init; }
    public IReadOnlyList<TagRow> Tags { get; init; } = [];
}

/// <summary>Something that a colleague wrote or set, with their name.</summary>
public sealed record Written(string Text, string? By, DateTimeOffset At);

/// <summary>A colleague who can look after conversations.</summary>
public sealed record Colleague(Guid Id, string Name);
