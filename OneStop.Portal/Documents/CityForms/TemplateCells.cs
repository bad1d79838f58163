using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using OneStop.Domain.CityForms;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>Reads the text of a cell, and replaces the placeholders in it.</summary>
internal sealed partial class TemplateCells(SharedStringTable table, TemplateStyles styles, bool isFrom1904)
{
    private readonly List<SharedStringItem> shared = [.. table.Elements<SharedStringItem>()];

    private const decimal MostDigits = 1_000_000_000_000_000; // Excel keeps fifteen
    private const int DaysUntil1904 = 1462;

    /// <summary>Excel counts days from 1900 and treats that year as a leap year, so earlier dates would be wrong.</summary>
    private static readonly DateOnly FirstDate = new(1900, 3, 1), FirstDateFrom1904 = new(1904, 1, 2);
    private static readonly DateOnly Zero = new(1899, 12, 30);

    /// <summary>Returns the text of a cell; empty for numbers and formulas.</summary>
    public string TextOf(Cell cell) => string.Concat(TextsOf(SourceOf(cell)).Select(t => t.Text));

    /// <summary>Writes a text into a cell that gets nothing else.</summary>
    public static void Write(Cell cell, string text)
    {
        cell.RemoveAllChildren();
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>
    /// Replaces the placeholders for which there is a value. A value that stands alone keeps its type; within other text it is said in words.
    /// </summary>
    /// <param name="valueOf">Returns null for an unknown name, which then stays as it is.</param>
    public void Fill(Cell cell, Func<string, FormValue?> valueOf)
    {
        var text = TextOf(cell);
        var found = Placeholder.In(text).Select(p => (Place: p, Value: valueOf(p.Name))).Where(p => p.Value is not null).ToList();
        if (found.Count == 0)
            return;
        if (found is [{ Value: { } alone, Place: var place }] && string.IsNullOrWhiteSpace(text.Remove(place.Start, place.Length)) && WriteTyped(cell, alone))
            return;
        var source = Own(cell);
        foreach (var (at, value) in found.AsEnumerable().Reverse()) // from the end, so that the places before stay valid
            Replace(TextsOf(source), at, Clean(value!.InWords));
        var whole = string.Concat(TextsOf(source).Select(t => t.Text));
        var style = cell.StyleIndex?.Value ?? 0;
        if (SheetText.LooksLikeFormula(whole))
            style = styles.ForText(style);
        cell.StyleIndex = whole.Contains('\n', StringComparison.Ordinal) ? styles.ForLines(style) : style;
    }

    private bool WriteTyped(Cell cell, FormValue value)
    {
        var (number, style) = value switch
        {
            FormValue.FormNumber { Number: var n } when Math.Abs(n) < MostDigits => (n, cell.StyleIndex?.Value),
            FormValue.FormDate { Date: var day } when day >= (isFrom1904 ? FirstDateFrom1904 : FirstDate) =>
                (day.DayNumber - Zero.DayNumber - (isFrom1904 ? DaysUntil1904 : 0), styles.ForDate(cell.StyleIndex?.Value ?? 0)),
            _ => (default(decimal?), default(uint?)),
        };
        var isBlank = value.InWords.Length == 0;
        if (!isBlank && (number is null || (value is FormValue.FormDate && style is null)))
            return false;
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (isBlank)
            return true;
        (cell.CellValue, cell.StyleIndex) = (new(number!.Value.ToString(CultureInfo.InvariantCulture)), style);
        return true;
    }

    /// <summary>Puts a value in the place of a placeholder. It gets the look of the run in which the placeholder begins.</summary>
    private static void Replace(IReadOnlyList<Text> runs, Placeholder place, string value)
    {
        var (at, end) = (0, place.Start + place.Length);
        foreach (var run in runs)
        {
            var (from, to) = (at, at + run.Text.Length);
            at = to;
            if (to <= place.Start || from >= end)
                continue;
            var (before, after) = (run.Text[..Math.Max(0, place.Start - from)], run.Text[Math.Min(run.Text.Length, end - from)..]);
            run.Text = from <= place.Start ? before + value + after : after;
            run.Space = SpaceProcessingModeValues.Preserve;
        }
    }

    /// <summary>Makes the cell's text its own, because others may share it; readings (ふりがな) of the placeholder are dropped.</summary>
    private SharedStringItem Own(Cell cell)
    {
        var own = new SharedStringItem(SourceOf(cell)!.ChildElements.Where(c => c is not (PhoneticRun or PhoneticProperties)).Select(c => c.CloneNode(true)));
        table.Append(own);
        (table.Count, table.UniqueCount) = (null, null); // may be left out
        shared.Add(own);
        cell.RemoveAllChildren();
        (cell.DataType, cell.CellValue) = (CellValues.SharedString, new((shared.Count - 1).ToString(CultureInfo.InvariantCulture)));
        return own;
    }

    private OpenXmlElement? SourceOf(Cell cell)
    {
        if (cell.CellFormula is not null)
            return null;
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString;
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, CultureInfo.InvariantCulture, out var index)
            ? shared.ElementAtOrDefault(index)
            : null;
    }

    private static IReadOnlyList<Text> TextsOf(OpenXmlElement? source) =>
        source is null ? [] : [.. source.Descendants<Text>().Where(t => t.Parent is not PhoneticRun)];

    /// <summary>Removes what a workbook cannot contain, and disarms what Excel would read as an escaped character (_x0041_).</summary>
    private static string Clean(string text) => Escapes().Replace(SheetText.Clean(text.ReplaceLineEndings("\n")), "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escapes();
}
