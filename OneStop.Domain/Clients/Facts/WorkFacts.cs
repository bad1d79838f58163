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

/// <summary>今の仕事: the client's own present work, not the family's.</summary>
public sealed record WorkFacts : IFacts<WorkFacts>
{
    private const int HoursOfWeek = 7 * 24;

    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    [DisplayName("週の時間")] public int? WeeklyHours { get; init; }

    /// <summary>Own income in a month, before deductions, in yen.</summary>
    [DisplayName("月の収入（手取りでなく総額）")] public int? MonthlyIncome { get; init; }

    [DisplayName("かけもち")] public bool? HasSecondJob { get; init; }

    /// <summary>Employer and work in the client's own words.</summary>
    [DisplayName("勤め先と仕事（本人の言葉）")] public string OwnWords { get; init; } = "";

    /// <inheritdoc/>
    public WorkFacts Checked(DateOnly today) => this with
    {
        WeeklyHours = WeeklyHours.Within(0, HoursOfWeek, "週の時間"),
        MonthlyIncome = MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入"),
        OwnWords = OwnWords.Long("勤め先と仕事"),
    };
}
