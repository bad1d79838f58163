using System.Globalization;
using System.Text.RegularExpressions;

namespace OneStop.Domain.Safeguards;

/// <summary>末尾: how far the trail reaches. Noted outside the database, it shows later that nothing up to it was cut off or sealed anew.</summary>
/// <param name="Number">The place in the chain; 0 before the first entry.</param>
/// <param name="Seal">The seal of the entry there.</param>
public sealed partial record AuditHead(long Number, string Seal)
{
    /// <summary>Before the first entry.</summary>
    public static readonly AuditHead Beginning = new(0, "OneStop");

    /// <summary>Reads what <see cref="ToString"/> wrote, and what somebody noted on paper.</summary>
    public static AuditHead? Read(string? text) => text is not null && Form().Match(text.Trim()) is { Success: true } match
        ? new(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)
        : null;

    public override string ToString() => $"{Number.ToString(CultureInfo.InvariantCulture)}:{Seal}";

    [GeneratedRegex(@"\A([1-9][0-9]{0,17}):([0-9a-f]{64})\z")]
    private static partial Regex Form();
}
