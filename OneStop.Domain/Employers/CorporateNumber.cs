using System.Diagnostics.CodeAnalysis;

namespace OneStop.Domain.Employers;

/// <summary>
/// 法人番号: the thirteen digits by which every corporation is known publicly. The first one checks the other twelve (法人番号の指定等に関する省令 2条), so
/// a slip of the hand is noticed. A sole proprietor has none.
/// </summary>
public sealed record CorporateNumber
{
    /// <summary>The number of digits.</summary>
    public const int Digits = 13;

    private CorporateNumber(string value) => Value = value;

    /// <summary>The digits.</summary>
    public string Value { get; }

    /// <summary>Parses what a person typed, in full or half width, with or without spaces and hyphens.</summary>
    /// <returns>False unless it is thirteen digits of which the first fits the others.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out CorporateNumber? number)
    {
        var digits = string.Concat(text.Plain.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '−' or 'ー')));
        number = digits.Length == Digits && digits.All(char.IsAsciiDigit) && digits[0] - '0' == CheckDigitOf(digits[1..]) ? new(digits) : null;
        return number is not null;
    }

    /// <summary>
    /// Nine minus the remainder by nine of the sum of the digits, of which every second from the right, beginning with the second, counts double.
    /// </summary>
    private static int CheckDigitOf(string twelve)
    {
        var sum = 0;
        for (var place = 1; place <= twelve.Length; place++)
            sum += (twelve[^place] - '0') * (place % 2 == 0 ? 2 : 1);
        return 9 - (sum % 9);
    }

    public override string ToString() => Value;
}
