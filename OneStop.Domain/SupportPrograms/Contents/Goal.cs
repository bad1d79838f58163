using System.ComponentModel;
using OneStop.Domain.Clients.Facts;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>How far ahead a goal lies.</summary>
public enum GoalTerm
{
    /// <summary>長期</summary>
    LongTerm,

    /// <summary>中期</summary>
    MidTerm,

    /// <summary>短期</summary>
    ShortTerm,
}

/// <summary>自立目標: a goal, as the form edits it and as a version keeps it (仕様書 7(2)②(イ)). While it is written everything may be missing.</summary>
public sealed record Goal
{
    /// <summary>The most goals of a program.</summary>
    public const int Most = 15;

    private const int HoursOfWeek = 7 * 24;

    public Guid Id { get; init; }

    [DisplayName("期間")] public GoalTerm Term { get; init; }

    /// <summary>The person's own words.</summary>
    [DisplayName("本人の言葉")] public string OwnWords { get; init; } = "";

    /// <summary>The planner's words.</summary>
    [DisplayName("目標")] public string Words { get; init; } = "";

    [DisplayName("月の収入")] public int? MonthlyIncome { get; init; }

    [DisplayName("年の収入")] public int? YearlyIncome { get; init; }

    [DisplayName("週の時間")] public int? WeeklyHours { get; init; }

    [DisplayName("働き方")] public WorkForm? Form { get; init; }

    /// <summary>What shows that the goal is reached, where it is no number: a qualification, a place in a nursery.</summary>
    [DisplayName("達成のめやす")] public string Yardstick { get; init; } = "";

    [DisplayName("いつまでに")] public DateOnly? Until { get; init; }

    /// <summary>Whether anything says when the goal is reached.</summary>
    public bool IsMeasurable => (MonthlyIncome ?? YearlyIncome ?? WeeklyHours) is not null || Form is not null || Yardstick.Length > 0;

    /// <summary>Returns the goal trimmed.</summary>
    /// <exception cref="RuleException">A value is not possible; the exception names the field.</exception>
    public Goal Checked() => this with
    {
        OwnWords = OwnWords.Long("本人の言葉"),
        Words = Words.Long("目標"),
        MonthlyIncome = MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入"),
        YearlyIncome = YearlyIncome.Within(0, FactTexts.MostYen, "年の収入"),
        WeeklyHours = WeeklyHours.Within(0, HoursOfWeek, "週の時間"),
        Yardstick = Yardstick.Long("達成のめやす"),
    };
}

/// <summary>The names shown on screen.</summary>
public static class GoalTerms
{
    extension(GoalTerm term)
    {
        public string InJapanese => term switch
        {
            GoalTerm.LongTerm => "長期",
            GoalTerm.MidTerm => "中期",
            GoalTerm.ShortTerm => "短期",
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };
    }
}
