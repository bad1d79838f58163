using ClosedXML.Excel;

namespace OneStop.Portal.Documents;

/// <summary>One sheet of a <see cref="Workbook"/>: a table with column heads, below a title and an explanation.</summary>
internal abstract class Sheet
{
    /// <summary>Creates a sheet with one line for each row. Columns are added to it.</summary>
    public static Sheet<T> Of<T>(IEnumerable<T> rows) => new(rows);

    /// <summary>The name on the tab. It is adapted to Excel's limits.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>The title above the table and on each printed page.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>Instructions between title and table: how to read the sheet or fill it in.</summary>
    protected string? Explanation { get; set; }

    /// <summary>The number of columns at the left that stay visible while the others scroll.</summary>
    protected int FrozenColumns { get; set; }

    /// <summary>Writes the sheet into a workbook.</summary>
    public abstract void WriteTo(XLWorkbook book, string name, DateOnly madeOn);
}

/// <summary>
/// A sheet of rows of one type. Cells are typed: a date is a date in Excel, a number a number, and text is never a formula.
/// A column of an enum does not compile: pass its InJapanese text.
/// </summary>
internal sealed class Sheet<T>(IEnumerable<T> rows) : Sheet
{
    private readonly List<SheetColumn<T>> columns = [];

    public Sheet<T> Named(string name)
    {
        Name = name;
        return this;
    }

    public Sheet<T> Titled(string title)
    {
        Title = title;
        return this;
    }

    public Sheet<T> Explained(string explanation)
    {
        Explanation = explanation;
        return this;
    }

    /// <param name="columns">The number of columns at the left that stay visible.</param>
    public Sheet<T> Frozen(int columns)
    {
        FrozenColumns = columns;
        return this;
    }

    /// <param name="width">In half-width characters; computed from the contents if null.</param>
    /// <param name="isShaded">Shades the head, as for a day off.</param>
    public Sheet<T> Column(string head, Func<T, string?> value, double? width = null, bool isShaded = false) =>
        Column(head, row => SheetValue.Text(value(row)), width, isShaded);

    public Sheet<T> Column(string head, Func<T, DateOnly?> value, double? width = null) => Column(head, row => SheetValue.Date(value(row)), width);

    /// <summary>Adds a column of instants, shown in Japanese time.</summary>
    public Sheet<T> Column(string head, Func<T, DateTimeOffset?> value, double? width = null) => Column(head, row => SheetValue.Instant(value(row)), width);

    public Sheet<T> Column(string head, Func<T, TimeOnly?> value, double? width = null) => Column(head, row => SheetValue.Time(value(row)), width);

    public Sheet<T> Column(string head, Func<T, decimal?> value, double? width = null) => Column(head, row => SheetValue.Number(value(row)), width);

    public Sheet<T> Column(string head, Func<T, bool?> value, string yes = "はい", string no = "いいえ", double? width = null) =>
        Column(head, row => value(row) is { } said ? said ? yes : no : null, width);

    /// <inheritdoc/>
    public override void WriteTo(XLWorkbook book, string name, DateOnly madeOn)
    {
        var sheet = book.AddWorksheet(name);
        var head = 1;
        foreach (var line in new[] { Title, Explanation }.OfType<string>().Where(l => l.Length > 0))
            SheetValue.Text(line).WriteTo(sheet.Cell(head++, 1));
        if (Title.Length > 0)
            sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(14);
        IReadOnlyList<T> lines = [.. rows];
        foreach (var (index, column) in columns.Index())
            column.WriteTo(sheet, head, index + 1, lines);
        SheetLayout.Apply(sheet, head, lines.Count, columns.Count, FrozenColumns);
        SheetLayout.SetUpPrinting(sheet, head, Title.Length > 0 ? Title : name, madeOn);
    }

    private Sheet<T> Column(string head, Func<T, SheetValue> value, double? width, bool isShaded = false)
    {
        columns.Add(new(head, value, width, isShaded));
        return this;
    }
}
