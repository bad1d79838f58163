using ClosedXML.Excel;

namespace OneStop.Portal.Documents;

/// <summary>An Excel file with one or more sheets.</summary>
internal static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="madeOn">The date printed on each page.</param>
    public static byte[] Write(DateOnly madeOn, params IReadOnlyList<Sheet> sheets)
    {
        using var book = new XLWorkbook();
        book.Style.Font.SetFontName("Yu Gothic");
        foreach (var sheet in sheets)
            sheet.WriteTo(book, SheetText.NameOf(sheet.Name, [.. book.Worksheets.Select(s => s.Name)]), madeOn);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }
}
