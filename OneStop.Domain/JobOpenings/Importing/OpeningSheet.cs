using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>A sheet of public openings: which column is which field, and its rows as records.</summary>
public sealed class OpeningSheet
{
    /// <summary>How many of the first rows are looked at for the headings and for samples.</summary>
    public const int FirstRows = 20;

    private readonly SheetColumns columns;
    private readonly IReadOnlyDictionary<int, string> heads;
    private readonly int width;

    /// <param name="firstRows">The first rows of the sheet, <see cref="FirstRows"/> or fewer.</param>
    /// <param name="chosen">The fields that a person chose by hand, by column; they come before the remembered ones.</param>
    /// <param name="remembered">What was chosen for this source before.</param>
    public OpeningSheet(IReadOnlyList<SheetRow> firstRows, IReadOnlyDictionary<int, string>? chosen = null, RememberedColumns? remembered = null)
    {
        IReadOnlyList<SheetCell> cells = [.. firstRows.SelectMany(r => r.Cells)];
        var head = SheetColumns.HeadRowOf(cells, OpeningFields.All) ?? cells.Select(c => c.Row).FirstOrDefault();
        heads = cells.Where(c => c.Row == head).ToDictionary(c => c.Column, c => c.Text);
        var choices = remembered?.In(heads) ?? [];
        foreach (var (column, field) in chosen ?? new Dictionary<int, string>())
            choices[column] = field;
        columns = new(cells, OpeningFields.All, choices);
        width = firstRows.FirstOrDefault(r => r.Number == columns.HeadRow)?.Width ?? 0;
    }

    /// <summary>The columns and their fields, to be shown and corrected.</summary>
    public ColumnMap Map => columns.Map;

    /// <summary>What is wrong with the headings; with a fault no row is read.</summary>
    public IReadOnlyList<SheetFault> Faults => columns.Faults;

    /// <summary>Returns what is to be remembered for the source, so that next week's sheet is read in the same way.</summary>
    public RememberedColumns Remember() => RememberedColumns.Of(Map);

    /// <summary>Reads the rows one by one.</summary>
    /// <param name="rows">All rows of the sheet, from its first one.</param>
    /// <exception cref="RuleException">The headings are wrong; or what reading the rows throws.</exception>
    public IEnumerable<ReadOpening> Read(IEnumerable<SheetRow> rows, FeedSource source)
    {
        if (Faults.Count > 0)
            throw new RuleException(Faults[0].Sentence);
        var reading = new RecordReading(source);
        return rows.Where(r => r.Number > columns.HeadRow).Select(row => Read(row, reading));
    }

    private ReadOpening Read(SheetRow row, RecordReading reading)
    {
        var raw = new RawRecord([.. row.Cells.Select(Raw)]);
        var byField = new Dictionary<ImportField, RawText>();
        foreach (var cell in row.Cells)
        {
            if (columns.FieldOf(cell.Column) is { } field)
                byField.TryAdd(field, Raw(cell));
        }
        return reading.Read(row.Number, raw, byField.GetValueOrDefault, WhatIsWrong(row));
    }

    private RawText Raw(SheetCell cell) => new(heads.GetValueOrDefault(cell.Column) ?? SheetCell.LettersOf(cell.Column), cell.Text, cell.Address,
        cell.IsFormula ? RawFlaw.Formula : cell.IsCut ? RawFlaw.Cut : RawFlaw.None);

    /// <summary>Returns why the texts of a row may stand in wrong columns; null if they do not.</summary>
    private string? WhatIsWrong(SheetRow row) =>
        row.Cells.Any(c => c.Column > width) ? $"見出しより多い列（{row.Cells.Max(c => c.Column)}列）があります。カンマや引用符（\"）の位置を確かめてください。"
        : row.IsOpen && row.Width < width ? "ファイルがこの行の途中で終わっています。もう一度ダウンロードしてください。"
        : null;
}
