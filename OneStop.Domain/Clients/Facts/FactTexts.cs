using System.Runtime.CompilerServices;

namespace OneStop.Domain.Clients.Facts;

/// <summary>Checks what was typed into the fields of facts.</summary>
internal static class FactTexts
{
    /// <summary>The most characters of a text in one's own words.</summary>
    public const int Longest = 1000;

    /// <summary>The most characters of a short text: a name, a remark.</summary>
    public const int LongestShort = 100;

    /// <summary>The highest amount of money in a month, in yen: more is a slip of the finger.</summary>
    public const int MostYen = 99_999_999;

    /// <summary>Returns the text without blanks around it.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    public static string Short(this string text, string label, [CallerArgumentExpression(nameof(text))] string field = "") =>
        Within(text, LongestShort, label, field);

    /// <inheritdoc cref="Short"/>
    public static string Long(this string text, string label, [CallerArgumentExpression(nameof(text))] string field = "") =>
        Within(text, Longest, label, field);

    /// <summary>Refuses a number out of range. The limits catch slips of the finger; they are no rule of a law.</summary>
    /// <exception cref="RuleException">The number is out of range.</exception>
    public static int? Within(this int? number, int least, int most, string label, [CallerArgumentExpression(nameof(number))] string field = "") =>
        number is null || (number >= least && number <= most) ? number
            : throw new RuleException($"「{label}」は{least:N0}から{most:N0}までにしてください。", field);

    private static string Within(string text, int longest, string label, string field) =>
        text.Trim() is var trimmed && trimmed.Length <= longest ? trimmed
            : throw new RuleException($"「{label}」は{longest:N0}文字までにしてください。", field);
}
