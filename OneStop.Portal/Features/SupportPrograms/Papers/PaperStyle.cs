using OneStop.Domain.SupportPrograms.Papers;
using OneStop.Portal.Documents;

namespace OneStop.Portal.Features.SupportPrograms.Papers;

/// <summary>How the papers of a program look, on paper and in their previews alike, and what stands on each of their pages.</summary>
internal static class PaperStyle
{
    /// <summary>The style sheet of all papers. Black on white: nothing is told by colour.</summary>
    public const string All = """
        .paper { background: #fff; color: #1d2523; line-height: 1.6; font-size: 10.5pt; overflow-wrap: anywhere; }
        .paper .paper-page { break-after: page; }
        .paper .paper-page:last-of-type { break-after: auto; }
        .paper :is(h1, h2, h3, h4, h5) {
            break-after: avoid; margin: 5mm 0 2mm; font-size: 12.5pt; line-height: 1.4; font-weight: 700; color: inherit;
        }
        .paper .paper-title > * { font-size: 16pt; margin: 0 0 3mm; }
        .paper table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; }
        .paper thead { display: table-header-group; }
        .paper tr { break-inside: avoid; }
        .paper th, .paper td {
            border: 0.3mm solid #6b7773; padding: 1mm 2mm; text-align: left; vertical-align: top; font-weight: 400; color: inherit;
        }
        .paper thead th { font-weight: 700; background: #f1f3f2; }
        .paper tbody > tr > th { width: 30mm; }
        .paper.large tbody > tr > th { width: 44mm; }
        .paper table.wide { table-layout: fixed; font-size: 8.5pt; line-height: 1.5; }
        .paper table.wide :is(th, td) { padding: 0.8mm 1mm; width: 15%; }
        .paper table.wide thead th:is(:nth-child(1), :nth-child(6), :nth-child(7)) { width: 11%; }
        .paper table.wide thead th:nth-child(4) { width: 8%; }
        .paper table.wide thead th:nth-child(n + 8) { width: 7.5%; }
        .paper .words { white-space: pre-wrap; }
        .paper p { margin: 0 0 2mm; }
        .paper .warning { border: 0.6mm solid #1d2523; padding: 1.5mm 3mm; font-weight: 700; text-align: center; }
        .paper .own-words { border-left: 1.4mm solid #1d2523; padding: 1mm 4mm; margin: 0 0 4mm; white-space: pre-wrap; }
        .paper .thing { break-inside: avoid; border: 0.3mm solid #6b7773; border-radius: 2mm; padding: 2mm 4mm; margin: 0 0 3mm; }
        .paper dl { margin: 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 4mm; }
        .paper dd { margin: 0; }
        .paper dt { font-weight: 400; }
        .paper .gantt-sheet { break-inside: avoid; font-size: 9pt; line-height: 1.35; }
        .paper .gantt-sheet td { width: 8mm; padding: 0; text-align: center; vertical-align: middle; font-weight: 700; }
        .paper .gantt-sheet thead th + th { text-align: center; padding: 1mm 0; font-weight: 400; }
        .paper .gantt-sheet tbody > tr > th { width: auto; }
        .paper .sign { break-inside: avoid; }
        .paper .sign td { height: 12mm; }
        .paper.large { font-size: 15pt; line-height: 1.7; }
        .paper.large :is(h1, h2, h3, h4, h5) { font-size: 17pt; margin: 6mm 0 2mm; }
        .paper.large .paper-title > * { font-size: 22pt; margin: 0 0 4mm; }
        .paper.large th, .paper.large td { padding: 1.6mm 3mm; }
        .paper.large .gantt-sheet { font-size: 10pt; }
        .paper.large .gantt-sheet td { padding: 0; }
        """;

    /// <summary>はなさんの計画</summary>
    /// <param name="calledAs">Null if the person never said how they wish to be called.</param>
    public static string PlanOf(string? calledAs) =>
        calledAs is { } name ? $"{name}{(name.EndsWith("さん", StringComparison.Ordinal) ? "" : "さん")}の計画" : "あなたの計画";

    extension(PaperHead head)
    {
        /// <summary>The head and foot of each page.</summary>
        /// <param name="title">Which paper it is.</param>
        public PdfSheet Sheet(string title, bool isLarge = false) =>
            new(head.Warning.Length > 0 ? $"{title}　{head.Warning}" : title, head.Foot, isLarge);
    }
}
