using ClosedXML.Excel;
using OneStop.Domain.CityForms;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>はじめの様式: a plain template with all fields of a form, for as long as no other was uploaded; also to begin an own one with.</summary>
internal static class BuiltInTemplate
{
    private const double LabelWidth = 24, ValueWidth = 18;

    public static byte[] Of(ICityForm form)
    {
        using var book = new XLWorkbook();
        book.Style.Font.SetFontName("Yu Gothic");
        var sheet = book.AddWorksheet(SheetText.NameOf(form.Name, []));
        var columns = Math.Max(3, form.Lists.Select(l => l.Fields.Count).DefaultIfEmpty().Max());
        sheet.Columns(1, columns).Width = ValueWidth;
        sheet.Column(1).Width = LabelWidth;
        var title = sheet.Range(1, 1, 1, columns).Merge();
        title.FirstCell().SetValue(form.Name).Style.Font.SetBold().Font.SetFontSize(14);
        var row = 3;
        foreach (var field in form.Fields)
        {
            Label(sheet.Cell(row, 1), field.Name);
            var value = sheet.Range(row, 2, row, columns).Merge();
            Value(sheet.Cell(row, 2), field.Name, field.Example);
            Line(sheet.Range(row, 1, row++, columns));
        }
        foreach (var list in form.Lists)
        {
            sheet.Cell(++row, 1).SetValue(list.Name).Style.Font.SetBold();
            foreach (var (index, field) in list.Fields.Index())
            {
                Label(sheet.Cell(row + 1, index + 1), field.Name);
                Value(sheet.Cell(row + 2, index + 1), list.NameOf(field), field.Example);
            }
            Line(sheet.Range(row + 1, 1, row + 2, list.Fields.Count));
            row += 3;
        }
        sheet.PageSetup.SetPaperSize(XLPaperSize.A4Paper).FitToPages(1, 0);
        sheet.PageSetup.Margins.SetLeft(0.6).SetRight(0.6);
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static void Label(IXLCell cell, string text)
    {
        cell.SetDataType(XLDataType.Text).SetValue(text);
        cell.Style.Fill.SetBackgroundColor(XLColor.FromHtml("#EEF2F0")).Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
    }

    private static void Value(IXLCell cell, string name, FormValue example)
    {
        cell.SetDataType(XLDataType.Text).SetValue($"{{{{{name}}}}}");
        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        if (example is FormValue.FormNumber { Number: var number })
            cell.Style.NumberFormat.SetFormat(decimal.IsInteger(number) ? "#,##0" : "#,##0.0##");
    }

    private static void Line(IXLRange cells) => cells.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetInsideBorder(XLBorderStyleValues.Thin);
}
