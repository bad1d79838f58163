using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>How far a questionnaire has come. Its contents are not visible before it is handed in.</summary>
public enum QuestionnaireState
{
    /// <summary>未送信</summary>
    NotSent,

    /// <summary>送った</summary>
    Sent,

    /// <summary>途中</summary>
    UnderWay,

    /// <summary>受け取った</summary>
    Received,

    /// <summary>期限切れ</summary>
    Expired,

    /// <summary>取り消し: by staff, or with the consent.</summary>
    Withdrawn,
}

/// <summary>The names shown on screen.</summary>
public static class QuestionnaireNames
{
    extension(QuestionnaireState state)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => state switch
        {
            QuestionnaireState.NotSent => "未送信",
            QuestionnaireState.Sent => "送った",
            QuestionnaireState.UnderWay => "途中",
            QuestionnaireState.Received => "受け取った",
            QuestionnaireState.Expired => "期限切れ",
            QuestionnaireState.Withdrawn => "取り消し",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        /// <summary>Whether it can still be sent, answered and handed in.</summary>
        public bool IsOpen => state is QuestionnaireState.NotSent or QuestionnaireState.Sent or QuestionnaireState.UnderWay;
    }

    extension(SendingWay way)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => way switch
        {
            SendingWay.Line => "LINEのカード",
            SendingWay.Copied => "文面をコピー",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
    }
}

/// <summary>A questionnaire in the file, without its contents.</summary>
public sealed record QuestionnaireRow
{
    public required Guid Id { get; init; }
    public required QuestionnaireState State { get; init; }

    /// <summary>The number of questions.</summary>
    public required int Asked { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When and how the address last went out; null if it did not.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    public required SendingWay? Way { get; init; }

    /// <summary>What became of the card at LINE; null if none was sent last.</summary>
    public required Delivery? Card { get; init; }

    public required DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The number of answers about which nobody has decided.</summary>
    public required int Undecided { get; init; }

    /// <summary>When words of danger were written and nobody has got in touch since; null if none.</summary>
    public required DateTimeOffset? DangerAt { get; init; }
}

/// <summary>The questionnaires of one client, the newest first.</summary>
/// <param name="WhyNot">Why none can be sent now, as a sentence for staff; null if one can.</param>
/// <param name="CanBeTold">Whether a card in LINE reaches the client.</param>
public sealed record QuestionnaireList(Guid ClientId, Guid? ConversationId, IReadOnlyList<QuestionnaireRow> Rows, string? WhyNot, bool CanBeTold) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(ConversationId, ClientId);
}

/// <summary>A question that can be asked.</summary>
/// <param name="IsKnown">Whether the file has the fact.</param>
/// <param name="IsSuggested">Whether it is suggested for this client.</param>
public sealed record QuestionChoice(string Code, FactPurpose Purpose, string Label, bool IsKnown, bool IsSuggested);

/// <summary>The form for a new questionnaire.</summary>
/// <param name="Codes">The codes of the questions.</param>
public sealed record QuestionnaireWish(ValueList<string> Codes);

/// <summary>What the client would get in LINE.</summary>
/// <param name="IsDiscreet">連絡は控えめに: a notice with a button is sent in its place.</param>
/// <param name="NoContactUntil">The end of 連絡不可, if it is now.</param>
public sealed record QuestionnaireCard(CardContent Card, bool IsDiscreet, DateTimeOffset? NoContactUntil);
