using System.ComponentModel;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>働く時間の決め方</summary>
public enum HoursSystem
{
    /// <summary>毎日同じ</summary>
    Fixed,

    /// <summary>シフト・交替制</summary>
    Shifts,

    /// <summary>変形労働時間制: single days and weeks may exceed the legal hours.</summary>
    Variable,

    /// <summary>フレックスタイム制</summary>
    Flexible,

    /// <summary>裁量労働制: a number of hours is deemed to be worked.</summary>
    Discretionary,

    /// <summary>事業場外みなし労働時間制</summary>
    DeemedOutside,
}

/// <summary>The names shown on screen.</summary>
public static class HoursSystems
{
    extension(HoursSystem system)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => system switch
        {
            HoursSystem.Fixed => "毎日同じ",
            HoursSystem.Shifts => "シフト・交替制",
            HoursSystem.Variable => "変形労働時間制",
            HoursSystem.Flexible => "フレックスタイム制",
            HoursSystem.Discretionary => "裁量労働制",
            HoursSystem.DeemedOutside => "事業場外みなし労働時間制",
            _ => throw new ArgumentOutOfRangeException(nameof(system)),
        };

        /// <summary>Whether a number of hours is deemed to be worked, which has to be told.</summary>
        public bool IsDeemed => system is HoursSystem.Discretionary or HoursSystem.DeemedOutside;

        /// <summary>Whether single days and weeks may exceed the legal hours.</summary>
        public bool IsAveraged => system is HoursSystem.Variable or HoursSystem.Flexible;
    }
}

/// <summary>時間と休み (職業安定法施行規則 4条の2第3項4号).</summary>
public sealed record HoursTerms
{
    /// <summary>The most patterns.</summary>
    public const int MostPatterns = 4;

    [DisplayName("働く時間の決め方")] public HoursSystem? System { get; init; }

    [DisplayName("就業時間")] public ValueList<WorkPattern> Patterns { get; init; } = [];

    /// <summary>みなし労働時間 a day, under a system that deems.</summary>
    [DisplayName("1日のみなし時間"), Unit("時間")] public decimal? DeemedHours { get; init; }

    [DisplayName("就業時間の説明")] public string HoursWords { get; init; } = "";

    /// <summary>所定労働時間を超える労働の有無</summary>
    [DisplayName("時間外労働")] public bool? HasOvertime { get; init; }

    [DisplayName("時間外労働（月の平均）"), Unit("時間")] public decimal? OvertimeHours { get; init; }

    /// <summary>36協定の特別条項</summary>
    [DisplayName("36協定の特別条項")] public bool? HasSpecialClause { get; init; }

    [DisplayName("特別条項の事情と時間")] public string SpecialClauseWords { get; init; } = "";

    /// <summary>The days of work in a week; the most, if they differ.</summary>
    [DisplayName("週の日数"), Unit("日")] public int? DaysAWeek { get; init; }

    /// <summary>The fewest days of work in a week; null if they do not differ.</summary>
    [DisplayName("週の日数（少ないとき）"), Unit("日")] public int? LeastDaysAWeek { get; init; }

    /// <summary>The days of the week that are always free.</summary>
    [DisplayName("休みの曜日")] public ValueList<DayOfWeek> FreeDays { get; init; } = [];

    [DisplayName("祝日の休み")] public bool? FreeOnHolidays { get; init; }

    /// <summary>休日 in words: by shift, at the year's end.</summary>
    [DisplayName("休日の説明")] public string HolidayWords { get; init; } = "";

    [DisplayName("年間休日"), Unit("日")] public int? AnnualHolidays { get; init; }

    /// <summary>The earliest start, in minutes of the day; null without a pattern.</summary>
    public int? EarliestStart => Patterns.Min(p => p.StartMinute);

    /// <summary>The latest end, in minutes from the midnight before the start; null without a pattern.</summary>
    public int? LatestEnd => Patterns.Max(p => p.EndMinute);

    /// <summary>Whether it is told on which days one is free.</summary>
    public bool TellsHolidays => FreeDays.Count > 0 || FreeOnHolidays is not null || HolidayWords.Length > 0;

    /// <inheritdoc cref="OpeningTerms.Checked"/>
    internal HoursTerms Checked()
    {
        var patterns = Patterns.Where(p => !p.IsEmpty).ToList();
        if (patterns.Count > MostPatterns)
            throw new RuleException($"就業時間は{MostPatterns}つまで入力できます。", nameof(Patterns));
        if (LeastDaysAWeek > DaysAWeek)
            throw new RuleException("少ないときの日数が、週の日数より多くなっています。", nameof(LeastDaysAWeek));
        return this with
        {
            Patterns = [.. patterns.Select(p => p.Checked())],
            DeemedHours = DeemedHours.Within(1, 24, "1日のみなし時間"),
            HoursWords = HoursWords.Passage("就業時間の説明"),
            OvertimeHours = OvertimeHours.Within(0, 200, "時間外労働（月の平均）"),
            SpecialClauseWords = SpecialClauseWords.Passage("特別条項の事情と時間"),
            DaysAWeek = DaysAWeek.Within(1, 7, "週の日数"),
            LeastDaysAWeek = LeastDaysAWeek.Within(1, 7, "週の日数（少ないとき）"),
            FreeDays = [.. FreeDays.Distinct().OrderBy(d => ((int)d + 6) % 7)],
            HolidayWords = HolidayWords.Passage("休日の説明"),
            AnnualHolidays = AnnualHolidays.Within(0, 364, "年間休日"),
        };
    }
}
