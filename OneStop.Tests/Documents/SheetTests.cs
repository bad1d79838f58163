using System.IO.Compression;
using System.Xml.Linq;
using ClosedXML.Excel;
using OneStop.Domain;
using OneStop.Domain.Staff;
using OneStop.Portal.Documents;

namespace OneStop.Tests.Documents;

/// <summary>Workbooks read back from their bytes: cell by cell, and as XML parts where a reader would hide the content.</summary>
public sealed class SheetTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"a\")")]
    [InlineData("=1+1")]
    [InlineData("+81-90-1234-5678")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("{=1+1}")]
    [InlineData("'=1+1")]
    [InlineData("''")]
    public void Text_is_text_whatever_it_begins_with(string text)
    {
        var bytes = Write(Sheet.Of([text]).Titled(text).Explained(text).Column(text, t => t));
        Assert.DoesNotContain("<x:f>", Part(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        using var book = Open(bytes);
        foreach (var cell in (string[])["A1", "A2", "A3", "A4"])
        {
            Assert.Equal((false, XLDataType.Text, text.Replace('\r', '\n')),
                (book.Worksheet(1).Cell(cell).HasFormula, book.Worksheet(1).Cell(cell).DataType,
                    book.Worksheet(1).Cell(cell).GetString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
            // it stays text after editing
            Assert.Equal("=+-@\t\r\n＝".Contains(text[0], StringComparison.Ordinal), book.Worksheet(1).Cell(cell).Style.IncludeQuotePrefix);
        }
    }

    [Fact]
    public void A_value_is_what_it_is_and_not_its_words()
    {
        var instant = new DateTimeOffset(2026, 10, 5, 15, 30, 0, TimeSpan.Zero);
        var bytes = Write(Sheet.Of([0]).Column("日", _ => (DateOnly?)new(2026, 10, 5))
            .Column("日時", _ => instant).Column("時刻", _ => new TimeOnly(9, 30)).Column("人数", _ => 12345)
            .Column("率", _ => 12.5m).Column("同意", _ => true).Column("済", _ => false, yes: "済", no: "未").Column("職務", _ => Duty.Counselor.InJapanese)
            .Column("番号", _ => "0123").Column("昔", _ => new DateOnly(1868, 1, 25))
            .Column("なし", _ => (DateOnly?)null).Column("長い数", _ => 12345678901234567m));
        using var book = Open(bytes);
        var cells = book.Worksheet(1).Row(2).Cells(1, 12).ToList();
        Assert.Equal<object>([new DateTime(2026, 10, 5), new DateTime(2026, 10, 6, 0, 30, 0), new DateTime(1899, 12, 30, 9, 30, 0), 12345d, 12.5d, "はい",
            "未", "キャリアカウンセラー", "0123", "1868/01/25", "", "12345678901234567"], cells.Select(c => c.Value));
        Assert.Equal([XLDataType.DateTime, XLDataType.DateTime, XLDataType.DateTime, XLDataType.Number, XLDataType.Number, XLDataType.Text,
            XLDataType.Text, XLDataType.Text, XLDataType.Text, XLDataType.Text], cells.Take(10).Select(c => c.DataType));
        Assert.Equal(["yyyy/mm/dd", "yyyy/mm/dd h:mm", "h:mm", "#,##0", "#,##0.0##", "@"], cells.Take(6).Select(c => c.Style.NumberFormat.Format));
    }

    [Fact]
    public void Heads_stay_in_sight_filter_and_stand_on_each_printed_page()
    {
        var bytes = Write(Sheet.Of([1, 2]).Named("一覧").Titled("相談 & 予約").Explained("読み方").Frozen(columns: 1).Column("番号", n => n).Column("二倍", n => n * 2));
        var sheet = XDocument.Parse(Part(bytes, "xl/worksheets/sheet1.xml"));
        XElement One(string name) => sheet.Descendants().Single(e => e.Name.LocalName == name);
        Assert.Equal(("3", "1", "frozenSplit"),
            ((string?)One("pane").Attribute("ySplit"), (string?)One("pane").Attribute("xSplit"), (string?)One("pane").Attribute("state")));
        Assert.Equal("A3:B5", (string?)One("autoFilter").Attribute("ref"));
        Assert.Equal(("9", "landscape", "1", "0"),
            ((string?)One("pageSetup").Attribute("paperSize"), (string?)One("pageSetup").Attribute("orientation"),
                (string?)One("pageSetup").Attribute("fitToWidth") ?? "1", (string?)One("pageSetup").Attribute("fitToHeight")));
        Assert.True((bool?)One("pageSetUpPr").Attribute("fitToPage"));
        Assert.Equal("&L相談 && 予約&R2026年10月5日 作成", One("oddHeader").Value);
        Assert.Equal("&C&P / &N", One("oddFooter").Value);
        Assert.Contains("一覧!3:3", Part(bytes, "xl/workbook.xml"), StringComparison.Ordinal);
        using var book = Open(bytes);
        Assert.True(book.Worksheet("一覧").Cell(3, 1).Style.Font.Bold);
    }

    [Fact]
    public void A_column_is_as_wide_as_what_stands_in_it()
    {
        var bytes = Write(Sheet.Of(["短い", "この文は全角で二十文字になるように書いた"]).Column("氏名", t => t)
            .Column("半角", _ => "abcdefghij").Column("決めた", _ => "", width: 33).Column("長文", _ => new string('あ', 500)));
        using var book = Open(bytes);
        Assert.Equal([41, 11, 33, 60], book.Worksheet(1).Columns(1, 4).Select(c => Math.Round(c.Width)));
    }

    [Fact]
    public void What_no_cell_can_hold_is_left_out()
    {
        var bytes = Write(Sheet.Of(["a\u0000\u0001\u001Bb\uFFFE\uD800c😀\uDC00"]).Column("文", t => t).Column("長い", _ => new string('あ', 32_766) + "😀"));
        using var book = Open(bytes);
        Assert.Equal("abc😀", book.Worksheet(1).Cell(2, 1).GetString());
        Assert.Equal(32_766, book.Worksheet(1).Cell(2, 2).GetString().Length); // no half of the emoji
    }

    [Fact]
    public void What_looks_like_a_number_of_a_character_stays_as_it_was_written() => // Excel reads _x003D_ as an equals sign
        Assert.Contains("<x:t>_x005F_x003D_1+1</x:t>", Part(Write(Sheet.Of(["_x003D_1+1"]).Column("文", t => t)), "xl/sharedStrings.xml"),
            StringComparison.Ordinal);

    [Fact]
    public void Each_sheet_has_a_name_that_Excel_takes()
    {
        string[] wished = ["一覧", "一覧", "", "'[a]:b*c?/\\'", "History", new string('長', 40), new string('長', 40), "LIST", "list"];
        using var book = Open(Workbook.Write(Today, [.. wished.Select(name => Sheet.Of([1]).Named(name).Column("a", n => n))]));
        Assert.Equal(["一覧", "一覧 (2)", "シート", "_a__b_c___", "History_", new string('長', 31), new string('長', 26) + " (2)", "LIST", "list (2)"],
            book.Worksheets.Select(s => s.Name));
    }

    [Fact]
    public void A_sheet_without_rows_has_its_heads()
    {
        using var book = Open(Write(Sheet.Of(Array.Empty<string>()).Column("氏名", t => t)));
        Assert.Equal("氏名", Assert.Single(book.Worksheet(1).CellsUsed()).GetString());
    }

    [Fact]
    public void Two_thousand_rows_come_back()
    {
        var bytes = Write(Sheet.Of(Enumerable.Range(1, 2000)).Column("番号", n => n).Column("氏名", n => $"氏名 {n}").Column("日", n => Today.AddDays(n)));
        using var book = Open(bytes);
        Assert.Equal((2001, "氏名 2000"), (book.Worksheet(1).LastRowUsed().RowNumber(), book.Worksheet(1).Cell(2001, 2).GetString()));
    }

    private static byte[] Write(Sheet sheet) => Workbook.Write(Today, sheet);

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static string Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
