using System.Globalization;
using ClosedXML.Excel;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>The content of a cell: a value as Excel stores it, and its format.</summary>
/// <param name="Format">Excel's number format; "@" is text.</param>
/// <param name="Width">The width in half-width characters.</param>
internal readonly record struct SheetValue(object? Value, string Format, int Width)
{
    private const string AsText = "@";
    private const decimal MostDigits = 1_000_000_000_000_000; // Excel keeps fifteen

    /// <summary>Excel counts days from 1900 and treats that year as a leap year, so earlier dates would be wrong.</summary>
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    /// <summary>Text, whatever it looks like. An empty cell is formatted as text too, so that 9-18 typed there later does not become a date.</summary>
    public static SheetValue Text(string? text)
    {
        var clean = SheetText.Clean(text ?? "");
        return new(clean, AsText, SheetText.WidthOf(clean));
    }

    public static SheetValue Date(DateOnly? date) => date switch
    {
        null => Nothing("yyyy/mm/dd"),
        { } day when day < FirstDate => Text(day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
        { } day => new(day.ToDateTime(TimeOnly.MinValue), "yyyy/mm/dd", 10),
    };

    public static SheetValue Instant(DateTimeOffset? instant) =>
        instant is { } at ? new(at.InJapan.DateTime, "yyyy/mm/dd h:mm", 16) : Nothing("yyyy/mm/dd h:mm");

    public static SheetValue Time(TimeOnly? time) => time is { } at ? new(at.ToTimeSpan(), "h:mm", 5) : Nothing("h:mm");

    public static SheetValue Number(decimal? number) => number switch
    {
        null => Nothing("#,##0"),
        { } n when Math.Abs(n) >= MostDigits => Text(n.ToString(CultureInfo.InvariantCulture)),
        { } n => new(n, decimal.IsInteger(n) ? "#,##0" : "#,##0.0##", n.ToString("#,##0.0##", CultureInfo.InvariantCulture).Length),
    };

    /// <summary>
    /// Writes the value into a cell. Text that Excel could read as a formula gets a quote prefix, which keeps it text after editing too.
    /// </summary>
    public void WriteTo(IXLCell cell)
    {
        switch (Value)
        {
            case string text:
                cell.SetDataType(XLDataType.Text).SetValue(text);
                cell.Style.IncludeQuotePrefix = SheetText.LooksLikeFormula(text);
                cell.Style.Alignment.SetWrapText();
                break;
            case DateTime at:
                cell.SetValue(at);
                break;
            case TimeSpan time:
                cell.SetValue(time);
                break;
            case decimal number:
                cell.SetValue(number);
                break;
        }
        cell.Style.NumberFormat.SetFormat(Format);
    }

    private static SheetValue Nothing(string format) => new(null, format, 0);
}
