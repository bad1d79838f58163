using System.Globalization;
using ClosedXML.Excel;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>The common layout of all our sheets, on screen and on paper.</summary>
internal static class SheetLayout
{
    private const int LongestHeader = 60; // Excel allows 255 characters for the three parts together

    /// <summary>The colour of a day off.</summary>
    public static XLColor Shade { get; } = XLColor.FromArgb(0xD9, 0xD3, 0xC8);

    private static readonly XLColor HeadFill = XLColor.FromArgb(0xEF, 0xEC, 0xE6);
    private static readonly XLColor Line = XLColor.FromArgb(0xB8, 0xB2, 0xA7);

    /// <summary>Formats the table: distinct heads that stay visible and have filters, and a grid.</summary>
    /// <param name="head">The row of the heads.</param>
    public static void Apply(IXLWorksheet sheet, int head, int rows, int columns, int frozenColumns)
    {
        var table = sheet.Range(head, 1, head + rows, columns);
        table.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin)
            .Border.SetInsideBorderColor(Line).Border.SetOutsideBorderColor(Line).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        foreach (var cell in sheet.Range(head, 1, head, columns).Cells())
        {
            cell.Style.Font.SetBold().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
            if (cell.Style.Fill.BackgroundColor != Shade)
                cell.Style.Fill.SetBackgroundColor(HeadFill);
        }
        for (var above = 1; above < head; above++)
            sheet.Cell(above, 1).Style.Alignment.SetWrapText(false);
        table.SetAutoFilter();
        sheet.SheetView.Freeze(head, frozenColumns);
    }

    /// <summary>Sets up printing: A4 landscape, one page wide, heads repeated on each page, title and date above, page numbers below.</summary>
    public static void SetUpPrinting(IXLWorksheet sheet, int head, string title, DateOnly madeOn)
    {
        var page = sheet.PageSetup;
        (page.PaperSize, page.PageOrientation, page.PagesWide, page.PagesTall) = (XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1, 0);
        page.SetRowsToRepeatAtTop(head, head);
        page.Header.Left.AddText(SheetText.Clean(title).CutTo(LongestHeader).Replace("&", "&&", StringComparison.Ordinal));
        page.Header.Right.AddText($"{madeOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)} 作成");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Center.AddText(" / ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
