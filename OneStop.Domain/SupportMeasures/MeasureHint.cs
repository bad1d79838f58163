using OneStop.Domain.Clients.Facts;
using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures;

/// <summary>What is known of a client that decides about measures; what is not known is null or empty.</summary>
/// <param name="BirthYears">The years of birth of the children, as far as they are known.</param>
/// <param name="Has">The codes of the measures that the client uses or was granted.</param>
internal sealed record MeasureFacts(Ward? Ward, bool IsOutside, IReadOnlyList<int> BirthYears, ChildRearingAllowance? Allowance, IReadOnlySet<string> Has);

/// <summary>
/// 使えるかもしれない: what the client's own facts say for and against a measure, for staff only. It is never a promise and never a refusal: the office
/// decides, and what is not known is named.
/// </summary>
/// <param name="For">Conditions that are met.</param>
/// <param name="Against">Conditions that seem not to be met.</param>
/// <param name="Missing">What has to be asked.</param>
/// <param name="IsProgramFirst">プログラムが先: the measure needs an established program.</param>
/// <param name="IsCertain">Whether all conditions themselves were checked in the last twelve months.</param>
public sealed record MeasureHint(IReadOnlyList<string> For, IReadOnlyList<string> Against, IReadOnlyList<string> Missing, bool IsProgramFirst, bool IsCertain)
{
    /// <summary>Returns the hint for one of the four measures; null for others, about which no rules are known.</summary>
    internal static MeasureHint? Of(string code, MeasureFacts facts, RuleBook rules, DateOnly today)
    {
        if (!TheFour.Codes.Contains(code))
            return null;
        var hint = new Weighing(rules);
        hint.LivesHere(facts);
        hint.HasYoungChild(facts, today);
        hint.HasAllowance(code, facts);
        hint.HasVocational(code, facts);
        hint.IsFirstTime(code, facts);
        return hint.Result(code);
    }

    /// <summary>Weighs the conditions one by one.</summary>
    private sealed class Weighing(RuleBook rules)
    {
        private readonly List<string> met = [], unmet = [], missing = [];
        private bool isCertain = true;

        public void LivesHere(MeasureFacts facts)
        {
            if (facts.Ward is { } ward)
                met.Add($"福岡市に住んでいる（{ward.InJapanese}）");
            else if (facts.IsOutside)
                unmet.Add("福岡市の外に住んでいる");
            else
                missing.Add("住んでいる区");
        }

        public void HasYoungChild(MeasureFacts facts, DateOnly today)
        {
            if (Use(MeasureRules.ChildAge) is not { } age)
                return;
            if (facts.BirthYears.Count == 0)
                missing.Add("子どもの生まれた年");
            else if (facts.BirthYears.Max() is var youngest && today.Year - youngest < age.Number)
                met.Add($"{age.InWords}になる前の子がいる（{youngest}年生まれ）");
            else if (today.Year - youngest == age.Number) // the birthday is not known
                missing.Add($"いちばん下の子が{age.InWords}になる日");
            else
                unmet.Add($"子どもがみな{age.InWords}以上");
        }

        public void HasAllowance(string code, MeasureFacts facts)
        {
            if (Use(MeasureRules.NeedsAllowance(code)) is not { IsYes: true })
                return;
            if (facts.Allowance is ChildRearingAllowance.Full or ChildRearingAllowance.Partial)
                met.Add($"児童扶養手当を受けている（{facts.Allowance.Value.InJapanese}）");
            else
                missing.Add(facts.Allowance is null ? "児童扶養手当を受けているか" : $"所得が児童扶養手当と同じ水準か（手当は{facts.Allowance.Value.InJapanese}）");
        }

        public void HasVocational(string code, MeasureFacts facts)
        {
            if (code != TheFour.VocationalLoan || Use(MeasureRules.LoanNeedsVocational) is not { IsYes: true })
                return;
            if (facts.Has.Contains(TheFour.Vocational))
                met.Add("訓練促進給付金を受けている");
            else
                missing.Add("訓練促進給付金を受けるか（先に要る）");
        }

        public void IsFirstTime(string code, MeasureFacts facts)
        {
            if (facts.Has.Contains(code) && Use(MeasureRules.IsOnce(code)) is { IsYes: true })
                unmet.Add("もう使っている（1回だけの制度）");
        }

        public MeasureHint Result(string code) => new(met, unmet, missing, Use(MeasureRules.NeedsProgram(code)) is { IsYes: true }, isCertain);

        private RuleInForce? Use(string rule)
        {
            var inForce = rules.Find(rule);
            isCertain &= inForce is null || rules.IsConfirmed(rule);
            return inForce;
        }
    }
}
