using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>社会保険・労働保険 (職業安定法施行規則 4条の2第3項6号): for each, whether it applies; null if it is not answered.</summary>
public sealed record InsuranceTerms
{
    [DisplayName("健康保険")] public bool? Health { get; init; }
    [DisplayName("厚生年金")] public bool? Pension { get; init; }
    [DisplayName("労災保険")] public bool? Accident { get; init; }
    [DisplayName("雇用保険")] public bool? Unemployment { get; init; }

    /// <summary>Under which conditions.</summary>
    [DisplayName("保険の条件")] public string InsuranceWords { get; init; } = "";

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal InsuranceTerms Checked() => this with { InsuranceWords = InsuranceWords.Passage("保険の条件") };
}
