using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain;

/// <summary>
/// A Japanese telephone number: ten digits beginning with 0, or eleven for those beginning with 020, 050, 060, 070, 080 or 090 (also 0800). Stored as
/// digits only.
/// </summary>
public sealed partial record PhoneNumber
{
    /// <summary>The most characters of an input field: punctuation that is not stored must not make it too short.</summary>
    public const int LongestTyped = 40;

    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>
    /// Parses what a person typed: with or without dashes of any kind, brackets, dots or +81 (also followed by the 0 that should be left out), in
    /// full or half width. Invisible direction marks (U+202D, U+202C), which address books put around numbers, are ignored.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        var plain = Seen(text ?? "").Trim();
        var isAbroad = plain.StartsWith("+81", StringComparison.Ordinal);
        if (isAbroad)
            plain = plain[3..];
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        if (isAbroad)
            digits = "0" + digits.TrimStart('0');
        number = plain.All(IsOfNumbers) && digits.StartsWith('0') && digits.Length == (HasEleven(digits) ? 11 : 10) ? new(digits) : null;
        return number is not null;
    }

    /// <summary>Whether a text contains a telephone number, as opposed to a date, an amount or a postcode.</summary>
    public static bool StandsIn(string text) => Written.Matches(Seen(text)).Any(m => TryRead(m.Value, out _));

    /// <summary>Whether it is a mobile, IP or toll-free number; no area code has a 0 in this place.</summary>
    private static bool HasEleven(string digits) => digits.Length > 2 && digits[2] == '0' && digits[1] is '2' or (>= '5' and <= '9');

    /// <summary>Returns the text normalized to NFKC, without invisible characters.</summary>
    internal static string Seen(string text) => string.Concat(text.Plain.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static bool IsOfNumbers(char c) =>
        char.IsAsciiDigit(c) || c is '(' or ')' or '.' or 'ー' or '−' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>Returns 090-0000-0000; land lines without hyphens, because their grouping depends on the region.</summary>
    public static string Say(string digits) => digits.Length == 11 ? $"{digits[..3]}-{digits[3..7]}-{digits[7..]}" : digits;

    [GeneratedRegex("(?<![0-9][-/.年月]?)(\\+81[\\p{Pd}ー−.()\\s]{0,2}(0[)]?[\\p{Pd}\\s]?)?|0)[0-9]{1,4}[\\p{Pd}ー−.()\\s]{0,2}[0-9]{1,4}[\\p{Pd}ー−.()\\s]{0,2}[0-9]{3,4}(?![0-9円])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written { get; }

    /// <summary>Returns the last four digits only, because the whole number must not be logged.</summary>
    public override string ToString() => $"…{Value[^4..]}";
}
