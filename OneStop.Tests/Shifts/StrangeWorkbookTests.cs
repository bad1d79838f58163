using ClosedXML.Excel;
using OneStop.Domain.Shifts;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.Shifts;
using static OneStop.Tests.Shifts.Workbooks;

namespace OneStop.Tests.Shifts;

/// <summary>Files that are not a 勤務表, and content that must be treated as plain text.</summary>
public sealed class StrangeWorkbookTests
{
    [Fact]
    public void Strange_files_are_refused_with_a_sentence()
    {
        Assert.Contains(".xlsx", Refusal("not a workbook"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("読めませんでした", Refusal([.. "PK"u8, .. new byte[500]]), StringComparison.Ordinal);
        Assert.Contains("読めませんでした", Refusal(Zip(("readme.txt", "hello"u8.ToArray()))), StringComparison.Ordinal);
        // a zip bomb: 30 kB that become 30 MB
        Assert.Contains("大きすぎます", Refusal(Zip(("xl/worksheets/sheet1.xml", new byte[30 * 1024 * 1024]))), StringComparison.Ordinal);
        Assert.Contains("大きすぎます", Refusal(Zip([.. Enumerable.Range(0, 400).Select(i => ($"x{i}.xml", Array.Empty<byte>()))])), StringComparison.Ordinal);
        Assert.Contains("大きすぎます", Refusal(new byte[SheetLimits.LargestUpload + 1]), StringComparison.Ordinal);
        using var book = new XLWorkbook();
        book.AddWorksheet("売上");
        book.AddWorksheet("費用");
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        Assert.Contains("「勤務表」という名前のシートがありません", Refusal(bytes.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_is_text()
    {
        var bytes = ShiftWorkbook.Write(new(new(2026, 11, 1), [new("=HYPERLINK(\"http://x\")", "+1", [WorkingTimes.None])]), new(2026, 10, 5));
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.DoesNotContain(book.Worksheet(1).CellsUsed(), c => c.HasFormula);
    }
}
