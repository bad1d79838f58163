using System.Text.RegularExpressions;
using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>固定残業代, and pay that tells nothing.</summary>
internal static partial class PayChecks
{
    private const string Display = "職業安定法 5条の4（的確な表示）";
    private const string Guideline = "指針（平成11年労働省告示141号）第3の1";
    private const decimal Percent = 100;

    public static IEnumerable<OpeningFinding> Of(OpeningTerms terms, OpeningRules rules) => Fixed(terms).Concat(Vague(terms.Pay, rules));

    private static IEnumerable<OpeningFinding> Fixed(OpeningTerms terms)
    {
        var pay = terms.Pay;
        if (pay.HasFixedOvertime != true)
            yield break;
        if (pay.PaysAboveFixed == false)
            yield return Found("pay.fixed-unpaid", FindingSeverity.Blocks, nameof(PayTerms.PaysAboveFixed), "労働基準法 37条",
                "固定残業代の時間を超えた分を払わないとされています。", "超えた分は払う必要があります。事業者に確かめます。");
        if (pay is { Lower: { } lower, BaseWithoutFixed: { } without, FixedYen: { } fixedYen } && lower != without && lower != without + fixedYen)
            yield return Found("pay.fixed-sum", FindingSeverity.ToConfirm, nameof(PayTerms.BaseWithoutFixed), Guideline,
                "賃金の下限が、固定残業代を除いた基本給とも、それに固定残業代を足した額とも合いません。", "どの額が何を含むかを、事業者に確かめます。");
        if (LowRate(terms) is { } due)
            yield return Found("pay.fixed-rate", FindingSeverity.ToConfirm, nameof(PayTerms.FixedYen), "労働基準法 37条",
                $"固定残業代が、その時間の残業代（割増を除いて約{due:N0}円）より少ないようです。", "額と時間に間違いがないかを、事業者に確かめます。");
    }

    /// <summary>What the hours of fixed overtime are worth even without any premium, if the amount is less; null otherwise.</summary>
    private static decimal? LowRate(OpeningTerms terms) =>
        terms.Pay is { FixedYen: { } yen, FixedHours: { } hours } && WorkedOutPay.Hourly(terms).Lower * hours is { } due && yen < due ? Math.Floor(due) : null;

    private static IEnumerable<OpeningFinding> Vague(PayTerms pay, OpeningRules rules)
    {
        if (VagueWords().Match(pay.PayWords.Plain) is { Success: true, Value: var word })
            yield return Found("pay.vague", FindingSeverity.ToConfirm, nameof(PayTerms.PayWords), Display,
                $"賃金の説明に「{word}」とあります。", "どんなときにいくらかを、事業者に聞いて書きます。");
        if (rules.Number(OpeningRuleCodes.PaySpan) is { } most && pay is { Lower: > 0 and var lower, Upper: { } upper } && upper * Percent > lower * most)
            yield return Found("pay.span", FindingSeverity.ToConfirm, nameof(PayTerms.Upper), Display,
                $"賃金の上限が、下限の{upper * Percent / lower:0}%です。幅が広すぎて、いくらもらえるかがわかりません。", "入ったときの実際の額を、事業者に聞きます。");
    }

    private static OpeningFinding Found(string code, FindingSeverity severity, string field, string law, string words, string todo) =>
        new(code, severity, TermSection.Pay, field, law, words, todo);

    [GeneratedRegex("応相談|要相談|委細面談|面談の?上|面接時に?(決定|説明|相談)|当社規定|当社規程|会社規定|経験(や能力)?に(よる|より|応じ)|能力に(よる|より|応じ)")]
    private static partial Regex VagueWords();
}
