using System.Text.RegularExpressions;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>Finds and rewrites the references within a formula (ECMA-376, part 1, 18.17), in the text of defined names, and in lists of areas.</summary>
internal static partial class FormulaText
{
    /// <summary>Rewrites the references.</summary>
    /// <param name="rewrite">Returns the new reference; null leaves it as it is.</param>
    public static string Rewrite(string formula, Func<AreaRef, AreaRef?> rewrite) => Parts().Replace(formula, part =>
        AreaOf(part) is { } area && rewrite(area) is { } other
            ? $"{part.Groups["sheet"].Value}{other.From}{(other.To is { } to ? $":{to}" : "")}"
            : part.Value);

    /// <summary>Returns the references in their order.</summary>
    public static IReadOnlyList<AreaRef> In(string formula) => [.. Parts().Matches(formula).Select(AreaOf).OfType<AreaRef>()];

    /// <summary>Returns the formula of a cell so much lower and further right, as when it is copied there.</summary>
    public static string Copied(string formula, int rows, int columns) =>
        Rewrite(formula, area => area with { From = area.From.Moved(rows, columns), To = area.To?.Moved(rows, columns) });

    /// <summary>
    /// Whether a formula can send values of the form elsewhere, run a program or fetch something, when the workbook is opened or a cell is clicked.
    /// </summary>
    public static bool IsDangerous(string formula) => Dangerous().IsMatch(Strings().Replace(formula, "\"\""));

    private static AreaRef? AreaOf(Match part) => part.Groups["from"] is { Success: true } from
        ? new(part.Groups["sheet"] is { Success: true, Value: var sheet } ? SheetOf(sheet) : null, CellRef.Parse(from.Value),
            part.Groups["to"] is { Success: true } to ? CellRef.Parse(to.Value) : null)
        : null;

    private static string SheetOf(string prefix) =>
        prefix[0] == '\'' ? prefix[1..^2].Replace("''", "'", StringComparison.Ordinal) : prefix[..^1];

    /// <summary>Texts and the brackets of tables come first, so that what looks like a reference within them is none.</summary>
    [GeneratedRegex("""
        "(?:[^"]|"")*" | \[[^\]]*\]
        | (?<![\p{L}\p{N}_.$'!]) (?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?
          (?: (?<from>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})(?::(?<to>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}))?
            | (?<from>\$?[1-9][0-9]{0,6}):(?<to>\$?[1-9][0-9]{0,6}) )
          (?![\p{L}\p{N}_.(!])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"")]
    private static partial Regex Strings();

    /// <summary>The functions, a reference to another file ([1]), and the server and topic of DDE (cmd|'/c calc'!A0).</summary>
    [GeneratedRegex("""
        (?<![\w.]) (?:_xlfn\.|_xlws\.)* (?:WEBSERVICE|HYPERLINK|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|STOCKHISTORY|IMPORTDATA|IMPORTXML) \s*\(
        | \[[0-9]+\] | \|
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangerous();
}
