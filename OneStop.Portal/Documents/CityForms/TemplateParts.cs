using System.IO.Compression;
using System.Xml;
using OneStop.Domain;
using OneStop.Domain.Attachments;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>
/// Refuses an uploaded template that is no plain workbook. Every part is named by a relationship (ECMA-376, part 2), and only those types pass that a
/// form on paper can need: what nobody thought of is refused.
/// </summary>
internal static class TemplateParts
{
    public static readonly SheetLimits Limits = new("様式だけを入れた");

    private const string Macros = "マクロが入っています。マクロのない様式（.xlsx）を選んでください。";
    private const string Links = "ほかのファイルや外部のデータへのリンクが入っています。Excelの「データ」の「リンクの編集」などで外してから、もう一度選んでください。";
    private const string Embedded = "ほかのファイルや部品が埋め込まれています。取り除いてから、もう一度選んでください。";

    private static readonly string[] Pages = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto];

    private static readonly HashSet<string> Allowed = new(
    [
        "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "worksheet", "theme", "styles", "sharedStrings",
        "calcChain", "sheetMetadata", "drawing", "vmlDrawing", "image", "hdphoto", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "comments",
        "threadedComment", "person", "printerSettings", "table", "hyperlink", "ctrlProp", "customXml", "customXmlProps", "customProperty",
        "FeaturePropertyBag", "classificationlabels", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    ], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["vbaProject"] = Macros,
        ["xlMacrosheet"] = Macros,
        ["xlIntlMacrosheet"] = Macros,
        ["attachedToolbars"] = Macros,
        ["customUI"] = Macros,
        ["extensibility"] = Macros,
        ["externalLink"] = Links,
        ["externalLinkPath"] = Links,
        ["connections"] = Links,
        ["queryTable"] = Links,
        ["oleObject"] = Embedded,
        ["package"] = Embedded,
        ["control"] = Embedded,
        ["activeXControlBinary"] = Embedded,
    };

    /// <exception cref="RuleException">It is no workbook, encrypted, has macros, links to something, or is too large; the sentence says which.</exception>
    public static void RefuseStrange(byte[] template)
    {
        if (template.Length > SheetLimits.LargestUpload)
            throw new RuleException($"ファイルは{SheetLimits.LargestUpload / 1024 / 1024}MBまでです。{Limits.Advice}ファイルにしてください。");
        var judged = FileJudgement.Of(template);
        if (judged is RefusedFile refused)
            throw new RuleException(refused.Reason);
        if (judged is not TakenFile { Kind: var kind } || kind != FileKind.Xlsx)
            throw new RuleException("Excelのファイル（.xlsx）を選んでください。古い形式（.xls）は、Excelで開いて .xlsx で保存してから選んでください。");
        using var bytes = new MemoryStream(template, writable: false);
        SheetUpload.RefuseStrange(bytes, Limits);
        bytes.Position = 0;
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            RefuseStrange(entry);
    }

    private static void RefuseStrange(ZipArchiveEntry relations)
    {
        using var xml = XmlReader.Create(relations.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                continue;
            var type = (xml.GetAttribute("Type") ?? "").Split('/')[^1];
            if (Refused.TryGetValue(type, out var why))
                throw new RuleException(why);
            if (!Allowed.Contains(type))
                throw new RuleException($"様式に使えないもの（{Bidi.Without(type.CutTo(40))}）が入っています。新しいブックに様式のシートだけを写してから、もう一度選んでください。");
            if (xml.GetAttribute("TargetMode") == "External" && !(type == "hyperlink" && IsPage(xml.GetAttribute("Target"))))
                throw new RuleException(Links);
        }
    }

    /// <summary>Whether it is the address of a page or of a mail; another would open a file of some server.</summary>
    private static bool IsPage(string? target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var address) && Pages.Contains(address.Scheme);
}
