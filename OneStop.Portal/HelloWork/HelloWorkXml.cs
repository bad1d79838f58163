using System.Globalization;
using System.Text;
using System.Xml;
using OneStop.Domain;
using OneStop.Domain.JobOpenings.Importing;

namespace OneStop.Portal.HelloWork;

/// <summary>A set of openings that can be fetched, such as those of a prefecture.</summary>
/// <param name="Id">The service's data_id.</param>
/// <param name="Count">The number of its records; 0 if not said.</param>
/// <param name="Pages">The number of its pages; 0 if not said.</param>
internal sealed record HelloWorkDataSet(string Id, string Name, int Count, int Pages);

/// <summary>What an answer of the service contains.</summary>
/// <param name="Records">Each &lt;data&gt; element: its tags and texts, whatever the tags are.</param>
/// <param name="Values">The elements outside of them, such as token, page and errorDetail; the last of each name.</param>
internal sealed record HelloWorkAnswer(IReadOnlyList<RawRecord> Records, IReadOnlyDictionary<string, string> Values, bool HasList)
{
    /// <summary>Whether the service reports an error instead of answering.</summary>
    public bool IsError => Records.Count == 0 && Values.Keys.Any(name => name.StartsWith("error", StringComparison.OrdinalIgnoreCase));
}

/// <summary>
/// Reads the service's XML as a stream: <c>&lt;root&gt;&lt;kyujin&gt;&lt;data&gt;&lt;kjno&gt;…</c>. It comes from outside: no document type, no entity and no
/// address in it is followed, and its size is limited.
/// </summary>
internal static class HelloWorkXml
{
    private const string Record = "data";
    private const int LongestText = 10_000;
    private const int MostRecords = 5_000; // the service sends 1,000
    private const int MostTexts = 2_000;
    private const int Deepest = 20;
    private static readonly string[] Lists = ["kyujin", "kyujin_list"];

    /// <param name="largest">The most characters that are read.</param>
    /// <exception cref="XmlException">It is not well-formed, cut off, or too large.</exception>
    public static async Task<HelloWorkAnswer> Read(Stream content, int largest)
    {
        var (records, values, hasList) = (new List<RawRecord>(), new Dictionary<string, string>(), false);
        using var xml = XmlReader.Create(content, new()
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = largest,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false, // a control character in a text spoils only itself
        });
        while (await Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == Record)
                records.Add(records.Count < MostRecords ? await RecordIn(xml) : throw new XmlException("Too many records."));
            else if (Lists.Contains(xml.LocalName))
                hasList = true;
            else if (xml.Depth > 0)
                values[xml.LocalName] = await TextIn(xml);
        }
        return new(records, values, hasList);
    }

    /// <summary>Returns the sets of a list.</summary>
    public static IReadOnlyList<HelloWorkDataSet> DataSets(HelloWorkAnswer answer) =>
        [.. answer.Records.Select(r => new HelloWorkDataSet(Text(r, "data_id"), Text(r, "data_name"), Number(r, "count"), Number(r, "page")))
            .Where(s => s.Id.Length > 0)];

    private static string Text(RawRecord record, string name) => record.Texts.FirstOrDefault(t => t.Name == name)?.Text ?? "";

    private static int Number(RawRecord record, string name) =>
        int.TryParse(Text(record, name), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<RawRecord> RecordIn(XmlReader xml)
    {
        var (texts, depth, isEmpty) = (new List<RawText>(), xml.Depth, xml.IsEmptyElement);
        while (!isEmpty && await Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var name = xml.LocalName;
            var text = await TextIn(xml);
            if (texts.Count == MostTexts)
                throw new XmlException("Too many texts in a record.");
            if (!string.IsNullOrWhiteSpace(text))
                texts.Add(new(name, text.Trim().CutTo(LongestText), name, text.Length > LongestText ? RawFlaw.Cut : RawFlaw.None));
        }
        return new(texts);
    }

    /// <summary>Returns the text of an element and all within it, one letter longer than the longest text at most.</summary>
    private static async Task<string> TextIn(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth, chunk) = (new StringBuilder(), xml.Depth, new char[512]);
        while (await Next(xml) && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            for (int read; text.Length <= LongestText && (read = await xml.ReadValueChunkAsync(chunk, 0, chunk.Length)) > 0;)
                text.Append(chunk, 0, Math.Min(read, LongestText + 1 - text.Length));
        }
        return text.ToString();
    }

    private static async Task<bool> Next(XmlReader xml) =>
        await xml.ReadAsync() && (xml.Depth <= Deepest ? true : throw new XmlException("Nested too deeply."));
}
