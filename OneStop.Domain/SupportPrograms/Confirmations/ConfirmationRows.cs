using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>How a page for the client's confirmation stands.</summary>
public enum ConfirmationState
{
    /// <summary>未送信</summary>
    NotSent,

    /// <summary>送った</summary>
    Sent,

    /// <summary>開いた: the gate was passed.</summary>
    Opened,

    /// <summary>確認した</summary>
    Confirmed,

    /// <summary>話し合いたい</summary>
    WantsTalk,

    /// <summary>まちがいで閉じた: too many wrong entries.</summary>
    Locked,

    /// <summary>期限切れ</summary>
    Expired,

    /// <summary>取り消し: by staff, by a newer page, or because the case was closed.</summary>
    Withdrawn,

    /// <summary>前の内容: the version went on without it.</summary>
    Outdated,
}

/// <summary>The names shown on screen.</summary>
public static class ConfirmationNames
{
    extension(ConfirmationState state)
    {
        public string InJapanese => state switch
        {
            ConfirmationState.NotSent => "未送信",
            ConfirmationState.Sent => "送った",
            ConfirmationState.Opened => "開いた",
            ConfirmationState.Confirmed => "確認した",
            ConfirmationState.WantsTalk => "話し合いたい",
            ConfirmationState.Locked => "まちがいで閉じた",
            ConfirmationState.Expired => "期限切れ",
            ConfirmationState.Withdrawn => "取り消し",
            ConfirmationState.Outdated => "前の内容",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        /// <summary>Whether it can still be sent, opened and answered.</summary>
        public bool IsOpen => state is ConfirmationState.NotSent or ConfirmationState.Sent or ConfirmationState.Opened;
    }
}

/// <summary>The names of answers, as the page says them.</summary>
public static class ConfirmationAnswers
{
    extension(ConfirmationAnswer answer)
    {
        public string InJapanese => answer switch
        {
            ConfirmationAnswer.Confirmed => "内容を確認しました",
            ConfirmationAnswer.WantsTalk => "話し合いたい",
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
    }
}

/// <summary>A page as staff see it.</summary>
public sealed record ConfirmationRow
{
    public required Guid Id { get; init; }
    public required ConfirmationState State { get; init; }
    public required int Edition { get; init; }
    public required ConfirmationGate Gate { get; init; }

    /// <summary>Which code opens it; null if none was made.</summary>
    public required string? CodeMark { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When and how the address last went out; null if it did not.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    public required SendingWay? Way { get; init; }

    /// <summary>What became of the card at LINE; null if none was sent last.</summary>
    public required Delivery? Card { get; init; }

    public required int WrongTries { get; init; }
    public required int TriesLeft { get; init; }
    public required DateTimeOffset? OpenedAt { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What the client wrote with the answer; may be empty.</summary>
    public required string Words { get; init; }

    /// <summary>When staff settled that; null while it is open.</summary>
    public required DateTimeOffset? TalkedAt { get; init; }

    /// <summary>When an answer came too late; null if none did.</summary>
    public required DateTimeOffset? TooLateAt { get; init; }
}

/// <summary>Why somebody has to read what a client wrote.</summary>
public enum HeardKind
{
    /// <summary>危険な言葉</summary>
    Danger,

    /// <summary>遅れて届いた答え</summary>
    Late,

    /// <summary>「内容を確認しました」と一緒に書かれた言葉</summary>
    Words,
}

/// <summary>What a client wrote on a page, and nobody has settled.</summary>
/// <param name="Answer">With which answer; null for words of danger.</param>
/// <param name="IsAnswered">Whether an automatic answer to words of danger went to the conversation.</param>
public sealed record HeardRow(Guid PageId, HeardKind Kind, int Edition, DateTimeOffset At, ConfirmationAnswer? Answer, string Words, bool IsAnswered);

/// <summary>本人の確認 of a program.</summary>
/// <param name="Newest">The newest page; null if none was made.</param>
/// <param name="Heard">What was written on any page of the program and is not settled, the most urgent first: a newer page settles nothing.</param>
/// <param name="WhyNot">Why the client cannot be asked on a page, as a sentence for staff; null if they can.</param>
/// <param name="CanBeTold">Whether a card in LINE reaches the client.</param>
/// <param name="KnowsBirthDate">Whether the file knows the date of birth.</param>
/// <param name="IsDiscreet">連絡は控えめに</param>
/// <param name="Scans">The client's files that can be the scan of a paper, the newest first.</param>
public sealed record ConfirmationView(Guid ClientId, Guid? ConversationId, ConfirmationRow? Newest, IReadOnlyList<HeardRow> Heard,
    string? WhyNot, bool CanBeTold, bool KnowsBirthDate, bool IsDiscreet, IReadOnlyList<PaperScan> Scans) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>A file that can be the scan of a paper.</summary>
public sealed record PaperScan(Guid FileId, string Title, DateTimeOffset AddedAt);

/// <summary>The form for a new page.</summary>
public sealed record ConfirmationWish(ConfirmationGate Gate);

/// <summary>What the client would get in LINE.</summary>
/// <param name="IsDiscreet">連絡は控えめに: a notice with a button is sent in its place.</param>
/// <param name="NoContactUntil">The end of 連絡不可, if it is now.</param>
public sealed record ConfirmationCard(CardContent Card, bool IsDiscreet, DateTimeOffset? NoContactUntil);

/// <summary>A code that the planner says to the client; it is known only now.</summary>
/// <param name="Page">The page that it opens.</param>
/// <param name="Mark">The same as that of the page's row, as long as no other code was made.</param>
public sealed record NewConfirmationCode(Guid Page, string Code, string Mark);
