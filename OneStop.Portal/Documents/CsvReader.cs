using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>
/// The rows of a CSV text (RFC 4180): quoted fields may contain commas, line breaks and doubled quotes. Each cell gets the address
/// that it has in Excel, so rows are counted by record and not by line break. Text exported by Excel (Unicodeテキスト) is separated by tabs.
/// Nothing but the present row is held.
/// </summary>
internal sealed class CsvReader(TextReader text, SheetLimits limits)
{
    private readonly BufferedText letters = new(text);
    private readonly StringBuilder field = new();
    private List<SheetCell> cells = [];
    private bool isCut;
    private int count;
    private int row = 1;
    private int column = 1;

    /// <summary>Returns the rows that have a text.</summary>
    /// <exception cref="RuleException">The text is too large, or a quote is never closed.</exception>
    public IEnumerable<SheetRow> Rows()
    {
        var separator = Separator();
        var isQuoted = false;
        while (!letters.IsAtEnd)
        {
            var letter = letters.Next();
            if (isQuoted && letter == '"' && letters.Skip('"'))
                Append(letter);
            else if (letter == '"' && (isQuoted || field.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted)
                Append(letter);
            else if (letter == separator)
                EndCell();
            else if (letter is not ('\r' or '\n'))
                Append(letter);
            else if (EndLine(letter) is { } ended)
                yield return ended;
        }
        if (isQuoted)
            throw new RuleException($"CSVの {new SheetCell(row, column, "").Address} で始まる引用符（\"）が閉じていません。Excelで開いて、保存し直してください。");
        if (EndRow(isOpen: true) is { } last)
            yield return last;
    }

    private char Separator()
    {
        var ahead = letters.Ahead;
        var first = ahead.IndexOfAny('\r', '\n') is var end and >= 0 ? ahead[..end] : ahead;
        return first.Contains('\t') && !first.Contains(',') ? '\t' : ',';
    }

    private void Append(char letter)
    {
        if (field.Length < limits.LongestText)
            field.Append(letter);
        else
            isCut = true;
    }

    private void EndCell()
    {
        var content = field.ToString().WithoutHalf;
        if (!string.IsNullOrWhiteSpace(content) && count++ == limits.MostCells)
            throw new RuleException(limits.TooLarge);
        if (!string.IsNullOrWhiteSpace(content))
            cells.Add(new(row, column, content, IsCut: isCut));
        field.Clear();
        isCut = false;
        column++;
    }

    /// <summary>Ends the row at CR, LF or CRLF.</summary>
    private SheetRow? EndLine(char end)
    {
        if (end == '\r')
            letters.Skip('\n');
        return EndRow(isOpen: false);
    }

    /// <returns>Null if there is no text in the row.</returns>
    private SheetRow? EndRow(bool isOpen)
    {
        EndCell();
        if (cells.Count > 0 && row > limits.MostRows)
            throw new RuleException(limits.TooManyRows);
        var ended = cells.Count > 0 ? new SheetRow(row, cells, column - 1, isOpen) : null;
        (cells, row, column) = ([], row + 1, 1);
        return ended;
    }
}
