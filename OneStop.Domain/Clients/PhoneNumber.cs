using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OneStop.Domain.Clients;

/// <summary>A telephone number in Japan: ten or eleven digits that begin with 0, kept without signs.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>
    /// Reads what a person typed: with or without dashes of any kind, brackets, dots or +81 (with the 0 that is left out abroad, too), full
    /// width or half. Address books put marks around a number that steer the direction of writing (U+202D, U+202C): they are not seen.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        var plain = string.Concat((text ?? "").Plain.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)).Trim();
        var isAbroad = plain.StartsWith("+81", StringComparison.Ordinal);
        if (isAbroad)
            plain = plain[3..];
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        if (isAbroad)
            digits = "0" + digits.TrimStart('0');
        number = plain.All(IsOfNumbers) && digits.Length is 10 or 11 && digits[0] == '0' ? new(digits) : null;
        return number is not null;
    }

    private static bool IsOfNumbers(char c) => char.IsAsciiDigit(c) || c is '(' or ')' or '.' or 'ー' or '−' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>090-0000-0000; land lines as their digits, since where they are parted depends on the region.</summary>
    public static string Say(string digits) => digits.Length == 11 ? $"{digits[..3]}-{digits[3..7]}-{digits[7..]}" : digits;

    /// <summary>Its last four digits only: the whole never goes into a log.</summary>
    public override string ToString() => $"…{Value[^4..]}";
}
