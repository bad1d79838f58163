namespace OneStop.Domain.SupportMeasures.Explanations;

/// <summary>
/// 講座・貸付の前に聞くこと: ten questions that a counselor reads out before any course or loan, and the client's answers. The first day of the course
/// comes first, because an application after it is too late.
/// </summary>
public sealed class MeasureChecklist
{
    /// <summary>The most characters of an answer.</summary>
    public const int LongestAnswer = 200;

    private MeasureChecklist() { }

    public static MeasureChecklist Of(Guid clientId, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), ClientId = clientId };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>The first day of the course; null if there is none or it is not known.</summary>
    public DateOnly? CourseStartsOn { get; private set; }

    /// <summary>The answers.</summary>
    public ChecklistAnswers Answers { get; private set; } = ChecklistAnswers.None;

    public DateTimeOffset ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>The checklist as the form shows it.</summary>
    public ChecklistWish Wish => new(CourseStartsOn, Answers.Course, Answers.Ward, Answers.Insurance, Answers.Allowance, Answers.Before, Answers.OtherAid,
        Answers.Program, Answers.ChildGrows, Answers.WorkPlace, Answers.Rent);

    /// <summary>Changes the answers.</summary>
    /// <exception cref="RuleException">An answer is too long.</exception>
    public void Change(ChecklistWish wish, Guid staffId, DateTimeOffset now) =>
        (CourseStartsOn, Answers, ChangedBy, ChangedAt) = (wish.CourseStartsOn, ChecklistAnswers.Of(wish), staffId, now);
}

/// <summary>The answers in the client's words; empty for a question that was not asked yet.</summary>
public sealed record ChecklistAnswers
{
    /// <summary>No answers.</summary>
    public static ChecklistAnswers None { get; } = new();

    public string Course { get; private init; } = "";
    public string Ward { get; private init; } = "";
    public string Insurance { get; private init; } = "";
    public string Allowance { get; private init; } = "";
    public string Before { get; private init; } = "";
    public string OtherAid { get; private init; } = "";
    public string Program { get; private init; } = "";
    public string ChildGrows { get; private init; } = "";
    public string WorkPlace { get; private init; } = "";
    public string Rent { get; private init; } = "";

    internal static ChecklistAnswers Of(ChecklistWish wish) => new()
    {
        Course = Cut(wish.Course, nameof(wish.Course)),
        Ward = Cut(wish.Ward, nameof(wish.Ward)),
        Insurance = Cut(wish.Insurance, nameof(wish.Insurance)),
        Allowance = Cut(wish.Allowance, nameof(wish.Allowance)),
        Before = Cut(wish.Before, nameof(wish.Before)),
        OtherAid = Cut(wish.OtherAid, nameof(wish.OtherAid)),
        Program = Cut(wish.Program, nameof(wish.Program)),
        ChildGrows = Cut(wish.ChildGrows, nameof(wish.ChildGrows)),
        WorkPlace = Cut(wish.WorkPlace, nameof(wish.WorkPlace)),
        Rent = Cut(wish.Rent, nameof(wish.Rent)),
    };

    private static string Cut(string answer, string field) => answer.Trim() is { Length: <= MeasureChecklist.LongestAnswer } kept ? kept
        : throw new RuleException($"答えは{MeasureChecklist.LongestAnswer}文字までです。", field);
}

/// <summary>What staff enters: the first day of the course and ten answers.</summary>
public sealed record ChecklistWish(DateOnly? CourseStartsOn, string Course, string Ward, string Insurance, string Allowance, string Before, string OtherAid,
    string Program, string ChildGrows, string WorkPlace, string Rent)
{
    /// <summary>An empty form.</summary>
    public static ChecklistWish None { get; } = new(null, "", "", "", "", "", "", "", "", "", "");

    /// <summary>The number of questions that have an answer.</summary>
    public int Answered => new[] { Course, Ward, Insurance, Allowance, Before, OtherAid, Program, ChildGrows, WorkPlace, Rent }
        .Count(a => !string.IsNullOrWhiteSpace(a));
}
