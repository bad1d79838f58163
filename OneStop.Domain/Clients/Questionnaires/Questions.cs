using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>
/// 質問の一覧: what can be asked on a page, in the order in which it is asked. Origin, creed and the like are not among it, because no purpose needs
/// them (ADR 38). Debts, the income of the household and health are never suggested.
/// </summary>
public static class Questions
{
    private static readonly Dictionary<string, Question> ByCode;

    static Questions()
    {
        All = [.. PersonQuestions.All, .. WorkQuestions.All, .. SupportQuestions.All];
        ByCode = All.ToDictionary(q => q.Code);
    }

    /// <summary>All questions.</summary>
    public static IReadOnlyList<Question> All { get; }

    /// <summary>Returns the questions with these codes, in their order. One that is not asked any more is left out.</summary>
    public static IReadOnlyList<Question> Of(IReadOnlyCollection<string> codes) => [.. All.Where(q => codes.Contains(q.Code))];

    /// <summary>
    /// Returns the codes of what is missing in these groups, in the order in which it is asked, for a feature that offers to ask the client. Left out are
    /// questions that make no sense for this client, and those that are asked only if a member of staff chooses them (<see cref="Question.IsDelicate"/>).
    /// </summary>
    internal static IReadOnlyList<string> MissingOf(FileFacts file, IEnumerable<FactPurpose> purposes)
    {
        var asked = purposes.ToHashSet();
        return [.. All.Where(q => asked.Contains(q.Purpose) && !q.IsDelicate && q.Suits(file) && !q.IsKnown(file)).Select(q => q.Code)];
    }

    /// <summary>Returns a question; null if it is not asked any more.</summary>
    public static Question? Find(string code) => ByCode.GetValueOrDefault(code);
}
