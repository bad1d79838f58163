using System.Globalization;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>The address of a cell, or of a whole row (column 0), as formulas write it: B5, $B$5, $5.</summary>
/// <param name="Column">From 1; 0 for a whole row.</param>
/// <param name="Row">From 1.</param>
internal readonly record struct CellRef(int Column, int Row, bool IsColumnFixed = false, bool IsRowFixed = false)
{
    /// <summary>Parses an address that consists of nothing else.</summary>
    public static CellRef Parse(string text)
    {
        var at = 0;
        var isColumnFixed = text[0] == '$' && text.Length > 1 && char.IsAsciiLetter(text[1]);
        if (isColumnFixed)
            at++;
        var column = 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
            column = (column * 26) + char.ToUpperInvariant(text[at]) - 'A' + 1;
        var isRowFixed = at < text.Length && text[at] == '$';
        return new(column, int.Parse(text.AsSpan(isRowFixed ? at + 1 : at), NumberStyles.None, CultureInfo.InvariantCulture), isColumnFixed, isRowFixed);
    }

    /// <summary>Returns the cell to which a copy refers that is so much lower and further right; fixed parts stay.</summary>
    public CellRef Moved(int rows, int columns = 0) =>
        this with { Row = IsRowFixed ? Row : Row + rows, Column = IsColumnFixed || Column == 0 ? Column : Column + columns };

    public override string ToString()
    {
        var letters = "";
        for (var left = Column; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return Row < 1 || Column < 0 ? "#REF!"
            : string.Create(CultureInfo.InvariantCulture, $"{(IsColumnFixed ? "$" : "")}{letters}{(IsRowFixed ? "$" : "")}{Row}");
    }
}

/// <summary>A reference within a formula: a cell, or an area from one cell to another.</summary>
/// <param name="Sheet">The name of the sheet; null for the sheet of the formula.</param>
/// <param name="To">Null for a single cell.</param>
internal readonly record struct AreaRef(string? Sheet, CellRef From, CellRef? To);
