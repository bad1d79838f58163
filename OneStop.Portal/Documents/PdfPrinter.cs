using Microsoft.AspNetCore.Components;
using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>Prints one of our components as a PDF file: A4, tagged for screen readers, with page numbers.</summary>
internal sealed class PdfPrinter(HeadlessBrowser browser)
{
    public const string ContentType = "application/pdf";

    private const string Foot = """<div style="width:100%;padding:0 14mm;font-size:8px;text-align:right"><span class="pageNumber"></span> / <span class="totalPages"></span></div>""";

    /// <summary>The type and the repeated heads of tables; a document adds its own style to it.</summary>
    private const string Style = """
        body { font-family: "BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", sans-serif; font-size: 10.5pt; line-height: 1.6; color: #1d2523; }
        h1 { font-size: 16pt; margin: 0 0 4mm; } h2 { font-size: 12.5pt; margin: 6mm 0 2mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
        th, td { border: 0.3mm solid #9aa5a1; padding: 1.2mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        .as-written { white-space: pre-wrap; }
        """;

    /// <summary>Prints a component.</summary>
    /// <exception cref="RuleException">No browser is installed, or it does not start; the sentence says what to do.</exception>
    public Task<byte[]> Print<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent =>
        browser.Make<TComponent>(parameters, Style, (794, 1123), page => page.PdfAsync(new()
        {
            Format = "A4",
            Tagged = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = "<span></span>",
            FooterTemplate = Foot,
            Margin = new() { Top = "14mm", Bottom = "16mm", Left = "14mm", Right = "14mm" },
        }));
}
