using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>
/// Moves what lies below inserted rows, wherever the workbook names its place: cells, formulas of all sheets, merged cells, defined names and print
/// areas, conditional formats, validations, breaks, tables, comments, charts, pictures, shapes and controls.
/// </summary>
internal static class MovedRows
{
    private static readonly HashSet<string> Formulas = ["formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula"];
    private static readonly HashSet<string> Areas = ["ref", "sqref"];

    public static void Move(TemplateBook book, TemplateSheet sheet, RowShift shift)
    {
        foreach (var row in sheet.Rows.Where(r => r.RowIndex! > (uint)shift.Last))
            TemplateSheet.Move(row, shift.By);
        foreach (var each in book.Sheets)
            Rewrite(each, shift, isMoved: each == sheet);
        foreach (var name in book.DefinedNames)
            name.Text = shift.Formula(name.Text, "");
        MoveParts(sheet.Part, shift);
    }

    private static void Rewrite(TemplateSheet sheet, RowShift shift, bool isMoved)
    {
        foreach (var formula in sheet.Cells.Select(c => c.CellFormula).OfType<CellFormula>())
        {
            formula.Text = shift.Formula(formula.Text, sheet.Name);
            if (isMoved && formula.Reference?.Value is { } area)
                formula.Reference = shift.Moved(area);
        }
        foreach (var element in sheet.Worksheet.ChildElements.Where(c => c is not SheetData).SelectMany(c => c.Descendants().Prepend(c)))
        {
            if (Formulas.Contains(element.LocalName) && !element.HasChildren)
                Say(element, shift.Formula(element.InnerText, sheet.Name));
            else if (isMoved)
                MovePlaces(element, shift, shift.Areas);
        }
        foreach (var formula in (sheet.Part.DrawingsPart?.ChartParts ?? []).SelectMany(c => c.ChartSpace.Descendants()).Where(e => e.LocalName == "f"))
            Say(formula, shift.Formula(formula.InnerText, sheet.Name));
    }

    private static void MoveParts(WorksheetPart part, RowShift shift)
    {
        foreach (var element in part.DrawingsPart?.WorksheetDrawing.Descendants() ?? [])
            MoveAnchor(element, shift);
        OpenXmlPartRootElement?[] notes =
            [part.WorksheetCommentsPart?.Comments, .. part.WorksheetThreadedCommentsParts.Select(c => c.ThreadedComments)];
        foreach (var note in notes.OfType<OpenXmlPartRootElement>().SelectMany(n => n.Descendants()))
            MovePlaces(note, shift, shift.Moved);
        foreach (var element in part.TableDefinitionParts.SelectMany(t => t.Table.Descendants().Prepend(t.Table)))
        {
            MovePlaces(element, shift, shift.Areas);
            if (Formulas.Contains(element.LocalName))
                Say(element, shift.Formula(element.InnerText, shift.Sheet));
        }
        foreach (var drawing in part.VmlDrawingParts)
            MoveOldShapes(drawing, shift);
    }

    private static void MovePlaces(OpenXmlElement element, RowShift shift, Func<string, string> areas)
    {
        foreach (var place in element.GetAttributes().Where(a => Areas.Contains(a.LocalName) && a.Value is not null))
        {
            var moved = element is MergeCell ? shift.Merged(place.Value!) : areas(place.Value!);
            element.SetAttribute(new(place.Prefix, place.LocalName, place.NamespaceUri, moved));
        }
        if (element is Break { Id.Value: var row, Parent: RowBreaks } pageBreak)
            pageBreak.Id = row >= shift.Last ? (uint)(row + shift.By) : row;
        else if (element.LocalName == "sqref") // of the newer conditional formats and validations
            Say(element, areas(element.InnerText));
        else
            MoveAnchor(element, shift);
    }

    /// <summary>Moves a picture, shape or control. Its rows are counted from 0. One that shall not change its size with the cells keeps it.</summary>
    private static void MoveAnchor(OpenXmlElement anchor, RowShift shift)
    {
        var editAs = anchor.GetAttributes().FirstOrDefault(a => a.LocalName == "editAs").Value;
        if (editAs == "absolute" || RowOf(anchor, "from") is not { } from || !int.TryParse(from.InnerText, out var top))
            return;
        var by = shift.Row(top + 1) - 1 - top;
        Say(from, $"{top + by}");
        if (RowOf(anchor, "to") is { } to && int.TryParse(to.InnerText, out var bottom))
            Say(to, $"{(editAs == "oneCell" ? bottom + by : shift.Row(bottom + 1) - 1)}");
    }

    private static OpenXmlElement? RowOf(OpenXmlElement anchor, string marker) =>
        anchor.ChildElements.FirstOrDefault(c => c.LocalName == marker)?.ChildElements.FirstOrDefault(c => c.LocalName == "row");

    /// <summary>Moves the boxes of comments and of old controls: in VML an anchor is a list of numbers, the third and seventh of which are rows.</summary>
    private static void MoveOldShapes(VmlDrawingPart part, RowShift shift)
    {
        XDocument drawing;
        using (var read = part.GetStream(FileMode.Open, FileAccess.Read))
            drawing = XDocument.Load(read);
        XNamespace excel = "urn:schemas-microsoft-com:office:excel";
        foreach (var anchor in drawing.Descendants(excel + "Anchor"))
        {
            var numbers = anchor.Value.Split(',').Select(n => int.TryParse(n.Trim(), out var number) ? number : 0).ToArray();
            if (numbers.Length != 8)
                continue;
            var by = shift.Row(numbers[2] + 1) - 1 - numbers[2];
            (numbers[2], numbers[6]) = (numbers[2] + by, numbers[6] + by);
            anchor.Value = string.Join(", ", numbers);
        }
        foreach (var row in drawing.Descendants(excel + "Row").Where(r => int.TryParse(r.Value, out _)))
            row.Value = $"{shift.Row(int.Parse(row.Value, System.Globalization.CultureInfo.InvariantCulture) + 1) - 1}";
        foreach (var link in drawing.Descendants(excel + "FmlaLink"))
            link.Value = shift.Formula(link.Value, shift.Sheet);
        using var write = part.GetStream(FileMode.Create, FileAccess.Write);
        drawing.Save(write, SaveOptions.DisableFormatting);
    }

    private static void Say(OpenXmlElement element, string text)
    {
        if (element is OpenXmlLeafTextElement leaf)
            leaf.Text = text;
        else
            element.InnerXml = new XText(text).ToString();
    }
}
