using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>Prints one of our components as a PDF file: A4, tagged for screen readers, with page numbers.</summary>
internal sealed class PdfPrinter(HeadlessBrowser browser)
{
    public const string ContentType = "application/pdf";

    private const string Fonts =
        """
        "BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", sans-serif
        """;
    private const string PageNumber = """<span class="pageNumber"></span> / <span class="totalPages"></span>""";

    /// <summary>The type and the repeated heads of tables; a document adds its own style to it.</summary>
    private const string Style = $$"""
        body { font-family: {{Fonts}}; font-size: 10.5pt; line-height: 1.6; color: #1d2523; }
        h1 { font-size: 16pt; margin: 0 0 4mm; } h2 { font-size: 12.5pt; margin: 6mm 0 2mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
        th, td { border: 0.3mm solid #9aa5a1; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        .as-written { white-space: pre-wrap; }
        """;

    /// <summary>Larger type, for people who are to read it at a glance, or with difficulty.</summary>
    private const string LargeStyle = """
        body { font-size: 15pt; line-height: 1.8; } h1 { font-size: 24pt; margin: 0 0 6mm; } h2 { font-size: 18pt; margin: 8mm 0 3mm; }
        th, td { padding: 2.4mm 3mm; }
        """;

    /// <summary>Prints a component.</summary>
    /// <param name="sheet">What stands on each page beside the page number, and the size of the type; null for the usual.</param>
    /// <exception cref="RuleException">No browser is installed, or it does not start; the sentence says what to do.</exception>
    public Task<byte[]> Print<TComponent>(Dictionary<string, object?> parameters, PdfSheet? sheet = null) where TComponent : IComponent
    {
        var (head, foot, isLarge) = sheet ?? new();
        return browser.Make<TComponent>(parameters, isLarge ? Style + LargeStyle : Style, (794, 1123), page => page.PdfAsync(new()
        {
            Format = "A4",
            Tagged = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = Edge(head, ""),
            FooterTemplate = Edge(foot, PageNumber),
            Margin = new() { Top = "14mm", Bottom = "16mm", Left = "14mm", Right = "14mm" },
        }));
    }

    /// <summary>The line above or below the text of each page. The browser draws it without the page's style; a text too long for one line is cut.</summary>
    private static string Edge(string words, string number) => $"""
        <div style='width:100%;padding:0 14mm;font:8px {Fonts};display:flex;gap:6mm;justify-content:space-between'>
        <span style='overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>{HtmlEncoder.Default.Encode(words)}</span>
        <span style='flex:none'>{number}</span></div>
        """;
}

/// <summary>What a document says on each of its pages, and how large.</summary>
/// <param name="Head">The words at the top of each page.</param>
/// <param name="Foot">The words at the bottom, beside the page number: P-0012 第2版 2026年11月30日.</param>
/// <param name="IsLarge">Whether the type is larger than usual.</param>
internal sealed record PdfSheet(string Head = "", string Foot = "", bool IsLarge = false);
