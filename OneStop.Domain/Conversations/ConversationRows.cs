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
public sealed record InboxRow : IShowsPerson
{
    public required Guid Id { get; init; }
    public required int FriendNumber { get; init; }
    public required string? CalledAs { get; init; }
    public required bool IsBlocked { get; init; }
    public required DateTimeOffset? AnswerDue { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required string? AssigneeName { get; init; }
    public required bool IsDone { get; init; }
    public required bool HasTrouble { get; init; }
    public required bool IsCautioned { get; init; }
    public required DateTimeOffset SpokenAt { get; init; }
    public required long HeardOrder { get; init; }
    public required Speaker? LastBy { get; init; }
    public required MessageKind? LastKind { get; init; }
    public required string? LastText { get; init; }
    public required bool LastUnsent { get; init; }

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
public sealed record MessageRow
{
    public required Guid Id { get; init; }
    public required long Order { get; init; }
    public required Speaker By { get; init; }
    public required string? StaffName { get; init; }
    public required MessageKind Kind { get; init; }
    public required string? Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Sticker? Sticker { get; init; }
    public required Place? Place { get; init; }
    public required Guid? FileId { get; init; }
    public required FileState? FileState { get; init; }
    public required string? FileName { get; init; }
    public required string? FileReason { get; init; }
    public required FileContents? File { get; init; }
    public required Guid? OutgoingId { get; init; }
    public required Delivery? Delivery { get; init; }
    public required Route? Route { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset? HoldUntil { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset? UnsentAt { get; init; }
    public required bool AsksSomebody { get; init; }
    public required bool HasPreview { get; init; }
    public required string? Quotes { get; init; }
    public required Guid? StaffId { get; init; }
    public required bool CanBeQuoted { get; init; }
    public required DateTimeOffset? LinkUntil { get; init; }
    public required DeliveryProblem? HinderedBy { get; init; }

    /// <summary>What it quotes; null where it quotes nothing, or something that the service never had.</summary>
    public QuotedRow? Quoted { get; init; }
}

/// <summary>The message that another one quotes, as it stands now: one that was taken back is shown as such.</summary>
public sealed record QuotedRow(Guid Id, long Order, Speaker By, MessageKind Kind, string? Text, bool IsUnsent);

/// <summary>An open conversation: whose it is, how it stands, a part of its messages, and what I have typed.</summary>
public sealed record ConversationView
{
    public required Guid Id { get; init; }
    public required ClientCard Card { get; init; }
    public required DateTimeOffset? AnswerDue { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required string? AssigneeName { get; init; }
    public required Closing? Closing { get; init; }
    public required DateTimeOffset? TroubleAt { get; init; }
    public required IReadOnlyList<MessageRow> Messages { get; init; }

    /// <summary>There are messages before the first one here.</summary>
    public required bool HasEarlier { get; init; }

    /// <summary>There are messages after the last one here: a place further up was opened.</summary>
    public required bool HasLater { get; init; }

    /// <summary>The first message that I had not read when I opened the conversation.</summary>
    public required long? FirstUnread { get; init; }

    public required string Draft { get; init; }
    public required string NoteDraft { get; init; }

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
