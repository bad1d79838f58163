using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>賃金形態</summary>
public enum PayForm
{
    /// <summary>時給</summary>
    Hourly,

    /// <summary>日給</summary>
    Daily,

    /// <summary>月給</summary>
    Monthly,

    /// <summary>年俸, without bonuses.</summary>
    Annual,
}

/// <summary>The names shown on screen.</summary>
public static class PayForms
{
    extension(PayForm form)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => form switch
        {
            PayForm.Hourly => "時給",
            PayForm.Daily => "日給",
            PayForm.Monthly => "月給",
            PayForm.Annual => "年俸",
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }
}

/// <summary>賃金 (職業安定法施行規則 4条の2第3項5号; 固定残業代: 指針 平成11年労働省告示141号).</summary>
public sealed record PayTerms
{
    /// <summary>The most allowances.</summary>
    public const int MostAllowances = 10;

    [DisplayName("賃金形態")] public PayForm? Form { get; init; }

    /// <summary>The lowest pay as it is told, without allowances; 固定残業代 may be in it (<see cref="BaseWithoutFixed"/>).</summary>
    [DisplayName("賃金（下限）"), Unit("円")] public int? Lower { get; init; }

    /// <summary>The highest pay as it is told; null if there is but one.</summary>
    [DisplayName("賃金（上限）"), Unit("円")] public int? Upper { get; init; }

    [DisplayName("賃金の説明")] public string PayWords { get; init; } = "";

    /// <summary>Whether overtime is paid beforehand by a fixed amount.</summary>
    [DisplayName("固定残業代")] public bool? HasFixedOvertime { get; init; }

    /// <summary>① 固定残業代を除いた基本給: the lowest pay without it.</summary>
    [DisplayName("固定残業代を除いた基本給"), Unit("円")] public int? BaseWithoutFixed { get; init; }

    /// <summary>② the amount.</summary>
    [DisplayName("固定残業代の額"), Unit("円")] public int? FixedYen { get; init; }

    /// <summary>② the hours for which it is paid.</summary>
    [DisplayName("固定残業代の時間"), Unit("時間")] public decimal? FixedHours { get; init; }

    /// <summary>③ 超過分を追加で支給する</summary>
    [DisplayName("固定残業代を超えた分の支払い")] public bool? PaysAboveFixed { get; init; }

    [DisplayName("手当")] public ValueList<Allowance> Allowances { get; init; } = [];

    /// <summary>締切日</summary>
    [DisplayName("締切日")] public string Closing { get; init; } = "";

    /// <summary>支払日</summary>
    [DisplayName("支払日")] public string PayDay { get; init; } = "";

    [DisplayName("昇給")] public bool? HasRaise { get; init; }
    [DisplayName("昇給の説明")] public string RaiseWords { get; init; } = "";
    [DisplayName("賞与")] public bool? HasBonus { get; init; }
    [DisplayName("賞与の説明")] public string BonusWords { get; init; } = "";
    [DisplayName("退職金")] public bool? HasRetirementPay { get; init; }

    /// <summary>The lowest pay for ordinary hours; null if it is not known.</summary>
    internal int? OrdinaryLower => HasFixedOvertime == true ? BaseWithoutFixed : Lower;

    /// <summary>The highest pay for ordinary hours: as far above the lowest as the highest is told to be.</summary>
    internal int? OrdinaryUpper => HasFixedOvertime == true ? BaseWithoutFixed + (Upper - Lower) : Upper;

    /// <summary>What everybody gets a month for working, beside the base pay.</summary>
    internal int AllowancesForWork => Allowances.Sum(a => a.ForWork);

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal PayTerms Checked()
    {
        var allowances = Allowances.Where(a => !a.IsEmpty).ToList();
        if (allowances.Count > MostAllowances)
            throw new RuleException($"手当は{MostAllowances}つまで入力できます。", nameof(Allowances));
        if (Upper < Lower)
            throw new RuleException("上限が、下限より低くなっています。", nameof(Upper));
        return this with
        {
            Lower = Lower.Yen("賃金（下限）"),
            Upper = Upper.Yen("賃金（上限）"),
            PayWords = PayWords.Passage("賃金の説明"),
            BaseWithoutFixed = BaseWithoutFixed.Yen("固定残業代を除いた基本給"),
            FixedYen = FixedYen.Yen("固定残業代の額"),
            FixedHours = FixedHours.Within(0, 200, "固定残業代の時間"),
            Allowances = [.. allowances.Select(a => a.Checked())],
            Closing = Closing.Line("締切日"),
            PayDay = PayDay.Line("支払日"),
            RaiseWords = RaiseWords.Line("昇給の説明"),
            BonusWords = BonusWords.Line("賞与の説明"),
        };
    }
}
