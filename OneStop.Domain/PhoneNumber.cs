using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain;

/// <summary>
/// A telephone number in Japan: ten digits that begin with 0, or eleven for what begins
/// with 020, 050, 060, 070, 080 or 090 (0800 too); kept without signs.
/// </summary>
public sealed partial record PhoneNumber
{
    /// <summary>The most characters of a field for one: signs and marks that are not kept must not cut off its end.</summary>
    public const int LongestTyped = 40;

    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads what a person typed: with or without dashes of any kind, brackets, dots or +81 (with the 0 that is left out abroad, too), full
    /// width or half. Address books put marks around a number that steer the direction of writing (U+202D, U+202C): they are not seen.
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

    /// <summary>Does one stand in a text, among other words? Not a date, an amount or a postcode.</summary>
    public static bool StandsIn(string text) => Written.Matches(Seen(text)).Any(m => TryRead(m.Value, out _));

    /// <summary>Mobile, IP and free numbers; no town's code has a 0 there.</summary>
    private static bool HasEleven(string digits) => digits.Length > 2 && digits[2] == '0' && digits[1] is '2' or (>= '5' and <= '9');

    /// <summary>Width and joined signs alike, without what cannot be seen.</summary>
    internal static string Seen(string text) => string.Concat(text.Plain.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static bool IsOfNumbers(char c) =>
        char.IsAsciiDigit(c) || c is '(' or ')' or '.' or 'ー' or '−' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>090-0000-0000; land lines as their digits, since where they are parted depends on the region.</summary>
    public static string Say(string digits) => digits.Length == 11 ? $"{digits[..3]}-{digits[3..7]}-{digits[7..]}" : digits;

    [GeneratedRegex("(?<![0-9][-/.年月]?)(\\+81[\\p{Pd}ー−.()\\s]{0,2}(0[)]?[\\p{Pd}\\s]?)?|0)[0-9]{1,4}[\\p{Pd}ー−.()\\s]{0,2}[0-9]{1,4}[\\p{Pd}ー−.()\\s]{0,2}[0-9]{3,4}(?![0-9円])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written { get; }

    /// <summary>Its last four digits only: the whole never goes into a log.</summary>
    public override string ToString() => $"…{Value[^4..]}";
}
