using System.IO.Compression;
using System.Text;
using OneStop.Domain.CityForms;
using OneStop.Tests.Clients.Files;

namespace OneStop.Tests.CityForms;

/// <summary>
/// A workbook as an office makes one, written part by part: merged cells, a placeholder split over runs of text, a picture, a seal box, comments, print
/// area, validation, conditional format, page break, shared formulas, a second sheet. Parts can be replaced or added.
/// </summary>
internal static class SomeTemplate
{
    public const string Sheet1 = "xl/worksheets/sheet1.xml", Sheet1Relations = "xl/worksheets/_rels/sheet1.xml.rels", Workbook = "xl/workbook.xml",
        WorkbookRelations = "xl/_rels/workbook.xml.rels", Types = "[Content_Types].xml", Drawing = "xl/drawings/drawing1.xml";

    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The form that it is for.</summary>
    public sealed class Form : ICityForm
    {
        public string Code => "test.plan";
        public string Name => "見本の計画書";
        public string Purpose => "試験のための様式です。";

        public IReadOnlyList<FormField> Fields =>
        [
            new("氏名", "本人の氏名", FormValue.Of("福岡 花子")), new("ふりがな", "氏名の読み", FormValue.Of("ふくおか はなこ")),
            new("生年月日", "本人の生年月日", FormValue.Of(new DateOnly(1990, 4, 1))), new("作成日", "計画を作った日", FormValue.Of(new DateOnly(2026, 11, 30))),
            new("月収", "今の月収（円）", FormValue.Of(123456m)), new("備考", "ほかに書くこと", FormValue.Of("なし")),
        ];

        public IReadOnlyList<FormList> Lists =>
        [
            new("支援", "支援の内容", new("番号", "通し番号", FormValue.Of(1m)), new("内容", "することの内容", FormValue.Of("講座を受ける")), new("金額", "かかる金額（円）", FormValue.Of(10000m))),
            new("家族", "いっしょに住む家族", new("続柄", "本人との続柄", FormValue.Of("子")), new("氏名", "家族の氏名", FormValue.Of("福岡 一郎")),
                new("生年月日", "家族の生年月日", FormValue.Of(new DateOnly(2019, 8, 1)))),
        ];
    }

    /// <summary>Returns the workbook.</summary>
    /// <param name="changes">Parts to replace or add, as text; null removes the part.</param>
    public static byte[] Bytes(params IEnumerable<(string Part, string? Text)> changes)
    {
        var parts = Parts().ToDictionary(p => p.Part, p => Encoding.UTF8.GetBytes(p.Text));
        parts["xl/media/image1.png"] = SomeFile.Png();
        foreach (var (part, text) in changes)
        {
            parts.Remove(part);
            if (text is not null)
                parts[part] = Encoding.UTF8.GetBytes(text);
        }
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Returns the workbook with a part changed.</summary>
    public static byte[] With(string part, string old, string other)
    {
        var text = Parts().Single(p => p.Part == part).Text;
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Bytes((part, text.Replace(old, other, StringComparison.Ordinal)));
    }

    /// <summary>Returns the text of a part as it is in the template.</summary>
    public static string PartOf(string part) => Parts().Single(p => p.Part == part).Text;

    private static IEnumerable<(string Part, string Text)> Parts()
    {
        yield return (Types, $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="{Excel}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Excel}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Excel}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Excel}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Excel}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="{Excel}.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="{Excel}.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>
            """);
        yield return ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
        yield return (WorkbookRelations, Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "styles", "styles.xml"),
            ("rId4", "sharedStrings", "sharedStrings.xml"), ("rId5", "calcChain", "calcChain.xml")));
        yield return (Workbook, $"""
            <workbook {Main}><sheets><sheet name="様式1" sheetId="1" r:id="rId1"/><sheet name="集計" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">様式1!$A$1:$F$10</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">様式1!$4:$4</definedName><definedName name="合計額">様式1!$D$6</definedName><definedName name="生年月日">様式1!$D$2:$E$2</definedName></definedNames><calcPr calcId="191029"/></workbook>
            """);
        yield return ("xl/calcChain.xml", $"""<calcChain {Main}><c r="E5" i="1"/></calcChain>""");
        yield return ("xl/styles.xml", $"""
            <styleSheet {Main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="14"/><name val="Yu Gothic"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>
            """);
        yield return ("xl/sharedStrings.xml", $$$"""
            <sst {{{Main}}} count="9" uniqueCount="9"><si><r><rPr><b/></rPr><t>【{{</t></r><r><t>氏</t></r><r><rPr><i/></rPr><t>名}}】様の計画</t></r><rPh sb="0" eb="1"><t>シメイ</t></rPh></si><si><t>作成日: {{作成日}}（{{ 氏名 }}）</t></si><si><t>{{作成日}}</t></si><si><t>{{月収}}</t></si><si><t>｛｛備考｝｝</t></si><si><t>{{支援.内容}}</t></si><si><t>{{支援．金額}}</t></si><si><t>合計</t></si><si><t>以上</t></si></sst>
            """);
        yield return (Sheet1, $$$"""
            <worksheet {{{Main}}}><dimension ref="A1:F10"/><cols><col min="1" max="1" width="18" customWidth="1"/></cols><sheetData>
            <row r="1"><c r="A1" s="4" t="s"><v>0</v></c></row>
            <row r="2"><c r="A2" s="1" t="inlineStr"><is><t>ふりがな</t></is></c><c r="B2" s="1" t="inlineStr"><is><t>{{ふりがな}}</t></is></c><c r="D2" s="2" t="inlineStr"><is><t>（生年月日）</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1" t="s"><v>2</v></c><c r="C3" s="3" t="s"><v>3</v></c><c r="D3" s="1" t="s"><v>4</v></c></row>
            <row r="4" ht="30" customHeight="1"><c r="A4" t="inlineStr"><is><t>番号</t></is></c><c r="B4" t="inlineStr"><is><t>内容</t></is></c><c r="D4" t="inlineStr"><is><t>金額</t></is></c></row>
            <row r="5" ht="24" customHeight="1"><c r="A5" s="1" t="inlineStr"><is><t>{{支援.番号}}</t></is></c><c r="B5" s="1" t="s"><v>5</v></c><c r="C5" s="1"/><c r="D5" s="3" t="s"><v>6</v></c><c r="E5" s="3"><f>D5*1.1</f><v>0</v></c><c r="F5" s="3"><f>N(F4)+D5+$D$6*0</f><v>0</v></c></row>
            <row r="6"><c r="A6" s="1" t="s"><v>7</v></c><c r="D6" s="3"><f>SUM(D5:D5)</f><v>0</v></c><c r="E6" s="3"><f>SUM(E$5:E5)&amp;"D5:D5"</f><v>0</v></c></row>
            <row r="8"><c r="A8" s="1" t="inlineStr"><is><t>{{家族.続柄}}</t></is></c><c r="B8" s="1" t="inlineStr"><is><t>{{家族.氏名}}</t></is></c></row>
            <row r="9"><c r="A9" s="1"/><c r="B9" s="2" t="inlineStr"><is><t>{{家族.生年月日}}</t></is></c></row>
            <row r="10"><c r="A10" t="s"><v>8</v></c><c r="B10"><f t="shared" ref="B10:C10" si="0">D6*2</f><v>0</v></c><c r="C10"><f t="shared" si="0"/><v>0</v></c></row>
            </sheetData><mergeCells count="5"><mergeCell ref="A1:F1"/><mergeCell ref="D2:E2"/><mergeCell ref="B5:C5"/><mergeCell ref="A6:C6"/><mergeCell ref="A8:A9"/></mergeCells><conditionalFormatting sqref="D5:D6"><cfRule type="expression" priority="1"><formula>D5&gt;D$6</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="D5"><formula1>0</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait"/><rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>
            """);
        yield return ("xl/worksheets/sheet2.xml", $$$"""
            <worksheet {{{Main}}}><sheetData><row><c><f>様式1!D6+合計額</f><v>0</v></c><c><f>SUM('様式1'!D5:D6)</f><v>0</v></c><c t="inlineStr"><is><t>{{氏名}}</t></is></c></row></sheetData></worksheet>
            """);
        yield return (Sheet1Relations, Relations(("rId1", "drawing", "../drawings/drawing1.xml"), ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"), ("rId3", "comments", "../comments1.xml")));
        yield return ("xl/comments1.xml", $"""<comments {Main}><authors><author>市</author></authors><commentList><comment ref="A10" authorId="0"><text><t>ここで終わり</t></text></comment></commentList></comments>""");
        yield return ("xl/drawings/vmlDrawing1.vml", """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025"><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 9, 2, 3, 15, 12, 4</x:Anchor><x:Row>9</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>
            """);
        yield return ("xl/drawings/_rels/drawing1.xml.rels", Relations(("rId1", "image", "../media/image1.png")));
        yield return (Drawing, $"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="市章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{Office}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="印鑑枠"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>印</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
            """);
    }

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}
