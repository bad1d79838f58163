namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>From the fewest to the most of something.</summary>
public sealed record Span(decimal Least, decimal Most)
{
    /// <summary>6, or 4〜6</summary>
    public string InWords => Least == Most ? $"{Least:0.##}" : $"{Least:0.##}〜{Most:0.##}";
}

/// <summary>所定労働時間 as it follows from the terms: the hours of a day, and the days of a year. Null if an answer is missing.</summary>
public sealed record WorkingTime
{
    private const int DaysOfYear = 365;
    private const int WeeksOfYear = 52;
    private const int MinutesOfHour = 60;

    /// <summary>The hours of a day, without breaks and overtime.</summary>
    public Span? HoursADay { get; private init; }

    /// <summary>The days of work in a year.</summary>
    public Span? DaysAYear { get; private init; }

    /// <summary>年間休日125日, or 週5日: by what the days are known; empty if they are not.</summary>
    public string DaysBy { get; private init; } = "";

    /// <summary>The hours of a week; null if they are not known.</summary>
    public decimal? MostHoursAWeek { get; private init; }

    /// <summary>The answers that are missing.</summary>
    public IReadOnlyList<string> Missing =>
        [.. HoursADay is null ? (string[])["就業時間と休憩"] : [], .. DaysAYear is null ? (string[])["年間休日か週の日数"] : []];

    /// <summary>Works the time out. The year's holidays count before the days of a week, because the law's formula asks for them.</summary>
    public static WorkingTime Of(HoursTerms hours)
    {
        var day = Day(hours);
        return new()
        {
            HoursADay = day,
            DaysAYear = hours.AnnualHolidays is { } free ? new(DaysOfYear - free, DaysOfYear - free)
                : hours.DaysAWeek is { } most ? new((hours.LeastDaysAWeek ?? most) * WeeksOfYear, most * WeeksOfYear) : null,
            DaysBy = hours.AnnualHolidays is { } holidays ? $"年間休日{holidays}日" : hours.DaysAWeek is { } days ? $"週{days}日" : "",
            MostHoursAWeek = day?.Most * hours.DaysAWeek,
        };
    }

    private static Span? Day(HoursTerms hours)
    {
        if (hours is { System: { IsDeemed: true }, DeemedHours: { } deemed })
            return new(deemed, deemed);
        return hours.Patterns.Count > 0 && hours.Patterns.All(p => p.WorkMinutes is not null)
            ? new(Hours(hours.Patterns.Min(p => p.WorkMinutes!.Value)), Hours(hours.Patterns.Max(p => p.WorkMinutes!.Value)))
            : null;
    }

    private static decimal Hours(int minutes) => (decimal)minutes / MinutesOfHour;
}
