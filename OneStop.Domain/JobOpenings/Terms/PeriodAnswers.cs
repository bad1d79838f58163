namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>契約の期間</summary>
public enum ContractLength
{
    /// <summary>期間の定めなし</summary>
    Permanent,

    /// <summary>期間の定めあり</summary>
    FixedTerm,
}

/// <summary>更新の有無</summary>
public enum RenewalKind
{
    /// <summary>自動的に更新する</summary>
    Automatic,

    /// <summary>更新する場合がある</summary>
    Possible,

    /// <summary>更新しない</summary>
    Never,
}

/// <summary>更新の上限: 「上限なし」 is said too.</summary>
public enum RenewalLimit
{
    /// <summary>上限なし</summary>
    Unlimited,

    /// <summary>通算契約期間の上限, in years.</summary>
    Years,

    /// <summary>更新回数の上限</summary>
    Times,
}

/// <summary>試用期間</summary>
public enum TrialKind
{
    /// <summary>試用期間なし</summary>
    Without,

    /// <summary>あり, under the same conditions.</summary>
    SameConditions,

    /// <summary>あり, under other conditions, which are said in words.</summary>
    OtherConditions,
}

/// <summary>The names shown on screen.</summary>
public static class PeriodAnswers
{
    extension(ContractLength length)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => length switch
        {
            ContractLength.Permanent => "期間の定めなし",
            ContractLength.FixedTerm => "期間の定めあり",
            _ => throw new ArgumentOutOfRangeException(nameof(length)),
        };
    }

    extension(RenewalKind renewal)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => renewal switch
        {
            RenewalKind.Automatic => "自動的に更新する",
            RenewalKind.Possible => "更新する場合がある",
            RenewalKind.Never => "更新しない",
            _ => throw new ArgumentOutOfRangeException(nameof(renewal)),
        };
    }

    extension(RenewalLimit limit)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => limit switch
        {
            RenewalLimit.Unlimited => "上限なし",
            RenewalLimit.Years => "通算の年数に上限あり",
            RenewalLimit.Times => "更新の回数に上限あり",
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
    }

    extension(TrialKind trial)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => trial switch
        {
            TrialKind.Without => "試用期間なし",
            TrialKind.SameConditions => "あり（条件は同じ）",
            TrialKind.OtherConditions => "あり（条件が違う）",
            _ => throw new ArgumentOutOfRangeException(nameof(trial)),
        };
    }
}
