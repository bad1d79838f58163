using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Assessment;

/// <summary>What stands in the way of living by one's own work.</summary>
public enum BarrierKind
{
    /// <summary>子どもの預け先</summary>
    ChildCare,

    /// <summary>健康</summary>
    Health,

    /// <summary>技能・資格</summary>
    Skills,

    /// <summary>通勤</summary>
    Commuting,

    /// <summary>家計</summary>
    Household,

    /// <summary>借金</summary>
    Debts,

    /// <summary>住まい</summary>
    Housing,

    /// <summary>離婚の手続き・養育費</summary>
    Divorce,

    /// <summary>安全</summary>
    Safety,

    /// <summary>働いた経験</summary>
    Experience,

    /// <summary>仕事のかけもち</summary>
    DoubleWork,

    /// <summary>気持ち・自信</summary>
    Confidence,

    /// <summary>その他</summary>
    Other,
}

/// <summary>課題と強み, always in a pair: what is hard, and what the person can set against it.</summary>
public sealed record BarrierPair
{
    /// <summary>The most pairs.</summary>
    public const int Most = 15;

    public Guid Id { get; init; }

    [DisplayName("課題の種類")] public BarrierKind Kind { get; init; }

    [DisplayName("課題（本人の言葉をはじめに）")] public string Hard { get; init; } = "";

    [DisplayName("強み")] public string Strength { get; init; } = "";

    /// <summary>Whether both sides are written.</summary>
    public bool IsWhole => Hard.Length > 0 && Strength.Length > 0;

    /// <summary>Returns the pair trimmed.</summary>
    /// <exception cref="RuleException">A text is too long.</exception>
    public BarrierPair Checked() => this with { Hard = Hard.Long("課題"), Strength = Strength.Long("強み") };
}

/// <summary>The names shown on screen.</summary>
public static class BarrierKinds
{
    extension(BarrierKind barrier)
    {
        public string InJapanese => barrier switch
        {
            BarrierKind.ChildCare => "子どもの預け先",
            BarrierKind.Health => "健康",
            BarrierKind.Skills => "技能・資格",
            BarrierKind.Commuting => "通勤",
            BarrierKind.Household => "家計",
            BarrierKind.Debts => "借金",
            BarrierKind.Housing => "住まい",
            BarrierKind.Divorce => "離婚の手続き・養育費",
            BarrierKind.Safety => "安全",
            BarrierKind.Experience => "働いた経験",
            BarrierKind.DoubleWork => "仕事のかけもち",
            BarrierKind.Confidence => "気持ち・自信",
            BarrierKind.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(barrier)),
        };
    }
}
