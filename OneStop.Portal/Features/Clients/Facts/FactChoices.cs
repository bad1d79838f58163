using System.Globalization;
using OneStop.Domain;

namespace OneStop.Portal.Features.Clients.Facts;

/// <summary>What the fields of facts offer.</summary>
internal static class FactChoices
{
    /// <summary>The days of the week, from Monday on.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7))];

    /// <summary>Returns the choices of an enum after an empty one.</summary>
    public static IReadOnlyList<T?> Of<T>() where T : struct, Enum => [null, .. Enum.GetValues<T>().Select(v => (T?)v)];

    /// <summary>Parses a year from an input; null if it is none yet.</summary>
    public static int? Year(object? typed) => int.TryParse($"{typed}".Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
