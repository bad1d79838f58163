namespace OneStop.Domain.Imports;

/// <summary>
/// A sheet that was brought, read as a table: which column is which field, its lines, and what is said of its cells. Nothing is
/// passed over in silence: a column that is no field, and a line that a feature leaves out, stand under <see cref="Passed"/>.
/// </summary>
public sealed class ImportTable
{
    private const int FirstRows = 10;
    private const int LongestSample = 24;
    private readonly List<SheetFault> faults = [];
    private readonly List<SheetFault> passed = [];
    private readonly Dictionary<int, ImportField> placed = [];

    /// <param name="fields">What can be read.</param>
    /// <param name="chosen">What a person chose for columns: the head of a field, or nothing for a column that is not to be read.</param>
    /// <param name="refuse">Says what is wrong with a column that is no field; null passes it over.</param>
    public ImportTable(UploadedSheet sheet, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<int, string>? chosen = null,
        Func<IReadOnlyList<SheetCell>, SheetFault?>? refuse = null)
    {
        HeadRow = HeadRowOf(sheet.Cells, fields) ?? sheet.Cells.Select(c => c.Row).DefaultIfEmpty(1).Min();
        var columns = sheet.Cells.Where(c => c.Row >= HeadRow).GroupBy(c => c.Column).OrderBy(c => c.Key).Select(c => ColumnFrom(c.Key, c)).ToList();
        foreach (var column in columns)
            Place(column, fields, chosen, refuse);
        var missing = fields.Where(f => f.IsRequired && !placed.ContainsValue(f)).ToList();
        faults.AddRange(missing.Select(f => new SheetFault($"{HeadRow}行目", $"「{f.Head}」の列がありません。「列の対応」で選ぶか、見出しを直してください。")));
        Map = new([.. columns.Select(Describe)], [.. fields.Select(f => f.Head)], [.. missing.Select(f => f.Head)]);
        Lines = missing.Count > 0
            ? []
            : [.. sheet.Cells.Where(c => c.Row > HeadRow).GroupBy(c => c.Row)
                .OrderBy(r => r.Key).Select(r => new ImportLine(this, r.Key, [.. r.OrderBy(c => c.Column)]))];
    }

    /// <summary>The row of the heads.</summary>
    public int HeadRow { get; }

    /// <summary>Which column is which field, to be shown and corrected.</summary>
    public ColumnMap Map { get; }

    /// <summary>The lines under the heads. None where a required column is missing.</summary>
    public IReadOnlyList<ImportLine> Lines { get; }

    /// <summary>What is wrong; where there is a fault nothing is taken over.</summary>
    public IReadOnlyList<SheetFault> Faults => faults;

    /// <summary>What was not read, and why.</summary>
    public IReadOnlyList<SheetFault> Passed => passed;

    /// <summary>The fields that have a column.</summary>
    public IReadOnlyCollection<ImportField> Fields => placed.Values;

    /// <summary>The row in which heads stand: the one with a required head, else with the most.</summary>
    /// <returns>Null where no head is recognised.</returns>
    public static int? HeadRowOf(IReadOnlyList<SheetCell> cells, IReadOnlyList<ImportField> fields) =>
        cells.Where(c => c.Row <= FirstRows).GroupBy(c => c.Row)
            .Select(row => (row.Key, Known: row.Select(c => fields.FirstOrDefault(f => f.Means(c.Text))).OfType<ImportField>().ToList()))
            .Where(row => row.Known.Count > 0)
            .OrderByDescending(row => row.Known.Any(f => f.IsRequired)).ThenByDescending(row => row.Known.Count)
            .ThenBy(row => row.Key).Select(row => (int?)row.Key).FirstOrDefault();

    /// <summary>Says what is wrong at a cell.</summary>
    public void Refuse(string address, string sentence) => faults.Add(new(address, sentence));

    /// <summary>Says that something is left out, and why.</summary>
    public void Pass(string address, string sentence) => passed.Add(new(address, sentence));

    /// <summary>How a text is quoted in a sentence.</summary>
    public static string Quote(string text) => $"「{(text.Length <= 30 ? text : $"{text.CutTo(30)}…")}」";

    internal ImportField? FieldOf(int column) => placed.GetValueOrDefault(column);

    /// <summary>A column's cells with its head first, which may be empty.</summary>
    private List<SheetCell> ColumnFrom(int number, IEnumerable<SheetCell> cells)
    {
        var column = cells.OrderBy(c => c.Row).ToList();
        if (column[0].Row != HeadRow)
            column.Insert(0, new(HeadRow, number, ""));
        return column;
    }

    private void Place(List<SheetCell> column, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<int, string>? chosen,
        Func<IReadOnlyList<SheetCell>, SheetFault?>? refuse)
    {
        var (head, choice) = (column[0], chosen?.GetValueOrDefault(column[0].Column));
        var meant = choice is not null ? fields.FirstOrDefault(f => f.Head == choice) : fields.FirstOrDefault(f => head.Text.Length > 0 && f.Means(head.Text));
        if (meant is not null && placed.ContainsValue(meant))
            Refuse(head.Address, $"{meant.Head}の列が2つあります。");
        else if (meant is not null)
            placed[head.Column] = meant;
        else if (choice is null && refuse?.Invoke(column) is { } fault)
            faults.Add(fault);
        else
            Pass(head.Address, head.Text.Length > 0 ? $"{Quote(head.Text)}の列は、読みませんでした。" : "見出しのない列は、読みませんでした。");
    }

    private ImportColumn Describe(List<SheetCell> column) =>
        new(column[0].Column, column[0].Text, column.Skip(1).FirstOrDefault(c => !c.IsFormula)?.Text.CutTo(LongestSample) ?? "",
            FieldOf(column[0].Column)?.Head);
}

/// <summary>Which column is which field.</summary>
/// <param name="Fields">The heads of all fields that a column can be.</param>
/// <param name="Missing">Those that are required and have no column.</param>
public sealed record ColumnMap(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<string> Fields, IReadOnlyList<string> Missing)
{
    /// <summary>A person has to choose.</summary>
    public bool IsWanting => Missing.Count > 0;

    /// <summary>Where a sheet could not be read so far.</summary>
    public static ColumnMap None { get; } = new([], [], []);
}

/// <summary>A column of the sheet.</summary>
/// <param name="Sample">The first thing that stands in it.</param>
/// <param name="Field">The head of the field that it is read as; null where it is not read.</param>
public sealed record ImportColumn(int Number, string Head, string Sample, string? Field)
{
    /// <summary>A, B, …</summary>
    public string Letters => SheetCell.LettersOf(Number);
}
