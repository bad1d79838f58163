using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>賃金の下限と上限, in yen; only one of them if the other was not said.</summary>
public sealed partial record YenRange(int? Lower, int? Upper)
{
    private const int TenThousand = 10_000;
    private const int Most = 100_000_000;

    /// <summary>Returns the range of two amounts that stand apart, of which zero means none; null if there is neither.</summary>
    /// <exception cref="RuleException">The upper one is below the lower one.</exception>
    public static YenRange? Of(int? lower, int? upper)
    {
        var range = new YenRange(lower is 0 ? null : lower, upper is 0 ? null : upper);
        return range is { Lower: null, Upper: null } ? null
            : range.Lower > range.Upper ? throw new RuleException($"賃金の上限（{upper:N0}円）が、下限（{lower:N0}円）より小さくなっています。")
            : range;
    }

    /// <summary>
    /// Reads 「1,100円〜1,300円」, 「25万円～30万円」, 「1,100円以上」, 「月給 ￥250,000」. What stands in brackets is left out; a text with further
    /// amounts is not read, because it could mean anything.
    /// </summary>
    /// <exception cref="RuleException">It is not such a range.</exception>
    public static YenRange Read(string text)
    {
        var match = Ranges().Match(Beside().Replace(Written.Plain(text), ""));
        var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
        if (second.Contains('万', StringComparison.Ordinal) && first.All(char.IsAsciiDigit))
            first += "万"; // 25〜30万円
        var (lower, upper) = (AmountOf(first), AmountOf(second));
        var range = match.Groups["most"].Success ? Of(null, lower)
            : match.Groups["least"].Success ? Of(lower, upper)
            : Of(lower, lower);
        return range ?? throw new RuleException($"{Written.Quote(text)}は、金額として読めません。");
    }

    /// <summary>Reads one amount: 1,100円, 25万円, 1100.</summary>
    /// <exception cref="RuleException">It is not one amount.</exception>
    public static int Amount(string text)
    {
        var match = Ranges().Match(Beside().Replace(Written.Plain(text), ""));
        return (match.Length == match.Groups["first"].Length ? AmountOf(match.Value) : null)
            ?? throw new RuleException($"{Written.Quote(text)}は、金額として読めません。");
    }

    private static int? AmountOf(string text)
    {
        var parts = text.Trim('¥', '\\', '円').Split('万');
        var sum = parts.Length == 1 ? NumberOf(parts[0]) : (NumberOf(parts[0]) * TenThousand) + (parts[1].Length > 0 ? NumberOf(parts[1]) : 0);
        return sum is { } amount && amount <= Most && amount == decimal.Truncate(amount) ? (int)amount : null;
    }

    private static decimal? NumberOf(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("""
        ^(?:(?<most>[~〜])?(?<first>[¥\\]?[0-9]{1,9}(?:\.[0-9]+)?(?:万[0-9]{0,4})?円?)
        (?:(?<least>[~〜‐–—―−ー-]|から)(?<second>[¥\\]?[0-9]{1,9}(?:\.[0-9]+)?(?:万[0-9]{0,4})?円?)?(?:まで)?|(?<least>以上)|(?<most>以下|まで))?)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Ranges();

    /// <summary>What stands beside the amounts and says nothing about them: separators, remarks in brackets, the form of the wage.</summary>
    [GeneratedRegex(@"[,\s]|\([^()]*\)|\[[^\[\]]*\]|^\s*(?:月給|月額|時給|時間給|時間額|日給|日額|年俸|年収|年額|基本給)\s*:?")]
    private static partial Regex Beside();
}
