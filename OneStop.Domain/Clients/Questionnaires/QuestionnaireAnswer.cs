namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>取り込む・取り込まない: what staff decided about an answer.</summary>
/// <param name="IsTaken">Whether it went into the file.</param>
public sealed record AnswerDecision(bool IsTaken, Guid By, DateTimeOffset At);

/// <summary>届いた答え: what a client answered to one question. A proposal until staff decide.</summary>
public sealed class QuestionnaireAnswer
{
    private QuestionnaireAnswer() { }

    /// <summary>Creates an answer.</summary>
    /// <param name="value">The answer as JSON of the fact; null for 答えたくない.</param>
    public static QuestionnaireAnswer Of(Question question, string? value, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Question = question.Code, Value = value };

    public Guid Id { get; private set; }
    public Guid QuestionnaireId { get; private set; }

    /// <summary>The code of the question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The answer as JSON of the fact; null for 答えたくない.</summary>
    public string? Value { get; private set; }

    /// <summary>Null while nobody has decided.</summary>
    public AnswerDecision? Decision { get; private set; }

    /// <summary>Decides. 答えたくない can only be noticed.</summary>
    /// <returns>The decision.</returns>
    /// <exception cref="RuleException">A colleague has decided already.</exception>
    public AnswerDecision Decide(bool isTaken, Guid by, DateTimeOffset now) => Decision = Decision is null ? new(isTaken && Value is not null, by, now)
        : throw new RuleException("この答えは、ほかの人が先に決めました。画面の内容を確かめてください。");

    /// <summary>Takes the decision back.</summary>
    public void Reopen() => Decision = null;
}
