using System.Globalization;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>A wage worked out from the terms, with the rule in words, so that whoever reads the number can do the sum again.</summary>
/// <param name="Lower">The lowest, in yen; null if an answer is missing.</param>
/// <param name="Upper">The highest; null if there is but one, or an answer is missing.</param>
/// <param name="Rule">The sum in words; empty if an answer is missing.</param>
/// <param name="Missing">The answers that are missing.</param>
public sealed record WorkedOutPay(decimal? Lower, decimal? Upper, string Rule, IReadOnlyList<string> Missing)
{
    private const int Months = 12;

    /// <summary>What is not in it, wherever it is shown.</summary>
    public const string LeftOut = "通勤・家族・精皆勤の手当と、固定残業代・残業代・賞与は入っていません。";

    /// <summary>月額: the wage of a month from any form of pay. The lowest goes by the shortest hours and the fewest days.</summary>
    public static WorkedOutPay Monthly(OpeningTerms terms)
    {
        var (pay, time) = (terms.Pay, WorkingTime.Of(terms.Hours));
        if (Unanswered(pay) is { Count: > 0 } missing)
            return new(null, null, "", missing);
        var (lower, upper) = (pay.OrdinaryLower!.Value, pay.OrdinaryUpper);
        var (days, hours) = (time.DaysAYear, time.HoursADay);
        return pay.Form switch
        {
            PayForm.Hourly when days is null || hours is null => new(null, null, "", time.Missing),
            PayForm.Daily when days is null => new(null, null, "", ["年間休日か週の日数"]),
            PayForm.Hourly => With(pay, lower * hours!.Least * days!.Least / Months, (upper ?? lower) * hours.Most * days.Most / Months,
                $"時給 {Range(pay)} × 1日{hours.InWords}時間 × 年{days.InWords}日（{time.DaysBy}）÷ {Months}"),
            PayForm.Daily => With(pay, lower * days!.Least / Months, (upper ?? lower) * days.Most / Months,
                $"日給 {Range(pay)} × 年{days.InWords}日（{time.DaysBy}）÷ {Months}"),
            PayForm.Annual => With(pay, (decimal)lower / Months, (decimal)(upper ?? lower) / Months, $"年俸 {Range(pay)} ÷ {Months}"),
            _ => With(pay, lower, upper ?? lower, $"月給 {Range(pay)}"),
        };
    }

    /// <summary>
    /// 時間額: the lowest wage of an hour, to be compared with the minimum wage (最低賃金法 4条): monthly pay × 12 ÷ ((365 − holidays) × hours a day),
    /// without the allowances that do not count and without 固定残業代. It goes by the longest hours and the most days.
    /// </summary>
    public static WorkedOutPay Hourly(OpeningTerms terms)
    {
        var (pay, time) = (terms.Pay, WorkingTime.Of(terms.Hours));
        if (Unanswered(pay) is { Count: > 0 } missing)
            return new(null, null, "", missing);
        var (lower, allowances) = ((decimal)pay.OrdinaryLower!.Value, pay.AllowancesForWork);
        var (days, hours) = (time.DaysAYear?.Most, time.HoursADay?.Most);
        if (pay.Form == PayForm.Hourly && (allowances == 0 || days * hours is null))
            return new(lower, null, $"時給 {Yen(lower)}", []);
        if (pay.Form == PayForm.Daily && hours is { } dayHours && (allowances == 0 || days is null))
            return new(lower / dayHours, null, $"日給 {Yen(lower)} ÷ 1日{dayHours:0.##}時間", []);
        if (days is not { } yearDays || hours is not { } hoursADay)
            return new(null, null, "", time.Missing);
        var year = pay.Form switch
        {
            PayForm.Hourly => lower * hoursADay * yearDays,
            PayForm.Daily => lower * yearDays,
            PayForm.Annual => lower,
            _ => lower * Months,
        } + allowances * Months;
        return new(year / (yearDays * hoursADay), null,
            $"1年の賃金 {Yen(year)}（{pay.Form!.Value.InJapanese} {Yen(lower)}{Added(pay)}）÷（年{yearDays:0.##}日 × 1日{hoursADay:0.##}時間）", []);
    }

    private static List<string> Unanswered(PayTerms pay) =>
    [
        .. pay.Form is null ? (string[])["賃金形態"] : [],
        .. pay.OrdinaryLower is null ? (string[])[pay.HasFixedOvertime == true ? "固定残業代を除いた基本給" : "賃金（下限）"] : [],
    ];

    /// <summary>Adds what everybody gets a month. Parts of a yen are dropped: nothing is promised that is not paid.</summary>
    private static WorkedOutPay With(PayTerms pay, decimal lower, decimal upper, string rule)
    {
        var (least, most) = (Math.Floor(lower + pay.AllowancesForWork), Math.Floor(upper + pay.AllowancesForWork));
        return new(least, most > least ? most : null, $"{rule}{Added(pay)} = 月 {Yen(least)}{(most > least ? $"〜{Yen(most)}" : "")}", []);
    }

    private static string Added(PayTerms pay) => pay.AllowancesForWork > 0 ? $" ＋ 全員の手当 月{Yen(pay.AllowancesForWork)}" : "";

    private static string Range(PayTerms pay) => pay.OrdinaryUpper is { } upper && upper > pay.OrdinaryLower
        ? $"{Yen(pay.OrdinaryLower.Value)}〜{Yen(upper)}"
        : Yen(pay.OrdinaryLower!.Value);

    private static string Yen(decimal yen) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(yen):N0}円");
}
