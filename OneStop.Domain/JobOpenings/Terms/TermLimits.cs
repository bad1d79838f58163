using System.Runtime.CompilerServices;

namespace OneStop.Domain.JobOpenings.Terms;

/// <summary>What is counted in a number of the terms: 時間, か月. It stands behind the number wherever the terms are read.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit in words.</summary>
    public string Unit => unit;
}

/// <summary>Checks what was entered into the terms. The limits catch slips of the finger; they are no rule of a law.</summary>
internal static class TermLimits
{
    /// <summary>The most characters of a line: a name, an address.</summary>
    public const int LongestLine = 200;

    /// <summary>The most characters of a passage in the employer's own words.</summary>
    public const int LongestPassage = 2000;

    /// <summary>The highest amount in yen: that of a year.</summary>
    public const int MostYen = 99_999_999;

    /// <summary>Returns a line without blanks around it.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    public static string Line(this string text, string label, [CallerArgumentExpression(nameof(text))] string field = "") =>
        FormText.Of(text, $"「{label}」", LongestLine, field);

    /// <summary>Returns a passage without blanks around it.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    public static string Passage(this string text, string label, [CallerArgumentExpression(nameof(text))] string field = "") =>
        FormText.Of(text, $"「{label}」", LongestPassage, field);

    /// <summary>Refuses a number out of range.</summary>
    /// <exception cref="RuleException">The number is out of range.</exception>
    public static int? Within(this int? number, int least, int most, string label, [CallerArgumentExpression(nameof(number))] string field = "") =>
        number is null || (number >= least && number <= most) ? number
            : throw new RuleException($"「{label}」は{least:N0}から{most:N0}までにしてください。", field);

    /// <inheritdoc cref="Within(int?, int, int, string, string)"/>
    public static decimal? Within(this decimal? number, int least, int most, string label, [CallerArgumentExpression(nameof(number))] string field = "") =>
        number is null || (number >= least && number <= most) ? number
            : throw new RuleException($"「{label}」は{least:N0}から{most:N0}までにしてください。", field);

    /// <summary>Refuses an amount of money that nobody is paid.</summary>
    /// <exception cref="RuleException">It is negative or too high.</exception>
    public static int? Yen(this int? yen, string label, [CallerArgumentExpression(nameof(yen))] string field = "") => yen.Within(0, MostYen, label, field);
}
