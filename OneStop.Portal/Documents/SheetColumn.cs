using ClosedXML.Excel;

namespace OneStop.Portal.Documents;

/// <summary>A column of a <see cref="Sheet{T}"/>.</summary>
internal sealed record SheetColumn<T>(string Head, Func<T, SheetValue> Value, double? Width, bool IsShaded)
{
    private const int Narrowest = 6;
    private const int Widest = 60;
    private const int RoomForFilter = 4;

    /// <summary>Writes head and cells, and sets the column's width. ClosedXML would compute the width with GDI+, which Linux does not have.</summary>
    /// <param name="head">The row of the head.</param>
    public void WriteTo(IXLWorksheet sheet, int head, int number, IReadOnlyList<T> rows)
    {
        SheetValue.Text(Head).WriteTo(sheet.Cell(head, number));
        if (IsShaded)
            sheet.Cell(head, number).Style.Fill.SetBackgroundColor(SheetLayout.Shade);
        var needed = SheetText.WidthOf(Head) + RoomForFilter;
        foreach (var (index, row) in rows.Index())
        {
            var value = Value(row);
            value.WriteTo(sheet.Cell(head + 1 + index, number));
            needed = Math.Max(needed, value.Width + 1);
        }
        sheet.Column(number).Width = Width ?? Math.Clamp(needed, Narrowest, Widest);
    }
}
