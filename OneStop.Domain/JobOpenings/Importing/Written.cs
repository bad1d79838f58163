using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>Values as people and offices write them in lists. What cannot be read is refused with a sentence that quotes it.</summary>
public static partial class Written
{
    private const int FirstYear = 2000, LastYear = 2100;
    private const int FirstExcelDay = 36526, LastExcelDay = 73415; // 2000-01-01 to 2100-12-31
    private static readonly DateOnly ExcelBegins = new(1899, 12, 30);
    private static readonly Dictionary<string, int> YearsBefore = new() { ["令和"] = 2018, ["R"] = 2018, ["平成"] = 1988, ["H"] = 1988 };

    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase)
        { "あり", "有", "有り", "可", "可能", "○", "〇", "◯", "はい", "1", "true", "yes", "y", "該当", "実績あり", "歓迎", "する", "必要" };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase)
        { "なし", "無", "無し", "不可", "×", "✕", "いいえ", "0", "false", "no", "n", "非該当", "該当なし", "実績なし", "しない", "不要" };

    /// <summary>Quotes a text for a sentence, on one line and shortened if needed.</summary>
    public static string Quote(string text) => ImportTable.Quote(text.ReplaceLineEndings(" "));

    /// <summary>
    /// The text in plain characters of half width. The numbers ①, ② of items are taken out first: with the digits behind them they would be read as one
    /// number.
    /// </summary>
    public static string Plain(string text) => Items().Replace(text, "、").Plain.Trim();

    /// <summary>
    /// Reads a date of this century: 2026-10-01, 2026/10/1, 2026年10月1日(木), 20261001, 令和8年10月1日, R8.10.1, Excel's number of the day; a time
    /// behind it is ignored. 平成32年 is read as the year that is meant.
    /// </summary>
    /// <exception cref="RuleException">It is not such a date.</exception>
    public static DateOnly Date(string text)
    {
        var plain = text.Plain.Trim();
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= FirstExcelDay and <= LastExcelDay)
            return ExcelBegins.AddDays(day);
        var match = Dates().Match(plain);
        if (!match.Success)
            throw new RuleException($"{Quote(text)}は日付ではありません。");
        var (year, month) = (YearOf(match), NumberIn(match, "month"));
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && NumberIn(match, "day") is var date && date >= 1
            && date <= DateTime.DaysInMonth(year, month)
            ? new(year, month, date)
            : throw new RuleException($"{Quote(text)}という日付はありません。");
    }

    /// <summary>Reads あり and なし, and what means the same.</summary>
    /// <exception cref="RuleException">It is neither.</exception>
    public static bool YesOrNo(string text)
    {
        var plain = text.Plain.Trim();
        return Yes.Contains(plain) || (No.Contains(plain) ? false : throw new RuleException($"{Quote(text)}は「あり」か「なし」ではありません。"));
    }

    /// <summary>Reads a whole number with its unit: 3人, １２０日, 1,200.</summary>
    /// <param name="unit">The units that may stand behind it.</param>
    /// <exception cref="RuleException">It is not such a number, or larger than that.</exception>
    public static int Count(string text, int most, params string[] unit)
    {
        var number = Number(text, unit);
        return number == decimal.Truncate(number) && number <= most ? (int)number
            : throw new RuleException($"{Quote(text)}は、{most}までの数ではありません。");
    }

    /// <summary>Reads a number that is not negative, with its unit: 10.5時間.</summary>
    /// <exception cref="RuleException">It is not such a number.</exception>
    public static decimal Number(string text, params string[] unit)
    {
        var plain = text.Plain.Trim();
        if (unit.FirstOrDefault(u => plain.EndsWith(u, StringComparison.Ordinal)) is { } behind)
            plain = plain[..^behind.Length].TrimEnd();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RuleException($"{Quote(text)}は数ではありません。");
    }

    private static int YearOf(Match match)
    {
        if (match.Groups["whole"].Success)
            return NumberIn(match, "whole");
        return (match.Groups["year"].Value == "元" ? 1 : NumberIn(match, "year")) + YearsBefore[match.Groups["era"].Value.ToUpperInvariant()];
    }

    private static int NumberIn(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^(?:(?<whole>[0-9]{4})|(?<era>令和|平成|[RrHh])\s*(?<year>元|[0-9]{1,2}))
        (?:\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))
        \s*日?\s*(?:\([月火水木金土日祝・]+\))?\s*(?:[T\s]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[\u2460-\u2473]")]
    private static partial Regex Items();
}
