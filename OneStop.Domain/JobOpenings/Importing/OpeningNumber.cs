using System.Text.RegularExpressions;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>求人番号: by it an opening is recognized when the source delivers it again.</summary>
public static partial class OpeningNumber
{
    /// <summary>The longest number, in letters.</summary>
    public const int Longest = 40;

    /// <summary>
    /// Reads a number. Those of ハローワーク have five digits of the office and up to eight of the opening, and are written with a hyphen, whether they
    /// came with one or not; those of others are free.
    /// </summary>
    /// <exception cref="RuleException">It has another form.</exception>
    public static string Read(string text, FeedSource source)
    {
        var number = Hyphens().Replace(text.Plain.Trim(), "-").ToUpperInvariant();
        if (!source.IsHelloWork)
            return number.Length <= Longest && !number.Any(char.IsControl) ? number : throw new RuleException($"求人番号は{Longest}文字までです。");
        return OfHelloWork().Match(number) is { Success: true } match ? $"{match.Groups[1].Value}-{match.Groups[2].Value}"
            : throw new RuleException($"{Written.Quote(text)}は、ハローワークの求人番号（5桁-8桁）ではありません。");
    }

    [GeneratedRegex(@"^([0-9]{5})-?([0-9]{1,8})$")]
    private static partial Regex OfHelloWork();

    [GeneratedRegex(@"\s*[-‐‑‒–—―−ーｰ]\s*")]
    private static partial Regex Hyphens();
}
