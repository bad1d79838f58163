using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>就業時間: from when to when.</summary>
public sealed partial record WorkTimes(TimeOnly Start, TimeOnly End)
{
    private const int Noon = 12, Midnight = 24, LatestHour = 32;

    /// <summary>Whether it ends on the next day.</summary>
    public bool IsOvernight => End <= Start;

    /// <summary>
    /// Reads one or several times: 「8時30分～17時30分」, 「08:30-17:30」, 「(1)9時〜18時 (2)22時〜翌7時」, 「9:00〜13:00又は13:00〜17:00」.
    /// 「9時〜18時の間の6時間」 is not read: it does not say when work begins.
    /// </summary>
    /// <exception cref="RuleException">A part of the text is something else.</exception>
    public static IReadOnlyList<WorkTimes> Read(string text)
    {
        var times = Between().Split(Written.Plain(text)).Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => One(part.Trim(), text)).ToList();
        return times.Count > 0 ? times : throw Refusal(text);
    }

    private static WorkTimes One(string part, string text)
    {
        var match = Ranges().Match(part);
        return match.Success ? new(At(match, "from", text), At(match, "to", text)) : throw Refusal(text);
    }

    private static TimeOnly At(Match match, string end, string text)
    {
        var (hour, minute) = (NumberIn(match, $"{end}Hour"), NumberIn(match, $"{end}Minute"));
        if (match.Groups[$"{end}Half"].Value == "午後" && hour < Noon)
            hour += Noon;
        return hour <= LatestHour && minute < 60 && (hour < Midnight || end == "to") ? new(hour % Midnight, minute) : throw Refusal(text);
    }

    private static int NumberIn(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static RuleException Refusal(string text) => new($"{Written.Quote(text)}は、何時から何時までか読めません。");

    [GeneratedRegex("""
        ^(?<fromHalf>午前|午後)?\s*(?<fromHour>[0-9]{1,2})(?::(?<fromMinute>[0-9]{2})|時\s*(?:(?<fromMinute>[0-9]{1,2})分)?)
        \s*(?:[~〜‐–—―−ー-]|から)\s*
        (?:翌日?の?)?\s*(?<toHalf>午前|午後)?\s*(?<toHour>[0-9]{1,2})(?::(?<toMinute>[0-9]{2})|時\s*(?:(?<toMinute>[0-9]{1,2})分)?)\s*(?:まで)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"[\r\n、,;/・]|又は|または|\([0-9]{1,2}\)")]
    private static partial Regex Between();
}
