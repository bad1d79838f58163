using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Safeguards;

/// <summary>末尾: the end of the trail. A copy outside the database proves later that no entry up to it was removed or sealed again.</summary>
/// <param name="Number">The position in the chain; 0 before the first entry.</param>
/// <param name="Seal">The seal of the entry at that position.</param>
public sealed partial record AuditHead(long Number, string Seal)
{
    /// <summary>The head of an empty trail.</summary>
    public static readonly AuditHead Beginning = new(0, "OneStop");

    /// <summary>Parses the result of <see cref="ToString"/>, also if it was typed from paper.</summary>
    public static AuditHead? Read(string? text) => text is not null && Form().Match(text.Trim()) is { Success: true } match
        ? new(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)
        : null;

    public override string ToString() => $"{Number.ToString(CultureInfo.InvariantCulture)}:{Seal}";

    [GeneratedRegex(@"\A([1-9][0-9]{0,17}):([0-9a-f]{64})\z")]
    private static partial Regex Form();
}
