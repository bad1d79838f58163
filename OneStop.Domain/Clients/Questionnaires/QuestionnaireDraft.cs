using OneStop.Domain.Clients.Forms;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>
/// What a client has answered so far, and which question is on the screen. Kept as the answers of a form, encrypted for the client's device. What was
/// answered is never shown again, not even to the client: others may pick up the telephone.
/// </summary>
internal sealed class QuestionnaireDraft(IReadOnlyList<Question> asked, ClientAnswers answers)
{
    private const string Place = "@", End = "end", Declined = "-";

    /// <summary>The place of the question on the screen, from 0; the number of questions for the end.</summary>
    public int At { get; } = answers[Place] switch
    {
        End => asked.Count,
        var code => asked.Index().Where(q => q.Item.Code == code).Select(q => q.Index).FirstOrDefault(),
    };

    /// <summary>Whether nothing was done on this device yet.</summary>
    public bool IsNew => answers[Place].Length == 0;

    /// <summary>The question on the screen; null at the end.</summary>
    public Question? Current => At < asked.Count ? asked[At] : null;

    /// <summary>The questions that are not answered.</summary>
    public IReadOnlyList<Question> Missing => [.. asked.Where(q => !IsAnswered(q))];

    /// <summary>Whether a question is answered, also by 答えたくない.</summary>
    public bool IsAnswered(Question question) => answers[question.Code].Length > 0;

    /// <summary>Returns the answers to be handed in; null values are 答えたくない.</summary>
    public IEnumerable<(Question Question, string? Value)> HandedIn =>
        asked.Where(IsAnswered).Select(q => (q, answers[q.Code] == Declined ? null : answers[q.Code]));

    /// <summary>Returns what is kept after a step.</summary>
    /// <param name="question">The question that was on the screen, which may be an older one.</param>
    /// <param name="typed">The fields of the form.</param>
    /// <exception cref="RuleException">The answer cannot be one.</exception>
    public ClientAnswers After(QuestionnaireStep step, Question? question, ClientAnswers typed, DateOnly today)
    {
        var place = question is null ? asked.Count : asked.Index().First(q => q.Item == question).Index;
        return step switch
        {
            QuestionnaireStep.Answer when question is not null => Moved(answers.With(question.Code, question.Read(typed, today)), Next(place)),
            QuestionnaireStep.Decline when question is not null => Moved(answers.With(question.Code, Declined), Next(place)),
            QuestionnaireStep.Again when question is not null => Moved(answers.With(question.Code, ""), place),
            QuestionnaireStep.Back => Moved(answers, Math.Max(0, place - 1)),
            QuestionnaireStep.Show => Moved(answers, place),
            _ => Moved(answers, Next(place)),
        };
    }

    /// <summary>The next place that is not answered, after this one.</summary>
    private int Next(int place) => asked.Index().Where(q => q.Index > place && !IsAnswered(q.Item)).Select(q => q.Index).DefaultIfEmpty(asked.Count).First();

    private ClientAnswers Moved(ClientAnswers kept, int place) => kept.With(Place, place < asked.Count ? asked[place].Code : End);
}

/// <summary>What the client pressed.</summary>
public enum QuestionnaireStep
{
    /// <summary>進む, with an answer.</summary>
    Answer,

    /// <summary>答えたくない</summary>
    Decline,

    /// <summary>あとで, or on past a question that is answered.</summary>
    Later,

    /// <summary>戻る</summary>
    Back,

    /// <summary>さっきの答えを取り消して、もう一度答える</summary>
    Again,

    /// <summary>答える: a question from the list at the end.</summary>
    Show,
}
