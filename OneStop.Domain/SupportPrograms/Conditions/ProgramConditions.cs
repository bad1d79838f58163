using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportPrograms.Conditions;

/// <summary>The codes of the rules about programs; their values are data.</summary>
public static class ProgramRules
{
    /// <summary>The months between two reviews (概ね月1回).</summary>
    public const string ReviewMonths = "program.review.months";

    /// <summary>The months from the end to the first look at how life holds.</summary>
    public const string AftercareMonths = "program.aftercare.months";

    /// <summary>Whether a program drawn by this service suffices for the measures that need one. To be answered by the City in writing.</summary>
    public const string Suffices = "program.gate.suffices";

    /// <summary>The programs that are to be established in a fiscal year (8(3)). Counting begins with the day from which its first value is in force.</summary>
    public const string YearTarget = "program.target.year";

    /// <summary>The years after the loan until which a job, or a better one, is to be found (住宅支援資金貸付).</summary>
    public const string LoanYears = "measure.jutaku.within";

    /// <summary>The years on end for which the job is to be kept.</summary>
    public const string JobYears = "measure.jutaku.years";

    /// <summary>How many months before the last day it is looked at whether a job is found, while something can still be done.</summary>
    public const string LoanRemindMonths = "program.loan.remind";
}

/// <summary>A condition that is asked.</summary>
/// <param name="ValueId">The id of the rule's value.</param>
/// <param name="IsConfirmed">Whether it was looked up in the last twelve months.</param>
public sealed record AskedCondition(Guid ValueId, string Code, string Question, bool IsConfirmed);

/// <summary>参加の条件: dated rules, because who may have a program has changed and may change again.</summary>
public static class ProgramConditions
{
    private const string Condition = "program.condition.", Caution = "program.caution.";

    /// <summary>Whether 「はい」 to this rule leads to a talk, as with 生活保護.</summary>
    public static bool IsCaution(string code) => code.StartsWith(Caution, StringComparison.Ordinal);

    /// <summary>Returns the conditions in force, those to be met first.</summary>
    internal static IReadOnlyList<AskedCondition> In(RuleBook rules) =>
        [.. rules.Starting(Condition).Concat(rules.Starting(Caution))
            .Select(r => new AskedCondition(r.ValueId, r.Rule.Code, r.Value, rules.IsConfirmed(r.Rule.Code)))];
}
