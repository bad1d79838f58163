using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>Finds dates, and says how long before or after the person's first talk they are: 約2か月後.</summary>
internal static partial class DatePatterns
{
    private const int ReiwaBefore = 2018, HeiseiBefore = 1988, ShowaBefore = 1925;
    private const int MiddleDay = 15, LastDay = 31;

    /// <summary>Finds dates.</summary>
    /// <param name="on">The day on which the text was written.</param>
    /// <param name="baseDay">The day relative to which dates are told.</param>
    public static IEnumerable<FoundIdentifier> Find(string text, string plain, DateOnly on, DateOnly baseDay) => Written.Matches(plain)
        .Select(m => new FoundIdentifier(IdentifierKind.Date, m.Index, text.Substring(m.Index, m.Length), Say(m, on, baseDay)));

    private static string Say(Match found, DateOnly on, DateOnly baseDay)
    {
        var year = YearOf(found, on);
        if (!Number(found, "month", out var month) || month is < 1 or > 12)
            return year is { } known ? Years(known - baseDay.Year) : IdentifierKind.Date.Anonymous;
        var day = Number(found, "day", out var written) && written is >= 1 and <= 31 ? written : found.Value.EndsWith('末') ? LastDay : MiddleDay;
        if (year is null)
        {
            year = on.Year; // the nearest such month
            if (new DateOnly(year.Value, month, 1) > on.AddMonths(6))
                year--;
            else if (new DateOnly(year.Value, month, 1) < on.AddMonths(-6))
                year++;
        }
        var date = new DateOnly(year.Value, month, Math.Min(day, DateTime.DaysInMonth(year.Value, month)));
        return Relative(date.DayNumber - baseDay.DayNumber);
    }

    /// <summary>Returns how far a day is from the base, in words that tell no date.</summary>
    internal static string Relative(int days)
    {
        var (far, after) = (Math.Abs(days), days >= 0 ? "後" : "前");
        return far switch
        {
            <= 3 => "その頃",
            < 11 => $"約1週間{after}",
            < 25 => $"約{Math.Round(far / 7.0):0}週間{after}",
            < 330 => $"約{Math.Max(1, Math.Round(far / 30.4)):0}か月{after}",
            _ => Years(days / 365.25 is var years && years > 0 ? (int)Math.Round(years) : (int)-Math.Round(-years)),
        };
    }

    private static string Years(int years) => years == 0 ? "その年" : $"約{Math.Abs(years)}年{(years > 0 ? "後" : "前")}";

    private static int? YearOf(Match found, DateOnly on)
    {
        if (Number(found, "year", out var year))
            return year;
        if (found.Groups["era"] is { Success: true, Value: var era })
        {
            var ordinal = Number(found, "ordinal", out var number) ? number : 1; // 元年
            return ordinal + (era[0] is '令' or 'R' ? ReiwaBefore : era[0] is '平' or 'H' ? HeiseiBefore : ShowaBefore);
        }
        return found.Groups["near"].Value switch
        {
            "来年" or "翌年" => on.Year + 1,
            "昨年" or "去年" => on.Year - 1,
            "一昨年" => on.Year - 2,
            "今年" or "本年" => on.Year,
            _ => null,
        };
    }

    private static bool Number(Match found, string group, out int number)
    {
        number = 0;
        return found.Groups[group] is { Success: true, Value: var digits }
            && (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) || (number = KanjiNumber.Of(digits)) > 0);
    }

    [GeneratedRegex("""
        (?:
          (?: (?<era>令和|平成|昭和|[RHS](?=[0-9])) [ ]? (?<ordinal>[0-9]{1,2}|元) [ ]? (?:年|\.) | (?<year>(?:19|20)[0-9]{2}) [ ]? (?:年|[/.-](?=[0-9])) | (?<near>来年|翌年|昨年|去年|一昨年|今年|本年) の? )
          [ ]? (?: (?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2}) (?: 月 (?: [ ]? (?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) 日 )? | [/.-] (?<day>[0-9]{1,2}) (?![0-9]) ) )
        | (?<era>令和|平成|昭和) [ ]? (?<ordinal>[0-9]{1,2}|元) [ ]? 年 (?!\()
        | (?<year>(?:19|20)[0-9]{2}) [ ]? 年
        | (?<![0-9./-]) (?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]) [ ]? 月 (?: [ ]? (?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) 日 | (?! [0-9一二三四五六七八九十] *[回日度人] | [曜額謝収給経] ) )
        | (?:来月|先月|今月|毎月) の? [0-9]{1,2} 日
        | (?<![0-9./-]) (?<month>1[0-2]|0?[1-9]) / (?<day>3[01]|[12][0-9]|0?[1-9]) (?![0-9./])
        )
        (?: 末 (?!日) | の?第[1-5一二三四五][月火水木金土日]曜 | 上旬 | 中旬 | 下旬 | 初め | 頃 | [(（] [月火水木金土日] [)）] )?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written { get; }
}
