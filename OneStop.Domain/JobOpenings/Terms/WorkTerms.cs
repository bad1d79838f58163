using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>変更の範囲: whether work or place may change while the contract lasts. 「変更なし」 is an answer; a blank is not.</summary>
public enum ChangeScope
{
    /// <summary>変更なし</summary>
    Unchanged,

    /// <summary>変更あり: to what is said in words.</summary>
    MayChange,
}

/// <summary>雇用形態</summary>
public enum EmploymentKind
{
    /// <summary>正社員</summary>
    Regular,

    /// <summary>契約社員・嘱託</summary>
    Contract,

    /// <summary>パート・アルバイト</summary>
    PartTime,

    /// <summary>その他, in words.</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class WorkAnswers
{
    extension(ChangeScope scope)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => scope switch
        {
            ChangeScope.Unchanged => "変更なし",
            ChangeScope.MayChange => "変更あり",
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };
    }

    extension(EmploymentKind kind)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => kind switch
        {
            EmploymentKind.Regular => "正社員",
            EmploymentKind.Contract => "契約社員・嘱託",
            EmploymentKind.PartTime => "パート・アルバイト",
            EmploymentKind.Other => "その他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}

/// <summary>仕事: what is done, as what, and to what it may change (職業安定法施行規則 4条の2第3項1号・8号).</summary>
public sealed record WorkTerms
{
    [DisplayName("職種")] public string Occupation { get; init; } = "";

    /// <summary>雇入れ直後</summary>
    [DisplayName("仕事の内容（雇入れ直後）")] public string Tasks { get; init; } = "";

    [DisplayName("仕事の変更の範囲")] public ChangeScope? TasksChange { get; init; }

    /// <summary>To what it may change.</summary>
    [DisplayName("変わったときの仕事")] public string TasksChangeWords { get; init; } = "";

    [DisplayName("雇用形態")] public EmploymentKind? Employment { get; init; }

    /// <summary>The employer's own name for it.</summary>
    [DisplayName("雇用形態の呼び名")] public string EmploymentWords { get; init; } = "";

    /// <summary>Whether one is employed in order to be sent to other companies.</summary>
    [DisplayName("派遣労働者としての雇用")] public bool? IsDispatch { get; init; }

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal WorkTerms Checked() => this with
    {
        Occupation = Occupation.Line("職種"),
        Tasks = Tasks.Passage("仕事の内容"),
        TasksChangeWords = TasksChangeWords.Passage("変わったときの仕事"),
        EmploymentWords = EmploymentWords.Line("雇用形態の呼び名"),
    };
}
