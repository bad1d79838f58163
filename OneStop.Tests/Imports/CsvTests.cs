using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Portal.Documents;

namespace OneStop.Tests.Imports;

/// <summary>CSV as Excel in Japan writes it, and in unusual forms.</summary>
public sealed class CsvTests
{
    private const string Names = "①㈱髙﨑Ⅳ～ｱｲｳ";

    [Theory]
    [InlineData("shift_jis", false)]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void It_is_read_in_the_encodings_in_which_it_comes(string charset, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"氏名,{Names}")];
        Assert.Equal([("A1", "氏名"), ("B1", Names)], Cells(bytes));
    }

    [Fact]
    public void What_could_be_either_is_UTF_8() // these bytes are three kanji in Shift_JIS
        => Assert.Equal([("A1", "氏名")], Cells("氏名"));

    [Fact]
    public void Names_in_half_width_are_not_taken_for_another_encoding() // these bytes are kanji in EUC-JP
        => Assert.Equal([("A1", "ﾔﾏﾀﾞ"), ("B1", "ﾊﾅｺ")], Cells(CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("ﾔﾏﾀﾞ,ﾊﾅｺ")));

    [Fact]
    public void Fields_in_quotes_hold_commas_breaks_and_quotes() =>
        Assert.Equal([("A1", "氏名"), ("B1", "メモ"), ("A2", "見本, 花子"), ("B2", "一行目\r\n二行目 \"急ぎ\""), ("A4", "太郎"), ("C4", "5\" 画面")],
            Cells("氏名,メモ\r\n\"見本, 花子\",\"一行目\r\n二行目 \"\"急ぎ\"\"\"\r\n\r\n太郎,\"\",5\" 画面"));

    [Theory]
    [InlineData("a\tb\n1,5\t2")]
    [InlineData("a,b\r\"1,5\",2")]
    [InlineData("a,b\n\"1,5\",2\n\n\n")]
    public void Tabs_and_all_ends_of_lines_are_known(string text) => Assert.Equal([("A1", "a"), ("B1", "b"), ("A2", "1,5"), ("B2", "2")], Cells(text));

    [Fact]
    public void A_quote_that_is_never_closed_is_told_at_its_cell() =>
        Assert.Contains("B2", Assert.Throws<RuleException>(() => Cells("氏名,メモ\n花子,\"閉じない\n太郎,b")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0, 1, 2, 3 })]
    [InlineData(new byte[] { 0x82 })] // half a character
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    [InlineData(new byte[] { 0x41, 0xFD, 0xFE, 0xA0 })]
    public void What_is_no_text_is_refused_with_a_way_out(byte[] bytes) =>
        Assert.Contains("CSV UTF-8", Assert.Throws<RuleException>(() => Cells(bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void It_has_the_limits_of_a_workbook()
    {
        var limits = new SheetLimits("一覧だけの") { MostCells = 1000, LongestText = 10 };
        Assert.Equal("表が大きすぎます。一覧だけのファイルにしてください。",
            Assert.Throws<RuleException>(() => Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 501))), limits)).Message);
        Assert.Equal(1000, Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b,,,,\n", 500))), limits).Count);
        Assert.Equal(new string('あ', 9), Read(Encoding.UTF8.GetBytes(new string('あ', 9) + "😀😀"), limits)[0].Text); // no half of an emoji
        Assert.Contains("5MBまで", Assert.Throws<RuleException>(() => Read(new byte[SheetLimits.LargestUpload + 1], limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_called_CSV_is_read_as_what_it_is() =>
        Assert.Equal("氏名", Read(Workbook.Write(new(2026, 10, 5), Sheet.Of([1]).Column("氏名", _ => "花子")), new("一覧だけの"))[0].Text);

    private static List<(string, string)> Cells(string text) => Cells(Encoding.UTF8.GetBytes(text));

    private static List<(string, string)> Cells(byte[] bytes) => [.. Read(bytes, new("一覧だけの")).Select(c => (c.Address, c.Text))];

    private static IReadOnlyList<SheetCell> Read(byte[] bytes, SheetLimits limits) => SheetUpload.Read(new MemoryStream(bytes), "表.CSV", limits).Cells;
}
