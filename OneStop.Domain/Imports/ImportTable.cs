namespace OneStop.Domain.Imports;

/// <summary>
/// A sheet read as a table: its columns and their fields, its rows, and the reports on its cells. Everything left out is reported: unknown columns
/// and skipped rows are listed in <see cref="Passed"/>.
/// </summary>
public sealed class ImportTable
{
    private readonly SheetColumns columns;
    private readonly List<SheetFault> faults;
    private readonly List<SheetFault> passed;

    /// <param name="fields">The fields that can be read.</param>
    /// <param name="chosen">The fields chosen by a person, by column number: the heading of a field, or empty for a column that is not to be
    /// read.</param>
    /// <param name="refuse">Returns what is wrong with an unknown column; null skips the column.</param>
    public ImportTable(UploadedSheet sheet, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<int, string>? chosen = null,
        Func<IReadOnlyList<SheetCell>, SheetFault?>? refuse = null)
    {
        columns = new(sheet.Cells, fields, chosen, refuse);
        (faults, passed) = ([.. columns.Faults], [.. columns.Passed]);
        Lines = Map.IsWanting
            ? []
            : [.. sheet.Cells.Where(c => c.Row > HeadRow).GroupBy(c => c.Row)
                .OrderBy(r => r.Key).Select(r => new ImportLine(this, r.Key, [.. r.OrderBy(c => c.Column)]))];
    }

    /// <summary>The row number of the headings.</summary>
    public int HeadRow => columns.HeadRow;

    /// <summary>The columns and their fields, to be shown and corrected.</summary>
    public ColumnMap Map => columns.Map;

    /// <summary>The rows below the headings; empty if a required column is missing.</summary>
    public IReadOnlyList<ImportLine> Lines { get; }

    /// <summary>What is wrong; with a fault nothing is imported.</summary>
    public IReadOnlyList<SheetFault> Faults => faults;

    /// <summary>What was not read, and why.</summary>
    public IReadOnlyList<SheetFault> Passed => passed;

    /// <summary>The fields that have a column.</summary>
    public IReadOnlyCollection<ImportField> Fields => columns.Fields;

    /// <summary>Reports a fault at a cell.</summary>
    public void Refuse(string address, string sentence) => faults.Add(new(address, sentence));

    /// <summary>Reports that something is left out, and why.</summary>
    public void Pass(string address, string sentence) => passed.Add(new(address, sentence));

    /// <summary>Quotes a text for a sentence, shortened if needed.</summary>
    public static string Quote(string text) => $"「{(text.Length <= 30 ? text : $"{text.CutTo(30)}…")}」";

    internal ImportField? FieldOf(int column) => columns.FieldOf(column);
}
