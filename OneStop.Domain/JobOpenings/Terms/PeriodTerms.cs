using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>契約の期間, its renewal and the trial (職業安定法施行規則 4条の2第3項2号・2号の2・2号の3).</summary>
public sealed record PeriodTerms
{
    [DisplayName("契約の期間")] public ContractLength? Length { get; init; }

    /// <summary>The day on which work begins; null if it begins when somebody is found.</summary>
    [DisplayName("仕事の始まり")] public DateOnly? From { get; init; }

    /// <summary>The last day of a fixed term; null if its length is given in months.</summary>
    [DisplayName("契約の終わり")] public DateOnly? Until { get; init; }

    /// <summary>The length of a fixed term that begins when somebody is found.</summary>
    [DisplayName("契約の長さ"), Unit("か月")] public int? Months { get; init; }

    [DisplayName("更新の有無")] public RenewalKind? Renewal { get; init; }

    /// <summary>By what the employer decides.</summary>
    [DisplayName("更新の判断基準")] public string RenewalCriteria { get; init; } = "";

    [DisplayName("更新の上限")] public RenewalLimit? RenewalLimit { get; init; }

    /// <summary>The years or times of the limit.</summary>
    [DisplayName("更新の上限の年数・回数")] public int? RenewalMost { get; init; }

    [DisplayName("試用期間")] public TrialKind? Trial { get; init; }

    [DisplayName("試用期間の長さ"), Unit("か月")] public int? TrialMonths { get; init; }

    [DisplayName("試用期間の条件")] public string TrialWords { get; init; } = "";

    /// <summary>Whether a fixed term can be renewed, so that the rule of renewal has to be told.</summary>
    public bool IsRenewable => Length == ContractLength.FixedTerm && Renewal is RenewalKind.Automatic or RenewalKind.Possible;

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal PeriodTerms Checked() => this with
    {
        Until = From is { } from && Until < from ? throw new RuleException("契約の終わりは、始まりより前にはできません。", nameof(Until)) : Until,
        Months = Months.Within(1, 60, "契約の長さ"),
        RenewalCriteria = RenewalCriteria.Passage("更新の判断基準"),
        RenewalMost = RenewalMost.Within(0, 60, "更新の上限の年数・回数"),
        TrialMonths = TrialMonths.Within(1, 24, "試用期間の長さ"),
        TrialWords = TrialWords.Passage("試用期間の条件"),
    };
}
