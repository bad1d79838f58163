using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>児童扶養手当</summary>
public enum ChildRearingAllowance
{
    Full,
    Partial,
    Suspended,
    NotApplied,
    NotEligible,
}

/// <summary>養育費</summary>
public enum ChildSupport
{
    Received,
    SometimesReceived,
    AgreedNotReceived,
    NotAgreed,
    NotApplicable,
}

/// <summary>The names shown on screen.</summary>
public static class MoneyNames
{
    extension(ChildRearingAllowance allowance)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => allowance switch
        {
            ChildRearingAllowance.Full => "全部支給",
            ChildRearingAllowance.Partial => "一部支給",
            ChildRearingAllowance.Suspended => "全部停止",
            ChildRearingAllowance.NotApplied => "申請していない",
            ChildRearingAllowance.NotEligible => "対象でない",
            _ => throw new ArgumentOutOfRangeException(nameof(allowance)),
        };
    }

    extension(ChildSupport support)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => support switch
        {
            ChildSupport.Received => "受け取っている",
            ChildSupport.SometimesReceived => "ときどき届く",
            ChildSupport.AgreedNotReceived => "取り決めたが届かない",
            ChildSupport.NotAgreed => "取り決めがない",
            ChildSupport.NotApplicable => "当てはまらない",
            _ => throw new ArgumentOutOfRangeException(nameof(support)),
        };
    }
}

/// <summary>家計と手当 (support only: income of the household, allowances and debts are not for placement, 指針 告示141号).</summary>
public sealed record MoneyFacts : IFacts<MoneyFacts>
{
    [DisplayName("児童扶養手当")] public ChildRearingAllowance? Allowance { get; init; }

    [DisplayName("養育費")] public ChildSupport? Support { get; init; }

    [DisplayName("養育費の月額")] public int? SupportPerMonth { get; init; }

    [DisplayName("ほかに受けている手当・給付")] public string OtherBenefits { get; init; } = "";

    /// <summary>The income of the whole household in a month, in yen.</summary>
    [DisplayName("世帯の月の収入")] public int? HouseholdIncome { get; init; }

    /// <summary>What living in the home costs in a month, in yen; 0 if it costs nothing.</summary>
    [DisplayName("家賃・住居費の月額")] public int? Rent { get; init; }

    /// <summary>What the household spends in a month, roughly, with the rent, in yen.</summary>
    [DisplayName("月の支出のめやす")] public int? Spending { get; init; }

    [DisplayName("借金・滞納（本人の言葉）")] public string Debts { get; init; } = "";

    [DisplayName("家計のこと（本人の言葉）")] public string OwnWords { get; init; } = "";

    /// <inheritdoc/>
    public MoneyFacts Checked(DateOnly today) => this with
    {
        SupportPerMonth = SupportPerMonth.Within(0, FactTexts.MostYen, "養育費の月額"),
        OtherBenefits = OtherBenefits.Long("ほかに受けている手当・給付"),
        HouseholdIncome = HouseholdIncome.Within(0, FactTexts.MostYen, "世帯の月の収入"),
        Rent = Rent.Within(0, FactTexts.MostYen, "家賃・住居費の月額"),
        Spending = Spending.Within(0, FactTexts.MostYen, "月の支出のめやす"),
        Debts = Debts.Long("借金・滞納"),
        OwnWords = OwnWords.Long("家計のこと"),
    };
}
