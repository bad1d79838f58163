using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OneStop.Portal.Documents.CityForms;

/// <summary>The cell styles of a template, and variants of them that differ in one thing and keep the look.</summary>
internal sealed class TemplateStyles(WorkbookPart book)
{
    /// <summary>令和8年11月30日</summary>
    private const string EraDate = """[$-411]ggge"年"m"月"d"日" """;

    private const uint FirstOwnFormat = 164;

    /// <summary>The numbers of dates among the formats that Excel has built in, those of Japanese included (ECMA-376, part 1, 18.8.30).</summary>
    private static readonly HashSet<uint> Dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

    private readonly Dictionary<(uint Style, string Change), uint> variants = [];

    private Stylesheet? Sheet => book.WorkbookStylesPart?.Stylesheet;

    /// <summary>Returns the style if it shows dates; otherwise one that differs from it only in showing them. Null if the template has no styles.</summary>
    public uint? ForDate(uint style) => FormatOf(style) is not { } format ? null
        : IsDate(format.NumberFormatId?.Value ?? 0) ? style
        : Variant(style, "date", changed => (changed.NumberFormatId, changed.ApplyNumberFormat) = (EraFormat(), true));

    /// <summary>Returns a style with which Excel takes nothing that is typed later into the cell's text for a formula.</summary>
    public uint ForText(uint style) => Variant(style, "text", changed => changed.QuotePrefix = true) ?? style;

    /// <summary>Returns a style that shows several lines.</summary>
    public uint ForLines(uint style) => FormatOf(style)?.Alignment?.WrapText?.Value == true ? style : Variant(style, "lines", changed =>
    {
        changed.Alignment ??= new();
        (changed.Alignment.WrapText, changed.ApplyAlignment) = (true, true);
    }) ?? style;

    private CellFormat? FormatOf(uint style) => Sheet?.CellFormats?.Elements<CellFormat>().ElementAtOrDefault((int)style);

    private uint? Variant(uint style, string change, Action<CellFormat> apply)
    {
        if (variants.TryGetValue((style, change), out var known))
            return known;
        if (FormatOf(style) is not { } format)
            return null;
        var changed = (CellFormat)format.CloneNode(true);
        apply(changed);
        var formats = Sheet!.CellFormats!;
        formats.Append(changed);
        formats.Count = (uint)formats.Elements<CellFormat>().Count();
        return variants[(style, change)] = formats.Count.Value - 1;
    }

    private uint EraFormat()
    {
        var formats = Sheet!.NumberingFormats ??= new();
        var own = formats.Elements<NumberingFormat>().ToList();
        if (own.Find(f => f.FormatCode?.Value == EraDate.TrimEnd())?.NumberFormatId is { } known)
            return known.Value;
        var id = Math.Max(FirstOwnFormat, own.Select(f => f.NumberFormatId?.Value ?? 0).DefaultIfEmpty().Max() + 1);
        formats.Append(new NumberingFormat { NumberFormatId = id, FormatCode = EraDate.TrimEnd() });
        formats.Count = (uint)own.Count + 1;
        return id;
    }

    private bool IsDate(uint format) => Dates.Contains(format)
        || (Sheet?.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(f => f.NumberFormatId?.Value == format)?.FormatCode?.Value is { } code
            && ShowsDate(code));

    /// <summary>Whether a format has letters of days, months with years, or eras, outside of quoted text.</summary>
    internal static bool ShowsDate(string code)
    {
        var (bare, quoted, bracketed) = (new System.Text.StringBuilder(), false, false);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '\\' && !quoted)
                i++;
            else if (code[i] == '"')
                quoted = !quoted;
            else if (code[i] is '[' or ']' && !quoted)
                bracketed = code[i] == '[';
            else if (!quoted && !bracketed)
                bare.Append(char.ToLowerInvariant(code[i]));
        }
        var letters = bare.ToString();
        return !letters.StartsWith("general", StringComparison.Ordinal) && letters.AsSpan().ContainsAny('y', 'd', 'g');
    }
}
