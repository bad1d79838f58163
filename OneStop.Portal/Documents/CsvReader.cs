using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>
/// The cells of a CSV text (RFC 4180): quoted fields may contain commas, line breaks and doubled quotes. Each cell gets the address
/// that it has in Excel, so rows are counted by record and not by line break. Text exported by Excel (Unicodeテキスト) is separated by tabs.
/// </summary>
internal sealed class CsvReader(SheetLimits limits)
{
    private readonly List<SheetCell> cells = [];
    private readonly StringBuilder field = new();
    private int row = 1;
    private int column = 1;

    /// <exception cref="RuleException">The text is too large, or a quote is never closed.</exception>
    public IReadOnlyList<SheetCell> Read(string text)
    {
        var separator = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length) is var first && first.Contains('\t')
            && !first.Contains(',') ? '\t' : ',';
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (isQuoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                Append(text[++i]);
            else if (letter == '"' && (isQuoted || field.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted)
                Append(letter);
            else if (letter == separator)
                EndCell();
            else if (letter is '\r' or '\n')
                EndRow(ref i, text);
            else
                Append(letter);
        }
        if (isQuoted)
            throw new RuleException($"CSVの {new SheetCell(row, column, "").Address} で始まる引用符（\"）が閉じていません。Excelで開いて、保存し直してください。");
        EndCell();
        return cells;
    }

    private void Append(char letter)
    {
        if (field.Length < limits.LongestText)
            field.Append(letter);
    }

    private void EndCell()
    {
        var text = field.ToString().WithoutHalf;
        if (!string.IsNullOrWhiteSpace(text) && cells.Count == limits.MostCells)
            throw new RuleException(limits.TooLarge);
        if (!string.IsNullOrWhiteSpace(text))
            cells.Add(new(row, column, text));
        field.Clear();
        column++;
    }

    /// <summary>Ends the row at CR, LF or CRLF.</summary>
    private void EndRow(ref int i, string text)
    {
        EndCell();
        if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            i++;
        (row, column) = (row + 1, 1);
    }
}
