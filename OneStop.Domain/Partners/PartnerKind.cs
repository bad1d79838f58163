namespace OneStop.Domain.Partners;

/// <summary>種類: what kind of help a partner gives. A partner can have several.</summary>
public enum PartnerKind
{
    /// <summary>ハローワーク</summary>
    HelloWork,

    /// <summary>ひとり親家庭支援センター</summary>
    SingleParentCenter,

    /// <summary>区の子育て支援課</summary>
    WardOffice,

    /// <summary>社会福祉協議会</summary>
    WelfareCouncil,

    /// <summary>仕事・就職</summary>
    Work,

    /// <summary>訓練校・講座</summary>
    Training,

    /// <summary>保育・子どもの預け先</summary>
    Childcare,

    /// <summary>子どもの学び・居場所</summary>
    Children,

    /// <summary>住まい</summary>
    Housing,

    /// <summary>くらし・お金</summary>
    Livelihood,

    /// <summary>法律・借金</summary>
    LawAndDebts,

    /// <summary>こころ・医療</summary>
    Health,

    /// <summary>DV・安全</summary>
    Safety,

    /// <summary>その他</summary>
    Other,
}

/// <summary>What holds for a kind.</summary>
public static class PartnerKinds
{
    extension(PartnerKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            PartnerKind.HelloWork => "ハローワーク",
            PartnerKind.SingleParentCenter => "ひとり親家庭支援センター",
            PartnerKind.WardOffice => "区の子育て支援課",
            PartnerKind.WelfareCouncil => "社会福祉協議会",
            PartnerKind.Work => "仕事・就職",
            PartnerKind.Training => "訓練校・講座",
            PartnerKind.Childcare => "保育・子どもの預け先",
            PartnerKind.Children => "子どもの学び・居場所",
            PartnerKind.Housing => "住まい",
            PartnerKind.Livelihood => "くらし・お金",
            PartnerKind.LawAndDebts => "法律・借金",
            PartnerKind.Health => "こころ・医療",
            PartnerKind.Safety => "DV・安全",
            PartnerKind.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>
        /// Whether the partner's name alone tells what a person suffers from: violence, debts, illness. Somebody else may see the telephone, so the person
        /// is asked before its card is sent.
        /// </summary>
        public bool IsSensitive => kind is PartnerKind.Safety or PartnerKind.LawAndDebts or PartnerKind.Health;

        /// <summary>Whether such an office decides on one of the benefits or loans, and so may be given a program with the client's name.</summary>
        public bool DecidesOnBenefits => kind is PartnerKind.WardOffice or PartnerKind.WelfareCouncil;
    }
}
