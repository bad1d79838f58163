namespace OneStop.Domain.Imports;

/// <summary>
/// Which column of a sheet is which field: recognized by the headings, corrected by a person. Every column that is not read is reported in
/// <see cref="Passed"/>.
/// </summary>
public sealed class SheetColumns
{
    private const int FirstRows = 10;
    private const int LongestSample = 24;
    private readonly List<SheetFault> faults = [];
    private readonly List<SheetFault> passed = [];
    private readonly Dictionary<int, ImportField> placed = [];

    /// <param name="cells">The cells of the sheet, or of its first rows.</param>
    /// <param name="fields">The fields that can be read.</param>
    /// <param name="chosen">The fields chosen by a person, by column number: the heading of a field, or empty for a column that is not to be
    /// read.</param>
    /// <param name="refuse">Returns what is wrong with an unknown column; null skips the column.</param>
    public SheetColumns(IReadOnlyList<SheetCell> cells, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<int, string>? chosen = null,
        Func<IReadOnlyList<SheetCell>, SheetFault?>? refuse = null)
    {
        HeadRow = HeadRowOf(cells, fields) ?? cells.Select(c => c.Row).DefaultIfEmpty(1).Min();
        var columns = cells.Where(c => c.Row >= HeadRow).GroupBy(c => c.Column).OrderBy(c => c.Key).Select(c => ColumnFrom(c.Key, c)).ToList();
        foreach (var column in columns)
            Place(column, fields, chosen, refuse);
        var missing = fields.Where(f => f.IsRequired && !IsPlaced(f) && (f.OrElse is null || !IsPlaced(f.OrElse))).ToList();
        faults.AddRange(missing.Select(f => new SheetFault($"{HeadRow}行目", $"「{f.Head}」の列がありません。「列の対応」で選ぶか、見出しを直してください。")));
        Map = new([.. columns.Select(Describe)], [.. fields.Select(f => f.Head)], [.. missing.Select(f => f.Head)]);
    }

    /// <summary>The row number of the headings.</summary>
    public int HeadRow { get; }

    /// <summary>The columns and their fields, to be shown and corrected.</summary>
    public ColumnMap Map { get; }

    /// <summary>What is wrong with the headings.</summary>
    public IReadOnlyList<SheetFault> Faults => faults;

    /// <summary>The columns that are not read, and why.</summary>
    public IReadOnlyList<SheetFault> Passed => passed;

    /// <summary>The fields that have a column.</summary>
    public IReadOnlyCollection<ImportField> Fields => placed.Values;

    /// <summary>Returns the field of a column; null if it is not read.</summary>
    public ImportField? FieldOf(int column) => placed.GetValueOrDefault(column);

    /// <summary>Returns the row of the headings: the one with a required heading, else the one with the most headings.</summary>
    /// <returns>Null if no heading is recognized.</returns>
    public static int? HeadRowOf(IReadOnlyList<SheetCell> cells, IReadOnlyList<ImportField> fields) =>
        cells.Where(c => c.Row <= FirstRows).GroupBy(c => c.Row)
            .Select(row => (row.Key, Known: row.Select(c => fields.FirstOrDefault(f => f.Means(c.Text))).OfType<ImportField>().ToList()))
            .Where(row => row.Known.Count > 0)
            .OrderByDescending(row => row.Known.Any(f => f.IsRequired)).ThenByDescending(row => row.Known.Count)
            .ThenBy(row => row.Key).Select(row => (int?)row.Key).FirstOrDefault();

    private bool IsPlaced(ImportField field) => placed.ContainsValue(field);

    /// <summary>Returns a column's cells, the heading first, which may be empty.</summary>
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
        if (meant is not null && IsPlaced(meant))
            faults.Add(new(head.Address, $"{meant.Head}の列が2つあります。"));
        else if (meant is not null)
            placed[head.Column] = meant;
        else if (choice is null && refuse?.Invoke(column) is { } fault)
            faults.Add(fault);
        else
            passed.Add(new(head.Address, head.Text.Length > 0 ? $"{ImportTable.Quote(head.Text)}の列は、読みませんでした。" : "見出しのない列は、読みませんでした。"));
    }

    private ImportColumn Describe(List<SheetCell> column) =>
        new(column[0].Column, column[0].Text, column.Skip(1).FirstOrDefault(c => !c.IsFormula)?.Text.CutTo(LongestSample) ?? "",
            FieldOf(column[0].Column)?.Head);
}

/// <summary>The columns of a sheet and their fields.</summary>
/// <param name="Fields">The headings of all fields.</param>
/// <param name="Missing">The headings of required fields without a column.</param>
public sealed record ColumnMap(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<string> Fields, IReadOnlyList<string> Missing)
{
    /// <summary>Whether a person has to choose columns.</summary>
    public bool IsWanting => Missing.Count > 0;

    /// <summary>The map of a sheet that could not be read.</summary>
    public static ColumnMap None { get; } = new([], [], []);
}

/// <summary>A column of the sheet.</summary>
/// <param name="Sample">The first text below the heading.</param>
/// <param name="Field">The heading of its field; null if it is not read.</param>
public sealed record ImportColumn(int Number, string Head, string Sample, string? Field)
{
    /// <summary>A, B, …</summary>
    public string Letters => SheetCell.LettersOf(Number);
}
