using OneStop.Domain.JobOpenings.Terms;

namespace OneStop.Domain.JobOpenings.Checks;

/// <summary>Days that are past.</summary>
internal static class PeriodChecks
{
    private const string Law = "職業安定法 5条の4（的確な表示）";

    public static IEnumerable<OpeningFinding> Of(CheckedOpening opening, OpeningRules rules)
    {
        var period = opening.Terms.Period;
        if (period.Until < rules.Today)
            yield return new("period.past", FindingSeverity.Blocks, TermSection.Period, nameof(PeriodTerms.Until), Law,
                $"契約の終わり（{JapanTime.Say(period.Until.Value)}）は、もう過ぎています。", "事業者に確かめて、これからの日に直します。");
        else if (period.From < rules.Today)
            yield return new("period.begun", FindingSeverity.ToConfirm, TermSection.Period, nameof(PeriodTerms.From), Law,
                $"仕事の始まり（{JapanTime.Say(period.From.Value)}）は、もう過ぎています。", "いつから働けるかを、事業者に確かめます。");
        if (opening.ValidUntil is { } valid && period.From > valid)
            yield return new("period.after", FindingSeverity.ToConfirm, TermSection.Period, nameof(PeriodTerms.From), Law,
                $"仕事の始まり（{JapanTime.Say(period.From.Value)}）が、求人の有効期限（{JapanTime.Say(valid)}）よりあとです。", "日付に間違いがないかを確かめます。");
    }
}
