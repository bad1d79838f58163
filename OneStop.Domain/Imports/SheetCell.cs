using System.Globalization;

namespace OneStop.Domain.Imports;

/// <summary>A cell of a sheet that somebody brought, rows and columns counted from 1.</summary>
/// <param name="IsFormula">It holds a formula, which is not worked out here.</param>
/// <param name="IsMerged">It spreads over its neighbours.</param>
public sealed record SheetCell(int Row, int Column, string Text, bool IsFormula = false, bool IsMerged = false)
{
    /// <summary>C5, AA12</summary>
    public string Address => $"{LettersOf(Column)}{Row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A, B, … AA: what Excel calls a column.</summary>
    public static string LettersOf(int column) => column <= 0 ? "" : LettersOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

/// <summary>A sheet as it was brought: cells that hold something, by row and column.</summary>
/// <param name="Name">The name of its file.</param>
public sealed record UploadedSheet(string Name, IReadOnlyList<SheetCell> Cells);

/// <summary>What is said of a cell or a row, in a sentence for the person who filled it in.</summary>
public sealed record SheetFault(string Address, string Sentence);
