using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>How an answer compares with the file.</summary>
public enum AnswerMatch
{
    /// <summary>The file is empty.</summary>
    New,

    /// <summary>The file says the same already.</summary>
    Same,

    /// <summary>違う: the file says something else.</summary>
    Differs,

    /// <summary>答えたくない</summary>
    Declined,
}

/// <summary>The names shown on screen.</summary>
public static class AnswerMatches
{
    extension(AnswerMatch match)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => match switch
        {
            AnswerMatch.New => "はじめて",
            AnswerMatch.Same => "同じ",
            AnswerMatch.Differs => "違う",
            AnswerMatch.Declined => "答えたくない",
            _ => throw new ArgumentOutOfRangeException(nameof(match)),
        };
    }
}

/// <summary>An answer beside what the file says.</summary>
public sealed record ReceivedAnswer
{
    public required Guid Id { get; init; }

    /// <summary>The group of facts; null for a question that is not asked any more.</summary>
    public required FactPurpose? Purpose { get; init; }

    /// <summary>The name of the fact.</summary>
    public required string Label { get; init; }

    /// <summary>The question as the client read it.</summary>
    public required string Asked { get; init; }

    /// <summary>What the file says, in words; empty if nothing.</summary>
    public required string InFile { get; init; }

    /// <summary>What the client answered, in words; empty for 答えたくない.</summary>
    public required string Answer { get; init; }

    public required AnswerMatch Match { get; init; }

    /// <summary>Whether it is added to a list in the file.</summary>
    public required bool IsAdded { get; init; }

    /// <summary>Null while nobody has decided.</summary>
    public required AnswerDecision? Decision { get; init; }

    /// <summary>The name of who decided.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary>What the file said when this was shown, as a value: an answer replaces nothing that nobody has seen.</summary>
    public required string Seen { get; init; }

    /// <summary>Whether nobody has to think: it fills a gap, changes nothing, or is 答えたくない.</summary>
    public bool IsPlain => Match != AnswerMatch.Differs;
}

/// <summary>A questionnaire that was handed in.</summary>
/// <param name="NotAnswered">The names of the facts that were asked for and not answered.</param>
public sealed record ReceivedQuestionnaire(Guid Id, ClientRow Client, DateTimeOffset ReceivedAt, IReadOnlyList<ReceivedAnswer> Answers,
    IReadOnlyList<string> NotAnswered) : IShowsPerson
{
    ShownPerson IShowsPerson.Shown => ShownPerson.Of(Client.ConversationId, Client.Id);
}

/// <summary>A decision that is to be made.</summary>
/// <param name="Seen"><see cref="ReceivedAnswer.Seen"/></param>
public sealed record AnswerChoice(Guid AnswerId, string Seen, bool IsTaken);

/// <summary>A decision that was made, for undoing it.</summary>
/// <param name="Before">What the file said before, as a value.</param>
/// <param name="After">What it says now.</param>
public sealed record DecidedAnswer(Guid AnswerId, AnswerDecision Decision, string Before, string After);
