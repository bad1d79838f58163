using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OneStop.Domain.Imports;

/// <summary>A row of an <see cref="ImportTable"/>. Reading a field reports a fault at the cell's address.</summary>
public sealed class ImportLine(ImportTable table, int row, IReadOnlyList<SheetCell> cells)
{
    /// <summary>5行目</summary>
    public string Address => $"{row.ToString(CultureInfo.InvariantCulture)}行目";

    /// <summary>The cells in columns that are fields.</summary>
    public IReadOnlyList<(ImportField Field,
        SheetCell Cell)> Cells
    { get; } = [.. cells.Where(c => table.FieldOf(c.Column) is not null).Select(c => (table.FieldOf(c.Column)!, c))];

    /// <summary>Returns the cell of a field; null if it is empty.</summary>
    public SheetCell? CellOf(ImportField field) => Cells.FirstOrDefault(c => c.Field == field).Cell;

    /// <summary>Returns the address of a field's cell, even if that is empty.</summary>
    public string AddressOf(ImportField field) =>
        CellOf(field)?.Address ?? (table.Map.Columns.FirstOrDefault(c => c.Field == field.Head) is { } column
            ? new SheetCell(row, column.Number, "").Address
            : Address);

    /// <summary>Reads a field.</summary>
    /// <returns>False if the cell is empty or not valid. A fault, including an empty required cell, is reported.</returns>
    public bool TryRead<T>(ImportField<T> field, [NotNullWhen(true)] out T? value)
    {
        value = default;
        var cell = CellOf(field);
        if (cell is null && field.IsRequired)
            table.Refuse(AddressOf(field), $"{field.Head}がありません。");
        else if (cell is { IsFormula: true })
            table.Refuse(cell.Address, "数式は読めません。値を文字で書いてください。");
        else if (cell is { IsMerged: true })
            table.Refuse(cell.Address, "結合したセルは読めません。結合を解いて、1つずつ書いてください。");
        else if (cell is not null)
            return TryParse(field, cell, out value);
        return false;
    }

    private bool TryParse<T>(ImportField<T> field, SheetCell cell, [NotNullWhen(true)] out T? value)
    {
        try
        {
            value = field.Parse(cell.Text);
            return value is not null;
        }
        catch (RuleException rule)
        {
            table.Refuse(cell.Address, rule.Message);
            value = default;
            return false;
        }
    }
}
