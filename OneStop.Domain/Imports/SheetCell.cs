using System.Globalization;

namespace OneStop.Domain.Imports;

/// <summary>A cell of an uploaded sheet; rows and columns count from 1.</summary>
/// <param name="IsFormula">Whether it contains a formula, which is not evaluated.</param>
/// <param name="IsMerged">Whether it is merged with its neighbours.</param>
/// <param name="IsCut">Whether the text was longer than what is read of a cell.</param>
public sealed record SheetCell(int Row, int Column, string Text, bool IsFormula = false, bool IsMerged = false, bool IsCut = false)
{
    /// <summary>C5, AA12</summary>
    public string Address => $"{LettersOf(Column)}{Row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Returns Excel's name of a column: A, B, … AA.</summary>
    public static string LettersOf(int column) => column <= 0 ? "" : LettersOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

/// <summary>A row of a sheet that is too large to be held whole, and is read row by row.</summary>
/// <param name="Number">Counts from 1, by record and not by line break; rows without a text are left out, but counted.</param>
/// <param name="Cells">Its cells that are not empty.</param>
/// <param name="Width">The number of its columns, the empty ones included.</param>
/// <param name="IsOpen">Whether the file ends in this row without an end of line, so that the row may be cut off.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, int Width, bool IsOpen = false);

/// <summary>An uploaded sheet: its cells that are not empty, by row and column.</summary>
/// <param name="Name">The file name.</param>
public sealed record UploadedSheet(string Name, IReadOnlyList<SheetCell> Cells);

/// <summary>A report on a cell or row, as a sentence for the person who filled it in.</summary>
public sealed record SheetFault(string Address, string Sentence);
