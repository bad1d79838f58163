using System.Globalization;
using System.Text;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Portal.Documents;

namespace OneStop.Tests.Imports;

/// <summary>
/// A sheet with one line per item, as in most features: columns are recognized by their heads, errors name their cells, and nothing is ignored silently.
/// </summary>
public sealed class ImportTableTests
{
    private static readonly ImportField<string> Name = new("氏名", text => text, "名前", "お名前") { IsRequired = true };
    private static readonly ImportField<PhoneNumber> Phone = new("電話番号",
        text => PhoneNumber.TryRead(text, out var phone) ? phone : throw new RuleException($"「{text}」は電話番号ではありません。"), "TEL", "電話");
    private static readonly ImportField<int> Age = new("年齢",
        text => int.TryParse(text.Plain, CultureInfo.InvariantCulture, out var age) ? age : throw new RuleException("年齢は数字で書いてください。"));

    [Theory]
    [InlineData("氏名,電話番号,年齢")]
    [InlineData("お 名 前*,ＴＥＬ,年 齢")]
    [InlineData("名前,tel,\"年齢\n\"")]
    public void Columns_are_recognised_by_their_heads_and_what_else_they_are_called(string heads)
    {
        var table = Table($"{heads}\r\n見本 花子,090-1234-5678,３０\r\n");
        Assert.Equal(["氏名", "電話番号", "年齢"], table.Map.Columns.Select(c => c.Field));
        Assert.Equal([("見本 花子", 30)], Read(table));
        Assert.Empty(table.Passed);
    }

    [Fact]
    public void The_heads_may_stand_under_a_title_and_notes()
    {
        var table = Table("利用者の一覧,,令和8年\n\n電話のある人だけ\n番号,氏名,電話番号,備考\n1,見本 花子,090-1234-5678,\n2,見本 太郎,,かけ直す\n");
        Assert.Equal((4, 2), (table.HeadRow, Read(table).Count));
        Assert.Equal([("A4", "「番号」の列は、読みませんでした。"), ("D4", "「備考」の列は、読みませんでした。")], table.Passed.Select(p => (p.Address, p.Sentence)));
    }

    [Fact]
    public void A_column_that_is_needed_and_not_recognised_is_asked_for_and_can_be_chosen()
    {
        const string Sheet = "なまえ,れんらく先,氏名コード\n見本 花子,090-1234-5678,7\n";
        var table = Table(Sheet);
        Assert.True(table.Map.IsWanting);
        Assert.Equal("「氏名」の列がありません。「列の対応」で選ぶか、見出しを直してください。", Assert.Single(table.Faults).Sentence);
        Assert.Equal(("なまえ", "見本 花子", null), table.Map.Columns[0] is var first ? (first.Head, first.Sample, first.Field) : default);
        Assert.Empty(Read(table));

        var chosen = Table(Sheet, new() { [1] = "氏名", [2] = "電話番号" });
        Assert.Equal((false, 0), (chosen.Map.IsWanting, chosen.Faults.Count));
        Assert.Equal([("見本 花子", 0)], Read(chosen));
    }

    [Fact]
    public void A_column_that_was_recognised_can_be_left_out()
    {
        var table = Table("氏名,年齢\n見本 花子,三十\n", new() { [2] = "" });
        Assert.Equal([("見本 花子", 0)], Read(table));
        Assert.Empty(table.Faults);
        Assert.Equal("B1", Assert.Single(table.Passed).Address);
    }

    [Fact]
    public void Each_fault_is_told_at_its_cell_and_other_cells_of_the_line_are_read()
    {
        var table = Table("氏名,電話番号,年齢,年齢\n見本 花子,番号なし,三十,\n,090-1234-5678,20,\n見本 太郎,,,\n");
        Assert.Equal([("見本 花子", 0), ("見本 太郎", 0)], Read(table));
        Assert.Equal([("D1", "年齢の列が2つあります。"), ("B2", "「番号なし」は電話番号ではありません。"), ("C2", "年齢は数字で書いてください。"), ("A3", "氏名がありません。")],
            table.Faults.Select(f => (f.Address, f.Sentence)));
    }

    [Fact]
    public void A_formula_and_a_merged_cell_are_no_values()
    {
        var table = new ImportTable(
            new("表.xlsx", [new(1, 1, "氏名"), new(1, 2, "年齢"), new(2, 1, "", IsFormula: true), new(3, 1, "見本 花子"), new(3, 2, "30", IsMerged: true)]),
            [Name, Age]);
        Read(table);
        Assert.Equal([("A2", true), ("B3", false)], table.Faults.Select(f => (f.Address, f.Sentence.Contains("数式", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("Shift_JIS")]
    [InlineData("UTF-8")]
    public void Two_thousand_lines_are_read_from_whatever_they_come_in(string kind)
    {
        var people = Enumerable.Range(1, 2000).Select(n => (Name: $"髙﨑 ㈱① {n}", Age: 20 + (n % 50))).ToList();
        var bytes = kind == "xlsx" ? Workbook.Write(new(2026, 10, 5), Sheet.Of(people).Titled("二千人").Column("氏名", p => p.Name).Column("年齢", p => p.Age))
            : Encode(kind, $"氏名,年齢\r\n{string.Concat(people.Select(p => $"\"{p.Name}\",{p.Age}\r\n"))}");
        var table = new ImportTable(SheetUpload.Read(new MemoryStream(bytes), $"人.{(kind == "xlsx" ? kind : "csv")}", new("一覧だけの")), [Name, Phone, Age]);
        Assert.Equal(people, Read(table));
        Assert.Empty(table.Faults);
    }

    private static ImportTable Table(string csv, Dictionary<int, string>? chosen = null) =>
        new(SheetUpload.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "表.csv", new("一覧だけの")), [Name, Phone, Age], chosen);

    private static List<(string Name, int Age)> Read(ImportTable table)
    {
        var read = new List<(string, int)>();
        foreach (var line in table.Lines)
        {
            line.TryRead(Phone, out _);
            line.TryRead(Age, out var age);
            if (line.TryRead(Name, out var name))
                read.Add((name, age));
        }
        return read;
    }

    private static byte[] Encode(string charset, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetBytes(text);
}
