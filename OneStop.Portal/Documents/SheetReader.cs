using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>
/// The cells of one sheet of an uploaded workbook (ECMA-376, part 1, 18.3 and 18.4), read as a stream. Pictures, comments, styles
/// and other parts are not opened, and only the texts that cells share are kept in memory.
/// </summary>
internal sealed class SheetReader(ZipArchive zip, SheetLimits limits)
{
    private const int MostMerges = 5_000;
    private const int Deepest = 40;
    private readonly List<(int Row, int Column)> merged = [];
    private readonly char[] chunk = new char[4096];

    /// <summary>Reads the sheet with the requested name, or the only sheet.</summary>
    /// <exception cref="RuleException">There is no such sheet, or it is too large.</exception>
    public IReadOnlyList<SheetCell> Read()
    {
        var cells = new Dictionary<(int Row, int Column), SheetCell>();
        foreach (var cell in Rows().SelectMany(r => r.Cells))
        {
            if (cells.Count == limits.MostCells)
                throw new RuleException(limits.TooLarge);
            cells[(cell.Row, cell.Column)] = cell;
        }
        foreach (var place in merged.Where(cells.ContainsKey))
            cells[place] = cells[place] with { IsMerged = true };
        return [.. cells.Values.OrderBy(c => c.Row).ThenBy(c => c.Column)];
    }

    /// <summary>Reads the same sheet row by row. Which cells are merged stands behind the last row, and is not known in time.</summary>
    /// <exception cref="RuleException">There is no such sheet, or it is too large.</exception>
    public IEnumerable<SheetRow> Rows()
    {
        var (part, texts) = Sheet();
        var (row, column, cells) = (0, 0, new List<SheetCell>());
        using var xml = Open(part);
        while (Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                if (cells.Count > 0)
                    yield return RowOf(cells);
                (row, column, cells) = (int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : row + 1, 0, []);
            }
            else if (xml.LocalName == "c")
            {
                (row, column) = xml.GetAttribute("r") is { } at ? PlaceOf(at) : (row, column + 1);
                if (Cell(xml, row, column, texts) is { } cell)
                    cells.Add(cell);
            }
            else if (xml.LocalName == "mergeCell")
                Merge(xml);
        }
        if (cells.Count > 0)
            yield return RowOf(cells);
    }

    private SheetRow RowOf(List<SheetCell> cells) => cells[0].Row <= limits.MostRows
        ? new(cells[0].Row, cells, cells.Max(c => c.Column))
        : throw new RuleException(limits.TooManyRows);

    private void Merge(XmlReader xml)
    {
        if (xml.GetAttribute("ref")?.Split(':') is not [var from, _])
            return;
        if (merged.Count == MostMerges)
            throw new RuleException("結合したセルが多すぎます。結合を解いて、1つずつ書いてください。");
        merged.Add(PlaceOf(from));
    }

    /// <summary>Finds the part with the cells, and the texts that they share.</summary>
    private (string Part, List<string> Texts) Sheet()
    {
        var workbook = Relations("", "").First(r => r.Type == "officeDocument").Target;
        var relations = Relations(Path.GetDirectoryName(workbook) ?? "", Path.GetFileName(workbook));
        var sheets = Sheets(workbook);
        var chosen = sheets.FirstOrDefault(s => s.Name.Trim() == limits.SheetName) is { Id: not null } named ? named
            : sheets is [var first, ..] && (sheets.Count == 1 || limits.SheetName is null)
                ? first
                : throw new RuleException($"「{limits.SheetName}」という名前のシートがありません。");
        var texts = relations.FirstOrDefault(r => r.Type == "sharedStrings") is { Target: { } shared } ? Texts(shared) : [];
        return (relations.Single(r => r.Id == chosen.Id).Target, texts);
    }

    private List<(string Name, string Id)> Sheets(string workbook)
    {
        var sheets = new List<(string, string)>();
        using var xml = Open(workbook);
        while (Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                sheets.Add((xml.GetAttribute("name") ?? "", Attribute(xml, "id") ?? ""));
        }
        return sheets;
    }

    private List<(string Id, string Type, string Target)> Relations(string folder, string part)
    {
        var relations = new List<(string, string, string)>();
        using var xml = Open($"{(folder.Length == 0 ? "" : folder + "/")}_rels/{part}.rels");
        while (Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("Target") is not { } target
                || xml.GetAttribute("TargetMode") == "External")
                continue;
            relations.Add((xml.GetAttribute("Id") ?? "", (xml.GetAttribute("Type") ?? "").Split('/')[^1],
                target.StartsWith('/') || folder.Length == 0 ? target.TrimStart('/') : $"{folder}/{target}"));
        }
        return relations;
    }

    private List<string> Texts(string part)
    {
        var (texts, length) = (new List<string>(), 0L);
        using var xml = Open(part);
        while (Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            texts.Add(xml.IsEmptyElement ? "" : TextIn(xml));
            if (texts.Count > limits.MostTexts || (length += texts[^1].Length) > limits.MostLetters)
                throw new RuleException(limits.TooLarge);
        }
        return texts;
    }

    /// <returns>Null if the cell is empty.</returns>
    private SheetCell? Cell(XmlReader xml, int row, int column, List<string> texts)
    {
        if (xml.IsEmptyElement)
            return null;
        var (type, isFormula, text, depth) = (xml.GetAttribute("t"), false, "", xml.Depth);
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.IsEmptyElement)
                isFormula |= xml is { NodeType: XmlNodeType.Element, LocalName: "f" };
            else if (xml.LocalName == "f")
                isFormula = true;
            else if (xml.LocalName is "v" or "is")
                text = TextIn(xml);
        }
        if (type == "s" && int.TryParse(text, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < texts.Count)
            text = texts[index];
        return isFormula ? new(row, column, "", IsFormula: true)
            : string.IsNullOrWhiteSpace(text) ? null
            : new(row, column, text.CutTo(limits.LongestText), IsCut: text.Length > limits.LongestText);
    }

    /// <summary>
    /// Returns the text of an element without the readings (ふりがな) that Excel stores beside it, one letter longer than the longest text at most.
    /// </summary>
    private string TextIn(XmlReader xml)
    {
        var (text, depth, reading) = (new StringBuilder(), xml.Depth, int.MaxValue);
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml.Depth <= reading)
                reading = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" } ? xml.Depth : int.MaxValue;
            if (reading == int.MaxValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                Append(text, xml);
        }
        return text.ToString();
    }

    private void Append(StringBuilder text, XmlReader xml)
    {
        for (int read; text.Length <= limits.LongestText && (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            text.Append(chunk, 0, Math.Min(read, limits.LongestText + 1 - text.Length));
    }

    /// <summary>Parses a cell address: C5 is row 5, column 3.</summary>
    private static (int Row, int Column) PlaceOf(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).Take(4).ToList();
        return int.TryParse(address.AsSpan(letters.Count), CultureInfo.InvariantCulture, out var row) && letters.Count is > 0 and < 4
            ? (row, letters.Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1))
            : throw new InvalidDataException("Not an address of a cell.");
    }

    private XmlReader Open(string part) =>
        XmlReader.Create((zip.GetEntry(part.Replace('\\', '/')) ?? throw new InvalidDataException("A part is missing.")).Open(), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
        });

    private static bool Next(XmlReader xml) => xml.Read() && (xml.Depth <= Deepest ? true : throw new InvalidDataException("Nested too deeply."));

    private static string? Attribute(XmlReader xml, string localName)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName == localName)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }
        xml.MoveToElement();
        return null;
    }
}
