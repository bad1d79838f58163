using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Portal.Features.SupportPrograms;

/// <summary>When items of support run, month by month.</summary>
internal static class ItemMonths
{
    private const int Most = 60, MonthsOfYear = 12;

    /// <summary>The items that have both dates.</summary>
    public static IReadOnlyList<SupportItem> Dated(IEnumerable<SupportItem> items) => [.. items.Where(i => i is { From: not null, Until: not null })];

    /// <summary>The months from the first begin to the last end; of a slip of the pen in a year not all.</summary>
    public static IReadOnlyList<DateOnly> Of(IEnumerable<SupportItem> items)
    {
        var dated = Dated(items);
        if (dated.Count == 0)
            return [];
        var (first, last) = (dated.Min(i => First(i.From!.Value)), dated.Max(i => First(i.Until!.Value)));
        return [.. Enumerable.Range(0, Math.Min(Most, ((last.Year - first.Year) * MonthsOfYear) + last.Month - first.Month + 1)).Select(first.AddMonths)];
    }

    /// <summary>The last month of the table, if an item runs longer; null if the table shows all.</summary>
    public static DateOnly? CutAfter(IReadOnlyList<SupportItem> items) =>
        Of(items) is [.., var last] && Dated(items).Any(i => First(i.Until!.Value) > last) ? last : null;

    /// <summary>The first day of the month.</summary>
    public static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Whether a dated item runs in a month.</summary>
    public static bool Runs(SupportItem item, DateOnly month) => First(item.From!.Value) <= month && month <= First(item.Until!.Value);

    /// <summary>The bar in characters: it begins, goes on, and ends.</summary>
    public static string Mark(SupportItem item, DateOnly month) => (First(item.From!.Value) == month, First(item.Until!.Value) == month) switch
    {
        (true, true) => "●",
        (true, _) => "├",
        (_, true) => "┤",
        _ => "─",
    };
}
