using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Conversations;

/// <summary>The lists of the inbox.</summary>
public enum InboxList
{
    /// <summary>要返信: the client is in danger or waits, or a sending failed; the earliest deadline first.</summary>
    NeedsAnswer,

    /// <summary>自分</summary>
    Mine,

    /// <summary>未割当</summary>
    Unassigned,

    /// <summary>エラー: a sending failed or is unknown, and nobody has decided about it; the oldest first.</summary>
    Trouble,

    /// <summary>すべて, the latest message first.</summary>
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

    /// <summary>The name of the client on screen.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);

    /// <summary>危険の印</summary>
    public bool IsInDanger { get; init; }

    /// <summary>Whether the reader has not read the last message, or has marked the conversation as unread.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The tags of the conversation.</summary>
    public IReadOnlyList<TagRow> Tags { get; init; } = [];
}

/// <summary>A page of a list of the inbox, and the number of conversations in each list.</summary>
/// <param name="Matching">The number of conversations of this list that match the filter.</param>
public sealed record InboxView(IReadOnlyList<InboxRow> Rows, bool HasMore, IReadOnlyDictionary<InboxList, int> Counts, int Matching);

/// <summary>Who waits for an answer, by whose it is.</summary>
/// <param name="All">Clients in danger first, then by the deadline.</param>
/// <param name="Mine">Those assigned to the reader, or to somebody for whom they stand in.</param>
/// <param name="Anybodys">Those assigned to nobody.</param>
/// <param name="IsCut">Whether there are more than <see cref="InboxDesk.MostAnswers"/> in all; each list has as many at most.</param>
public sealed record WaitingAnswers(IReadOnlyList<InboxRow> All, IReadOnlyList<InboxRow> Mine, IReadOnlyList<InboxRow> Anybodys, bool IsCut);

/// <summary>A client who waits for an answer, since when, and who is assigned; null if nobody is.</summary>
/// <param name="InDanger">Whether the danger flag is set; each danger word begins a new wait.</param>
public sealed record WaitingRow(Guid Id, DateTimeOffset Since, Guid? AssigneeId, bool InDanger = false);

/// <summary>A message as the thread shows it, with the state of its sending and its file.</summary>
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

    /// <summary>The quoted message; null if it quotes nothing, or a message that the service does not have.</summary>
    public QuotedRow? Quoted { get; init; }
}

/// <summary>A quoted message in its present state, which may be unsent.</summary>
public sealed record QuotedRow(Guid Id, long Order, Speaker By, MessageKind Kind, string? Text, bool IsUnsent);

/// <summary>An open conversation: the client, its state, a part of its messages, and my drafts.</summary>
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

    /// <summary>Whether there are messages before the first one loaded.</summary>
    public required bool HasEarlier { get; init; }

    /// <summary>Whether there are messages after the last one loaded, because an earlier place was opened.</summary>
    public required bool HasLater { get; init; }

    /// <summary>The order key of the first message that I had not read when I opened the conversation; null if none.</summary>
    public required long? FirstUnread { get; init; }

    public required string Draft { get; init; }
    public required string NoteDraft { get; init; }

    /// <summary>The name of the client on screen.</summary>
    public string Alias => Card.Alias;

    /// <summary>When the client last wrote, even if that message is not loaded.</summary>
    public DateTimeOffset? ClientSpokeAt { get; init; }

    /// <summary>危険の印: when the last danger word arrived; null if the flag is not set.</summary>
    public DateTimeOffset? DangerAt { get; init; }

    /// <summary>The order key of the newest message of the conversation, even if it is not loaded.</summary>
    public long Newest { get; init; }

    /// <summary>The order key of the last message that I had seen when I began my draft.</summary>
    public long? DraftSince { get; init; }

    /// <summary>送信予約 of this conversation.</summary>
    public IReadOnlyList<LaterRow> Planned { get; init; } = [];

    /// <summary>The first message loaded.</summary>
    public MessageRow? First => Messages is [var first, ..] ? first : null;

    /// <summary>The last message loaded.</summary>
    public MessageRow? Last => Messages is [.., var last] ? last : null;
}

/// <summary>人の情報: what staff keeps about the person beside the messages.</summary>
public sealed record ClientCard(int FriendNumber, string? CalledAs, DateTimeOffset? FollowedAt, DateTimeOffset? BlockedAt, DateTimeOffset MetAt)
{
    /// <summary>The name of the client on screen.</summary>
    public string Alias => Friend.AliasOf(FriendNumber, CalledAs);

    public Written? Caution { get; init; }
    public Written? Discretion { get; init; }
    public NoContactHours? NoContact { get; init; }
    public Written? Memo { get; init; }
    public IReadOnlyList<TagRow> Tags { get; init; } = [];
}

/// <summary>Something that a colleague has written or set, with the colleague's name.</summary>
public sealed record Written(string Text, string? By, DateTimeOffset At);

/// <summary>A colleague to whom conversations can be assigned.</summary>
public sealed record Colleague(Guid Id, string Name);
