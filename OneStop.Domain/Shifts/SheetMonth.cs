using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain.Imports;

namespace OneStop.Domain.Shifts;

/// <summary>Parses the month of a roster and its days as people write them.</summary>
internal static partial class SheetMonth
{
    private const int FirstSerial = 36526; // 2000-01-01 as an Excel serial number
    private const int LastSerial = 73050;

    /// <summary>Returns the months in a cell; 「2026年11月・12月」 are two.</summary>
    /// <param name="asDates">Whether to return the months of complete dates, which may be the date of printing; else those without a day.</param>
    private static List<DateOnly> In(string text, bool asDates)
    {
        var (months, year) = (new List<DateOnly>(), 0);
        foreach (var found in MonthPattern().Matches(text).Select(m => m.Groups))
        {
            year = found["year"].Success ? Number(found["year"]) : year;
            if (found["day"].Success == asDates && year > 0 && Number(found["month"]) is >= 1 and <= 12 and var month)
                months.Add(new(year, month, 1));
        }
        return months;
    }

    /// <summary>Returns the distinct months in a sheet down to a row: those without a day, else those of complete dates.</summary>
    public static IReadOnlyList<(SheetCell Cell, DateOnly Month)> Above(IReadOnlyList<SheetCell> cells, int row)
    {
        List<(SheetCell, DateOnly Month)> Found(bool asDates) =>
            [.. cells.Where(c => c.Row <= row).OrderBy(c => c.Row).ThenBy(c => c.Column)
                .SelectMany(c => In(c.Text.Plain.Trim(), asDates).Select(month => (c, month))).DistinctBy(f => f.month)];
        return Found(asDates: false) is { Count: > 0 } named ? named : Found(asDates: true);
    }

    /// <summary>Parses the day of a column, and month and year if given: 1, 1日, 1(日), 11/1, 11月1日, 2026/11/1, or an Excel serial number.</summary>
    public static (int? Year, int? Month, int Day)? DayIn(string text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial)) is var date ? (date.Year, date.Month, date.Day) : null;
        return DayPattern().Match(text) is { Success: true, Groups: var found }
            ? (found["year"].Success ? Number(found["year"]) : null, found["month"].Success ? Number(found["month"]) : null, Number(found["day"]))
            : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<!\d)(?<year>20\d{2})年\s*)?(?<!\d)(?<month>\d{1,2})月(?<day>\s*\d{1,2}日)?")]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"^(?:(?:(?<year>20\d{2})[/年-]\s*)?(?<month>\d{1,2})[/月-]\s*)?(?<day>\d{1,2})(?:日|\(|\s|\z)")]
    private static partial Regex DayPattern();
}
