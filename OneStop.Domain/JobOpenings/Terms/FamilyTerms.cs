using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>
/// 子育てとの両立: what single parents ask of an employer, beyond what the law wants told. Whether the hours fit a nursery follows from the hours.
/// </summary>
public sealed record FamilyTerms
{
    [DisplayName("急な休みの実際")] public AbsencePractice? SuddenAbsence { get; init; }
    [DisplayName("急な休みの説明")] public string SuddenAbsenceWords { get; init; } = "";

    /// <summary>授業参観, 面談 and so on.</summary>
    [DisplayName("学校行事での休み")] public bool? SchoolEvents { get; init; }

    /// <summary>時間単位の有給休暇</summary>
    [DisplayName("時間単位の休み")] public bool? HourlyLeave { get; init; }

    [DisplayName("短時間勤務")] public bool? ReducedHours { get; init; }
    [DisplayName("短時間勤務の説明")] public string ReducedHoursWords { get; init; } = "";
    [DisplayName("在宅勤務")] public HomeOffice? HomeOffice { get; init; }
    [DisplayName("託児")] public ChildcareOffer? Childcare { get; init; }
    [DisplayName("託児の説明")] public string ChildcareWords { get; init; } = "";

    /// <summary>パートから正社員への登用: whether it happens.</summary>
    [DisplayName("正社員への登用")] public bool? Promotes { get; init; }

    [DisplayName("登用した人数"), Unit("人")] public int? Promoted { get; init; }

    /// <summary>The year of that number.</summary>
    [DisplayName("登用した年"), Unit("年")] public int? PromotedIn { get; init; }

    [DisplayName("土曜の仕事")] public DayWork? Saturdays { get; init; }
    [DisplayName("日曜の仕事")] public DayWork? Sundays { get; init; }
    [DisplayName("祝日の仕事")] public DayWork? Holidays { get; init; }

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal FamilyTerms Checked() => this with
    {
        SuddenAbsenceWords = SuddenAbsenceWords.Passage("急な休みの説明"),
        ReducedHoursWords = ReducedHoursWords.Passage("短時間勤務の説明"),
        ChildcareWords = ChildcareWords.Passage("託児の説明"),
        Promoted = Promoted.Within(0, 9999, "登用した人数"),
        PromotedIn = PromotedIn.Within(2000, 2100, "登用した年"),
    };
}
