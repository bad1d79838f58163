using System.ComponentModel;

namespace OneStop.Domain.Clients.Facts;

/// <summary>働き方</summary>
public enum WorkForm
{
    Permanent,
    FixedTerm,
    Agency,
    PartTime,
    SelfEmployed,
    HomeWork,
    NotWorking,
}

/// <summary>The names shown on screen.</summary>
public static class WorkForms
{
    extension(WorkForm form)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => form switch
        {
            WorkForm.Permanent => "正社員",
            WorkForm.FixedTerm => "契約社員・嘱託",
            WorkForm.Agency => "派遣",
            WorkForm.PartTime => "パート・アルバイト",
            WorkForm.SelfEmployed => "自営・フリーランス",
            WorkForm.HomeWork => "内職・在宅",
            WorkForm.NotWorking => "働いていない",
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }
}

/// <summary>今の仕事: the client's own present work and the works before it, not the family's.</summary>
public sealed record WorkFacts : IFacts<WorkFacts>
{
    private const int HoursOfWeek = 7 * 24;

    private const int MostYenAnHour = 99_999; // more is a month's income in the wrong field

    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    [DisplayName("週の時間")] public int? WeeklyHours { get; init; }

    /// <summary>Own income in a month, before deductions, in yen.</summary>
    [DisplayName("月の収入（手取りでなく総額）")] public int? MonthlyIncome { get; init; }

    /// <summary>Wage for an hour, in yen; null if the work is not paid by the hour, too.</summary>
    [DisplayName("時給")] public int? HourlyWage { get; init; }

    [DisplayName("雇用保険の加入")] public bool? HasEmploymentInsurance { get; init; }

    [DisplayName("かけもち")] public bool? HasSecondJob { get; init; }

    /// <summary>Employer and work in the client's own words.</summary>
    [DisplayName("勤め先と仕事（本人の言葉）")] public string OwnWords { get; init; } = "";

    /// <summary>Which works the client did before and for how long, in the client's own words.</summary>
    [DisplayName("これまでの仕事（本人の言葉）")] public string Career { get; init; } = "";

    /// <summary>Whether there may be an employer, who pays a wage and insures; so too as long as the form of work is not known.</summary>
    public bool MayBeEmployed => Form is not (WorkForm.NotWorking or WorkForm.SelfEmployed or WorkForm.HomeWork);

    /// <inheritdoc/>
    public WorkFacts Checked(DateOnly today) => this with
    {
        WeeklyHours = WeeklyHours.Within(0, HoursOfWeek, "週の時間"),
        MonthlyIncome = MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入"),
        HourlyWage = HourlyWage.Within(0, MostYenAnHour, "時給"),
        OwnWords = OwnWords.Long("勤め先と仕事"),
        Career = Career.Long("これまでの仕事"),
    };
}
