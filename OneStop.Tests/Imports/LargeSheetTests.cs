using System.IO.Compression;
using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Portal.Documents;

namespace OneStop.Tests.Imports;

/// <summary>Sheets that are too large for memory are read row by row, in the right letters or not at all.</summary>
public sealed class LargeSheetTests
{
    private const string Names = "①㈱髙﨑Ⅳ～ｱｲｳ";
    private static readonly SheetLimits Limits = new("求人だけの") { LargestFile = 30 * 1024 * 1024, MostRows = 1_000, MostCells = int.MaxValue };

    [Theory]
    [InlineData("shift_jis", false)]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Letters_that_lie_across_the_pieces_in_which_a_file_is_read_stay_whole(string charset, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var cell = string.Concat(Enumerable.Repeat(Names, 300)); // no letter begins at a multiple of the length of a piece
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(string.Concat(Enumerable.Repeat($"x{cell}\n", 80)))];
        var rows = Rows(bytes);
        Assert.Equal((80, $"x{cell}"), (rows.Count, rows.Select(r => r.Cells[0].Text).Distinct().Single()));
    }

    [Fact]
    public void A_letter_of_another_encoding_far_down_decides_about_the_whole_file()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("kjno,sksu\n", 20_000))), 0x8E, 0x96, 0x96, 0xB1]; // 事務 in Shift_JIS
        Assert.Equal("事務", Rows(bytes, Limits with { MostRows = 30_000 })[^1].Cells[0].Text);
    }

    [Theory]
    [InlineData("求人番号,職種,事業所名\n40010-1,事務,見本", 51932, "EUC-JP")]
    [InlineData("求人番号,職種\n40010-1,ｼﾞﾑ", 51932, "EUC-JP")]
    [InlineData("求人番号,職種\n40010-1,事務", 50220, "読めませんでした")] // ISO-2022-JP: all of its bytes are ASCII
    [InlineData("求人番号,職種\n40010-1,事務", 1200, "読めませんでした")] // UTF-16 without a mark
    [InlineData("求人番号,職種\n40010-1,事\0務", 65001, "読めませんでした")]
    public void Letters_that_would_be_taken_for_others_are_refused(string text, int codePage, string sentence)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var refusal = Assert.Throws<RuleException>(() => Rows(encoding.GetBytes(text)));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_tells_its_number_its_width_and_whether_the_file_ends_in_it()
    {
        var rows = Rows("番号,職種,\n\n1,\"事務\n補助\",\n,,\n2,販");
        Assert.Equal([(1, 2, 3, false), (3, 2, 3, false), (5, 2, 2, true)], rows.Select(r => (r.Number, r.Cells.Count, r.Width, r.IsOpen)));
        Assert.Equal("事務\n補助", rows[1].Cells[1].Text);
        Assert.False(Rows("1,事務\n2,販売\n")[^1].IsOpen);
    }

    [Fact]
    public void A_cell_that_is_too_long_is_cut_and_says_so()
    {
        var limits = Limits with { LongestText = 4 };
        Assert.Equal([("あいうえ", false), ("あいうえ", true), ("おかきく", false)],
            Rows(Encoding.UTF8.GetBytes("あいうえ,あいうえお,おかきく"), limits).SelectMany(r => r.Cells).Select(c => (c.Text, c.IsCut)));
        Assert.Equal([("あいうえ", false), ("あいうえ", true)],
            Rows(Written(["あいうえ", "あいうえお"]), limits, "表.xlsx").SelectMany(r => r.Cells).Select(c => (c.Text, c.IsCut)));
    }

    [Theory]
    [InlineData("表.csv")]
    [InlineData("表.xlsx")]
    public void A_row_too_many_is_refused_when_it_is_reached(string name)
    {
        var texts = Enumerable.Range(1, 1001).Select(n => $"x{n}").ToList();
        var read = SheetUpload.Rows(new MemoryStream(name == "表.csv" ? Encoding.UTF8.GetBytes(string.Join('\n', texts)) : Written(texts)), name, Limits);
        var before = new List<SheetRow>();
        var refusal = Assert.Throws<RuleException>(() => before.AddRange(Counted(read, before)));
        Assert.Equal("1,000行までです。求人だけのファイルにしてください。", refusal.Message);
        Assert.Equal(1000, before.Count);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text_and_a_formula_has_none()
    {
        Assert.Equal("=cmd|' /C calc'!A0", Rows("=cmd|' /C calc'!A0,x")[0].Cells[0].Text);
        var formula = Rows(Xlsx("""<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><v>x</v></c></row>"""), Limits, "表.xlsx")[0];
        Assert.Equal([("", true), ("x", false)], formula.Cells.Select(c => (c.Text, c.IsFormula)));
    }

    [Fact]
    public void A_workbook_that_unpacks_to_far_more_is_refused_before_a_row_is_read()
    {
        var bomb = Xlsx(new string(' ', 21 * 1024 * 1024));
        Assert.True(bomb.Length < 1024 * 1024);
        Assert.Contains("大きすぎます", Assert.Throws<RuleException>(() => SheetUpload.Rows(new MemoryStream(bomb), "求人.xlsx", Limits)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_is_refused_also_in_its_middle()
    {
        var read = SheetUpload.Rows(new MemoryStream(Xlsx("""<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</c>""")), "求人.xlsx", Limits);
        var before = new List<SheetRow>();
        Assert.Contains("読めませんでした", Assert.Throws<RuleException>(() => before.AddRange(Counted(read, before))).Message, StringComparison.Ordinal);
        Assert.Single(before);
    }

    [Fact]
    public async Task An_upload_is_kept_in_a_file_of_its_own_and_read_as_often_as_needed()
    {
        var received = new List<long>();
        using var sheet = await SpooledSheet.Receive(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("あ,い\n", 900)))), "求人.csv", Limits,
            new Told(received));
        Assert.Equal([900, 900], [sheet.Rows().Count(), sheet.Rows().Count()]);
        Assert.Equal((1.0, 900 * 8L), (sheet.Share, received[^1]));
    }

    [Fact]
    public async Task An_upload_that_is_too_large_is_not_received_to_its_end()
    {
        var upload = new MemoryStream(new byte[31 * 1024 * 1024]);
        Assert.Contains("30MBまで", (await Assert.ThrowsAsync<RuleException>(() => SpooledSheet.Receive(upload, "求人.csv", Limits))).Message,
            StringComparison.Ordinal);
        Assert.True(upload.Position <= Limits.LargestFile + (128 * 1024));
    }

    [Fact]
    public void No_more_is_read_than_the_rows_that_were_asked_for()
    {
        var line = $"40010-12345678,{new string('あ', 300)},見本\n";
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 5_000)))); // 5 MB
        using var rows = SheetUpload.Rows(file, "求人.csv", Limits with { MostRows = 50_000 }).GetEnumerator();
        Assert.True(rows.MoveNext());
        Assert.InRange(file.Position, 1, 256 * 1024);
    }

    private static IEnumerable<SheetRow> Counted(IEnumerable<SheetRow> rows, List<SheetRow> into)
    {
        foreach (var row in rows)
            into.Add(row);
        yield break;
    }

    private static List<SheetRow> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    private static List<SheetRow> Rows(byte[] bytes, SheetLimits? limits = null, string name = "表.csv") =>
        [.. SheetUpload.Rows(new MemoryStream(bytes), name, limits ?? Limits)];

    private static byte[] Written(IReadOnlyList<string> texts) =>
        Xlsx(string.Concat(texts.Select((t, i) => $"""<row r="{i + 1}"><c r="A{i + 1}" t="str"><v>{t}</v></c></row>""")));

    private static byte[] Xlsx(string rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", """<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns:r="r"><sheets><sheet name="求人" sheetId="1" r:id="s1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="s1" Type="x/worksheet" Target="sheet.xml"/></Relationships>""");
            Write(zip, "xl/sheet.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>");
        }
        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed class Told(List<long> received) : IProgress<long>
    {
        public void Report(long value) => received.Add(value);
    }
}
