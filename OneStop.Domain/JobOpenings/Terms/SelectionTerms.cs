using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>年齢制限</summary>
public enum AgeRule
{
    /// <summary>年齢不問</summary>
    Any,

    /// <summary>年齢制限あり, which needs an exception of the law.</summary>
    Limited,
}

/// <summary>例外事由: the only grounds for a limit of age (労働施策総合推進法施行規則 1条の3第1項).</summary>
public enum AgeException
{
    /// <summary>1号: up to the age of retirement, in a permanent contract.</summary>
    Retirement,

    /// <summary>2号: a law forbids or limits the work for an age.</summary>
    LegalRestriction,

    /// <summary>3号のイ: young people for a long career, in a permanent contract, without experience.</summary>
    LongCareer,

    /// <summary>3号のロ: an age that the trade lacks, so that skills are passed on, in a permanent contract.</summary>
    PassingOnSkills,

    /// <summary>3号のハ: art and entertainment.</summary>
    Performance,

    /// <summary>3号のニ: people of 60 and more, or an age that a policy of the state promotes.</summary>
    PublicPolicy,
}

/// <summary>The names shown on screen.</summary>
public static class AgeAnswers
{
    extension(AgeRule rule)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => rule switch
        {
            AgeRule.Any => "年齢不問",
            AgeRule.Limited => "年齢制限あり",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    extension(AgeException exception)
    {
        /// <summary>The name on screen, with the number under which it stands on the opening.</summary>
        public string InJapanese => exception switch
        {
            AgeException.Retirement => "1号 定年が上限",
            AgeException.LegalRestriction => "2号 法令の制限",
            AgeException.LongCareer => "3号のイ 長期のキャリア形成",
            AgeException.PassingOnSkills => "3号のロ 技能の継承",
            AgeException.Performance => "3号のハ 芸術・芸能",
            AgeException.PublicPolicy => "3号のニ 60歳以上・国の施策",
            _ => throw new ArgumentOutOfRangeException(nameof(exception)),
        };

        /// <summary>Whether it is only for contracts without an end.</summary>
        public bool NeedsPermanent => exception is AgeException.Retirement or AgeException.LongCareer or AgeException.PassingOnSkills;

        /// <summary>Whether it allows no lowest age.</summary>
        public bool AllowsOnlyMost => exception is AgeException.Retirement or AgeException.LongCareer;
    }
}

/// <summary>選考: how many are sought, who, and how one is chosen.</summary>
public sealed record SelectionTerms
{
    [DisplayName("求人数"), Unit("人")] public int? Persons { get; init; }

    [DisplayName("年齢")] public AgeRule? Age { get; init; }
    [DisplayName("年齢（から）"), Unit("歳")] public int? LeastAge { get; init; }
    [DisplayName("年齢（まで）"), Unit("歳")] public int? MostAge { get; init; }
    [DisplayName("年齢制限の例外事由")] public AgeException? AgeException { get; init; }

    /// <summary>The reason, which stands on the opening beside the number of the exception.</summary>
    [DisplayName("年齢制限の理由")] public string AgeReason { get; init; } = "";

    /// <summary>Whether experience is asked for; null if it is not answered.</summary>
    [DisplayName("必要な経験")] public bool? NeedsExperience { get; init; }

    [DisplayName("経験の説明")] public string Experience { get; init; } = "";
    [DisplayName("必要な資格・免許")] public string Qualifications { get; init; } = "";
    [DisplayName("学歴")] public string Education { get; init; } = "";

    /// <summary>書類選考, 面接 and so on.</summary>
    [DisplayName("選考の方法")] public string Method { get; init; } = "";

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal SelectionTerms Checked() => this with
    {
        Persons = Persons.Within(1, 999, "求人数"),
        LeastAge = LeastAge.Within(15, 99, "年齢（から）"),
        MostAge = LeastAge > MostAge ? throw new RuleException("年齢の上限が、下限より低くなっています。", nameof(MostAge))
            : MostAge.Within(15, 99, "年齢（まで）"),
        AgeReason = AgeReason.Passage("年齢制限の理由"),
        Experience = Experience.Passage("経験の説明"),
        Qualifications = Qualifications.Passage("必要な資格・免許"),
        Education = Education.Line("学歴"),
        Method = Method.Passage("選考の方法"),
    };
}
