using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OneStop.Domain;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>An opened copy of a template. What is not changed, above all pictures, shapes and styles, stays as it is in the file.</summary>
internal sealed class TemplateBook : IDisposable
{
    private const long LongestPart = 20_000_000;

    private readonly MemoryStream bytes = new();
    private readonly SpreadsheetDocument document;

    private TemplateBook(byte[] template)
    {
        bytes.Write(template);
        bytes.Position = 0;
        document = SpreadsheetDocument.Open(bytes, isEditable: true, new() { MaxCharactersInPart = LongestPart });
        var workbook = document.WorkbookPart!;
        Sheets = [.. workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(s => workbook.GetPartById(s.Id!) is WorksheetPart)
            .Select(s => new TemplateSheet(s.Name!, (WorksheetPart)workbook.GetPartById(s.Id!)))];
        var texts = workbook.SharedStringTablePart ?? workbook.AddNewPart<SharedStringTablePart>();
        Cells = new(texts.SharedStringTable ??= new(), new(workbook), workbook.Workbook.WorkbookProperties?.Date1904?.Value == true);
    }

    public IReadOnlyList<TemplateSheet> Sheets { get; }

    public TemplateCells Cells { get; }

    public IReadOnlyList<DefinedName> DefinedNames => [.. Workbook.DefinedNames?.Elements<DefinedName>() ?? []];

    private DocumentFormat.OpenXml.Spreadsheet.Workbook Workbook => document.WorkbookPart!.Workbook;

    /// <summary>Opens a template whose parts have been judged.</summary>
    /// <exception cref="RuleException">It is damaged.</exception>
    public static TemplateBook Open(byte[] template)
    {
        try
        {
            return new(template);
        }
        catch (Exception exception) when (exception is not RuleException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。Excelで開いて、もう一度保存してから選んでください。"); // a damaged file can fail in many ways
        }
    }

    /// <summary>Returns the cell to which a defined name refers; null if it refers to anything but one cell, merged or not.</summary>
    public Cell? CellOf(DefinedName name)
    {
        if (FormulaText.In(name.Text) is not [{ Sheet: { } sheetName } area] || area.From.Column == 0
            || Sheets.FirstOrDefault(s => string.Equals(s.Name, sheetName, StringComparison.OrdinalIgnoreCase)) is not { } sheet)
            return null;
        var from = new CellRef(area.From.Column, area.From.Row);
        var isOne = area.To is not { } to || new CellRef(to.Column, to.Row) is var end && (end == from || sheet.Merged.Contains($"{from}:{end}"));
        return isOne ? sheet.CellAt(from) : null;
    }

    /// <summary>Returns the bytes, with all formulas to be computed when the workbook is opened; until then they show nothing instead of old values.</summary>
    public byte[] Save()
    {
        foreach (var cell in Sheets.SelectMany(s => s.Cells).Where(c => c.CellFormula is not null))
            (cell.CellValue, cell.DataType) = (null, null);
        (Workbook.CalculationProperties ??= new()).FullCalculationOnLoad = true;
        if (document.WorkbookPart!.CalculationChainPart is { } chain)
            document.WorkbookPart.DeletePart(chain); // Excel makes it anew
        document.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }
}
