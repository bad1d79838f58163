using OneStop.Domain.Channels;
using OneStop.Domain.Friends;

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

    /// <summary>すべて, the last spoken first.</summary>
    All,

    /// <summary>完了</summary>
    Done,
}

/// <summary>A row of the inbox.</summary>
public sealed record InboxRow(
    Guid Id, int FriendNumber, bool IsBlocked, DateTimeOffset? AnswerDue, Guid? AssigneeId, string? AssigneeName, bool IsDone, bool HasTrouble,
    DateTimeOffset SpokenAt, long SpokenOrder, Speaker? LastBy, MessageKind? LastKind, string? LastText, bool LastUnsent)
{
    /// <summary>What the person is called.</summary>
    public string Alias => Friend.AliasOf(FriendNumber);

    /// <summary>Not yet read by the person who looks.</summary>
    public bool IsUnread { get; init; }
}

/// <summary>A page of the inbox with how many each list holds.</summary>
public sealed record InboxView(IReadOnlyList<InboxRow> Rows, bool HasMore, IReadOnlyDictionary<InboxList, int> Counts);

/// <summary>Somebody who waits for an answer, since when, and whose they are; null if nobody's yet.</summary>
public sealed record WaitingRow(Guid Id, DateTimeOffset Since, Guid? AssigneeId);

/// <summary>A message as the thread shows it, with how far it came if we sent it, and the file it carries.</summary>
public sealed record MessageRow(
    Guid Id, long Order, Speaker By, string? StaffName, MessageKind Kind, string? Text, DateTimeOffset At, Sticker? Sticker, Place? Place,
    Guid? FileId, FileState? FileState, string? FileName, string? FileReason, FileContents? File,
    Guid? OutgoingId, Delivery? Delivery, Route? Route, string? Reason, DateTimeOffset? HoldUntil, int Attempts, DateTimeOffset? UnsentAt, bool AsksSomebody,
    bool HasPreview, string? Quotes)
{
    /// <summary>What it quotes; null where it quotes nothing, or something that the service never had.</summary>
    public QuotedRow? Quoted { get; init; }
}

/// <summary>The message that another one quotes, as it stands now: one that was taken back is shown as such.</summary>
public sealed record QuotedRow(Guid Id, long Order, Speaker By, MessageKind Kind, string? Text, bool IsUnsent);

/// <summary>An open conversation: whose it is, how it stands, its last messages, and what I have typed.</summary>
public sealed record ConversationView(
    Guid Id, int FriendNumber, DateTimeOffset? FollowedAt, DateTimeOffset? BlockedAt, DateTimeOffset MetAt, DateTimeOffset? AnswerDue, Guid? AssigneeId, string? AssigneeName,
    Closing? Closing, DateTimeOffset? TroubleAt, IReadOnlyList<MessageRow> Messages, bool HasEarlier, string Draft)
{
    /// <summary>What the person is called.</summary>
    public string Alias => Friend.AliasOf(FriendNumber);
}

/// <summary>A colleague who can look after conversations.</summary>
public sealed record Colleague(Guid Id, string Name);
