namespace OneStop.Portal.Documents.CityForms;

/// <summary>Rows inserted below some rows of a sheet: what lies below moves down, and what reaches over the last of them grows.</summary>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="First">The first of the rows that are repeated.</param>
/// <param name="Last">The last of them.</param>
/// <param name="By">The number of rows inserted below <paramref name="Last"/>.</param>
internal sealed record RowShift(string Sheet, int First, int Last, int By)
{
    /// <summary>Returns where a row is afterwards.</summary>
    public int Row(int row) => row > Last ? row + By : row;

    /// <summary>Rewrites a formula. An area that ends with the repeated rows or below them grows, so that a sum counts all of them; a single cell does
    /// not.</summary>
    /// <param name="home">The name of the formula's sheet.</param>
    public string Formula(string formula, string home) => FormulaText.Rewrite(formula, area => !IsHere(area.Sheet ?? home) ? null
        : area with { From = Down(area.From), To = area.To is { } to ? to with { Row = End(to.Row) } : null });

    /// <summary>Rewrites a list of areas of this sheet, separated by spaces; a single cell of the last repeated row grows to an area.</summary>
    public string Areas(string areas) => FormulaText.Rewrite(areas, area =>
    {
        var (from, to) = (Down(area.From), (area.To ?? area.From) with { Row = End((area.To ?? area.From).Row) });
        return area with { From = from, To = area.To is null && from == to ? null : to };
    });

    /// <summary>Rewrites a list of areas of this sheet, none of which grows.</summary>
    public string Moved(string areas) => FormulaText.Rewrite(areas, area => area with { From = Down(area.From), To = area.To is { } to ? Down(to) : null });

    /// <summary>Rewrites a merged area. One within the repeated rows stays, because each repetition has its own.</summary>
    public string Merged(string area) => IsWithin(area) ? area : Areas(area);

    /// <summary>Whether an area lies within the repeated rows.</summary>
    public bool IsWithin(string area) =>
        FormulaText.In(area) is [{ From: var from, To: var to }] && from.Row >= First && (to ?? from).Row <= Last;

    /// <summary>Whether a formula's sheet is the one whose rows move.</summary>
    public bool IsHere(string sheet) => string.Equals(sheet, Sheet, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the formula of the repeated rows for a repetition: references to the repeated rows, and to those just above them (as of a running total),
    /// move along with it.
    /// </summary>
    public string Repeated(string formula, int by) => FormulaText.Rewrite(formula, area => !IsHere(area.Sheet ?? Sheet) ? null
        : area with { From = Along(area.From, by), To = area.To is { } to ? Along(to, by) : null });

    private CellRef Along(CellRef cell, int by) => cell.Row >= First - (Last - First + 1) && cell.Row <= Last ? cell.Moved(by) : cell;

    private CellRef Down(CellRef cell) => cell with { Row = Row(cell.Row) };

    private int End(int row) => row >= Last ? row + By : row;
}
