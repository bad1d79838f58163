using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>One sheet of a template, with an address on every row and cell.</summary>
internal sealed class TemplateSheet
{
    public TemplateSheet(string name, WorksheetPart part)
    {
        (Name, Part, Data) = (name, part, part.Worksheet.GetFirstChild<SheetData>() ?? new());
        Address();
        WriteFormulasOut();
    }

    public string Name { get; }

    public WorksheetPart Part { get; }

    public SheetData Data { get; }

    public Worksheet Worksheet => Part.Worksheet;

    public IEnumerable<Row> Rows => Data.Elements<Row>();

    public IEnumerable<Cell> Cells => Rows.SelectMany(r => r.Elements<Cell>());

    /// <summary>The merged areas, as A1:C2.</summary>
    public IReadOnlyList<string> Merged =>
        [.. Worksheet.Elements<MergeCells>().SelectMany(m => m.Elements<MergeCell>()).Select(m => m.Reference?.Value).OfType<string>()];

    /// <summary>Writes a line and the page's number at the foot of each printed page, unless the template has a foot of its own.</summary>
    public void SayAtFoot(string line)
    {
        var foot = Worksheet.GetFirstChild<HeaderFooter>();
        if (foot is not null && (foot.OddFooter?.Text.Length > 0 || foot.DifferentFirst?.Value == true || foot.DifferentOddEven?.Value == true))
            return;
        if (foot is null)
            Worksheet.AddChild(foot = new());
        foot.OddFooter = new($"&L{line.Replace("&", "&&", StringComparison.Ordinal)}&R&P / &N"); // && is an ampersand there
    }

    /// <summary>Returns a cell; creates it if it does not exist.</summary>
    public Cell CellAt(CellRef at)
    {
        var place = new CellRef(at.Column, at.Row);
        var row = Rows.FirstOrDefault(r => r.RowIndex! == (uint)at.Row) ?? Data.InsertBefore(new Row { RowIndex = (uint)at.Row },
            Rows.FirstOrDefault(r => r.RowIndex! > (uint)at.Row));
        return row!.Elements<Cell>().FirstOrDefault(c => c.CellReference == place.ToString())
            ?? row.InsertBefore(new Cell { CellReference = place.ToString() },
                row.Elements<Cell>().FirstOrDefault(c => CellRef.Parse(c.CellReference!).Column > at.Column))!;
    }

    /// <summary>Moves a row with its cells.</summary>
    public static void Move(Row row, int by)
    {
        row.RowIndex = (uint)(row.RowIndex! + by);
        foreach (var cell in row.Elements<Cell>())
            cell.CellReference = CellRef.Parse(cell.CellReference!).Moved(by).ToString();
    }

    /// <summary>Writes the addresses that a file may leave out.</summary>
    private void Address()
    {
        var rowNumber = 0u;
        foreach (var row in Rows)
        {
            row.RowIndex ??= rowNumber + 1;
            rowNumber = row.RowIndex.Value;
            var column = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference ??= new CellRef(column + 1, (int)rowNumber).ToString();
                column = CellRef.Parse(cell.CellReference!).Column;
            }
        }
    }

    /// <summary>Gives each cell its own formula: a shared one stands in the first cell only, and tells the others by their distance.</summary>
    private void WriteFormulasOut()
    {
        var first = new Dictionary<uint, (string Formula, CellRef At)>();
        foreach (var cell in Cells)
        {
            if (cell.CellFormula is not { FormulaType.Value: CellFormulaValues.Shared, SharedIndex.Value: var index } formula)
                continue;
            var at = CellRef.Parse(cell.CellReference!);
            if (formula.Text.Length > 0)
                first[index] = (formula.Text, at);
            else if (first.TryGetValue(index, out var known))
                formula.Text = FormulaText.Copied(known.Formula, at.Row - known.At.Row, at.Column - known.At.Column);
            (formula.FormulaType, formula.SharedIndex, formula.Reference) = (null, null, null);
        }
    }
}
