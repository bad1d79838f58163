using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace OneStop.Domain.Clients;

/// <summary>A telephone number in Japan: ten or eleven digits that begin with 0, kept without signs.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed: with or without hyphens, brackets or +81, full width or half.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (plain.StartsWith("+81", StringComparison.Ordinal))
            plain = "0" + plain[3..].TrimStart('0', ' ', '-');
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        var isClean = plain.All(c => char.IsAsciiDigit(c) || c is '-' or '(' or ')' or ' ' or '‐' or 'ー' or '−' or '–');
        number = isClean && digits.Length is 10 or 11 && digits[0] == '0' ? new(digits) : null;
        return number is not null;
    }

    /// <summary>090-0000-0000; land lines as their digits, since where they are parted depends on the region.</summary>
    public static string Say(string digits) => digits.Length == 11 ? $"{digits[..3]}-{digits[3..7]}-{digits[7..]}" : digits;

    /// <summary>Its last four digits only: the whole never goes into a log.</summary>
    public override string ToString() => $"…{Value[^4..]}";
}
