using System.IO.Compression;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OneStop.Domain.CityForms;
using OneStop.Portal.Documents.CityForms;
using OneStop.Tests.House;

namespace OneStop.Tests.CityForms;

/// <summary>様式: templates filled in, looked at cell by cell in the parts of the workbook.</summary>
public sealed class FormTemplateTests
{
    private static readonly SomeTemplate.Form Form = new();

    private static FormContent Content(int supports = 3, int family = 2) => new FormContent { Foot = "P-0012　第2版 A&B" }
        .Set("氏名", FormValue.Of("博多 みほん")).Set("ふりがな", FormValue.Of("はかた みほん")).Set("生年月日", FormValue.Of(new DateOnly(1991, 2, 3)))
        .Set("作成日", FormValue.Of(new DateOnly(2026, 11, 30))).Set("月収", FormValue.Of(154_000m)).Set("備考", FormValue.Of("1行目\n=2行目 _x0041_"))
        .SetRows("支援", Enumerable.Range(1, supports), n =>
            [("番号", FormValue.Of((decimal)n)), ("内容", FormValue.Of(n == 2 ? "=HYPERLINK(\"http://x\")" : n == 3 ? "{{氏名}}" : "講座")), ("金額", n == 3 ? FormValue.Blank : FormValue.Of(n * 1000m))])
        .SetRows("家族", Enumerable.Range(1, family), n => [("続柄", FormValue.Of($"子{n}")), ("氏名", FormValue.Of($"名{n}")), ("生年月日", FormValue.Of(new DateOnly(2015 + n, 1, 1)))]);

    [Fact]
    public async Task Every_cell_formula_name_picture_and_shape_is_where_and_what_it_should_be()
    {
        var filled = FormTemplate.Of(SomeTemplate.Bytes()).Fill(Form, Content());
        Assert.Empty(filled.Check.Faults);
        Assert.Empty(filled.Check.Unused);
        Assert.Empty(filled.Missing);
        await Approved.Matches("FilledForm", Lines(filled.Bytes));
    }

    [Fact]
    public void What_is_not_filled_in_stays_as_it_was()
    {
        var (before, after) = (SomeTemplate.Bytes(), FormTemplate.Of(SomeTemplate.Bytes()).Fill(Form, Content()).Bytes);
        Assert.Equal(Part(before, "xl/media/image1.png"), Part(after, "xl/media/image1.png"));
        var styles = XDocument.Load(new MemoryStream(Part(after, "xl/styles.xml"))).Descendants().Where(e => e.Name.LocalName == "cellXfs").Single().Elements().ToList();
        Assert.Equal(5, styles.TakeWhile((_, i) => i < 5).Count()); // those of the template keep their numbers
        Assert.DoesNotContain(Names(after), n => n.Contains("calcChain", StringComparison.Ordinal));
        using var book = new XLWorkbook(new MemoryStream(Without(after, "drawing", "legacyDrawing"))); // another reader opens it
        Assert.Equal("博多 みほん", book.Worksheet("集計").Cell("C1").GetString());
    }

    [Fact]
    public void The_workbook_is_valid_by_the_schema()
    {
        foreach (var bytes in (byte[][])[FormTemplate.Of(SomeTemplate.Bytes()).Fill(Form, Content()).Bytes, FormTemplate.Of(BuiltInTemplate.Of(Form)).Fill(Form, Content()).Bytes])
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void Each_printed_page_says_what_it_is_of_unless_the_template_has_a_foot_of_its_own()
    {
        var own = SomeTemplate.With(SomeTemplate.Sheet1, "<pageSetup", "<headerFooter><oddFooter>&amp;C福岡市</oddFooter></headerFooter><pageSetup");
        Assert.All(Feet(FormTemplate.Of(BuiltInTemplate.Of(Form)).Fill(Form, Content()).Bytes), foot => Assert.Equal("&LP-0012　第2版 A&&B&R&P / &N", foot));
        Assert.Contains("&C福岡市", Feet(FormTemplate.Of(own).Fill(Form, Content()).Bytes));

        static List<string?> Feet(byte[] bytes)
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            return [.. document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet.GetFirstChild<HeaderFooter>()?.OddFooter?.Text)];
        }
    }

    [Theory]
    [InlineData(0, 5, 6)] // a list without rows leaves its row empty, so that the paper keeps its look
    [InlineData(1, 5, 6)]
    [InlineData(4, 8, 9)]
    public void A_list_takes_as_many_rows_as_it_has(int rows, int last, int total)
    {
        var lines = Lines(FormTemplate.Of(SomeTemplate.Bytes()).Fill(Form, Content(supports: rows, family: 1)).Bytes).ToList();
        Assert.Contains(lines, l => l.StartsWith($"様式1!A{total} ", StringComparison.Ordinal) && l.Contains("合計", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith($"様式1!D{total} ", StringComparison.Ordinal) && l.EndsWith($"=SUM(D5:D{last})", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("{{支援", StringComparison.Ordinal));
    }

    [Fact]
    public void The_built_in_template_has_all_fields_and_takes_them()
    {
        var check = FormTemplate.Of(BuiltInTemplate.Of(Form)).Check(Form);
        Assert.Empty(check.Faults);
        Assert.Empty(check.Unused);
        using var book = new XLWorkbook(new MemoryStream(FormTemplate.Of(BuiltInTemplate.Of(Form)).Fill(Form, Content()).Bytes));
        var sheet = book.Worksheets.Single();
        Assert.Equal("見本の計画書", sheet.Cell("A1").GetString());
        Assert.Equal(("氏名", "博多 みほん"), (sheet.Cell("A3").GetString(), sheet.Cell("B3").GetString()));
        Assert.Equal(154_000d, sheet.Cell("B7").Value);
        Assert.Equal(["講座", "=HYPERLINK(\"http://x\")", "{{氏名}}"], Enumerable.Range(12, 3).Select(r => sheet.Cell(r, 2).GetString()));
        Assert.Equal("家族", sheet.Cell("A16").GetString());
        Assert.Equal("名2", sheet.Cell("B19").GetString());
    }

    [Theory]
    [InlineData("{{ふりがな}}", "{{ふりかな}}", "様式1!B2", "「ふりかな」という項目はありません")]
    [InlineData("{{ふりがな}}", "{{ふりがな}", "様式1!B2", "かっこの数が合いません")]
    [InlineData("{{支援.番号}}", "{{支援.番号}}{{家族.氏名}}", "様式1!5行", "2つの一覧（支援、家族）は書けません")]
    [InlineData("{{支援.番号}}", "{{支援.担当}}", "様式1!A5", "「支援.担当」という項目はありません")]
    [InlineData("D5*1.1", "\"{{月収}}\"*1", "様式1!E5", "式の中の")]
    [InlineData("<pageSetup", "<headerFooter><oddFooter>{{氏名}}</oddFooter></headerFooter><pageSetup", "様式1のヘッダーやフッター", "セルに書いてください")]
    public void What_cannot_be_filled_in_is_said_with_its_place(string old, string other, string place, string sentence)
    {
        var check = FormTemplate.Of(SomeTemplate.With(SomeTemplate.Sheet1, old, other)).Check(Form);
        Assert.Contains(check.Faults, f => f.Place == place && f.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Braces_in_a_shape_and_a_name_of_many_cells_are_faults_and_what_is_not_used_is_named()
    {
        Assert.Contains(FormTemplate.Of(SomeTemplate.With(SomeTemplate.Drawing, "<a:t>印</a:t>", "<a:t>{{氏名}}</a:t>")).Check(Form).Faults, f => f.Place == "様式1の図形");
        var many = FormTemplate.Of(SomeTemplate.With(SomeTemplate.Workbook, "$D$2:$E$2", "$D$2:$E$3")).Check(Form);
        Assert.Contains(many.Faults, f => f.Sentence.Contains("名前「生年月日」", StringComparison.Ordinal));
        Assert.Equal(["生年月日"], many.Unused);
        Assert.Contains("項目が", Assert.Single(FormTemplate.Of(BuiltInTemplate.Of(new Empty())).Check(Form).Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_given_no_value_is_empty_and_named_and_what_the_form_no_longer_has_stays_and_is_named()
    {
        var filled = FormTemplate.Of(SomeTemplate.Bytes()).Fill(Form, new FormContent().Set("氏名", FormValue.Of("博多 みほん")));
        Assert.Equal(["ふりがな", "作成日", "備考", "家族", "支援", "月収", "生年月日"], filled.Missing.Order(StringComparer.Ordinal));
        var old = FormTemplate.Of(SomeTemplate.With(SomeTemplate.Sheet1, "{{ふりがな}}", "{{前の項目}}")).Fill(Form, Content());
        Assert.Single(old.Check.Faults);
        Assert.Contains(Lines(old.Bytes), l => l.Contains("{{前の項目}}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_of_a_workbook_that_counts_from_1904_is_the_same_day()
    {
        var bytes = SomeTemplate.With(SomeTemplate.Workbook, "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
        Assert.Contains(Lines(FormTemplate.Of(bytes).Fill(Form, Content()).Bytes), l => l.StartsWith("様式1!D2 ", StringComparison.Ordinal)
            && l.EndsWith($" {new DateOnly(1991, 2, 3).DayNumber - new DateOnly(1904, 1, 1).DayNumber}", StringComparison.Ordinal));
    }

    private sealed class Empty : ICityForm
    {
        public string Code => "empty";
        public string Name => "空";
        public string Purpose => "";
        public IReadOnlyList<FormField> Fields => [];
    }

    private static IEnumerable<string> Lines(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ToList();
        var (formats, styles) = (book.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().ToDictionary(n => n.NumberFormatId!.Value, n => n.FormatCode!.Value!),
            book.WorkbookStylesPart.Stylesheet.CellFormats!.Elements<CellFormat>().ToList());
        yield return $"recalculates: {book.Workbook.CalculationProperties?.FullCalculationOnLoad?.Value}";
        foreach (var name in book.Workbook.DefinedNames!.Elements<DefinedName>())
            yield return $"name {name.Name}: {name.Text}";
        foreach (var sheet in book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>())
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!);
            foreach (var row in part.Worksheet.Descendants<Row>())
            {
                yield return $"{sheet.Name}!{row.RowIndex} height {row.Height?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}";
                foreach (var cell in row.Elements<Cell>())
                {
                    var style = styles[(int)(cell.StyleIndex?.Value ?? 0)];
                    var look = $"[font {style.FontId} border {style.BorderId} {formats.GetValueOrDefault(style.NumberFormatId!.Value, style.NumberFormatId.InnerText!)}{(style.QuotePrefix?.Value == true ? " quoted" : "")}{(style.Alignment?.WrapText?.Value == true ? " wrapped" : "")}]";
                    yield return $"{sheet.Name}!{cell.CellReference} {look} {Value(cell, shared)}";
                }
            }
            var places = part.Worksheet.Descendants().SelectMany(e => e.GetAttributes(), (e, a) => (e, a)).Where(p => p.a.LocalName is "ref" or "sqref");
            foreach (var (element, place) in places)
                yield return $"{sheet.Name} {element.LocalName}: {place.Value}";
            foreach (var formula in part.Worksheet.Descendants().Where(e => e.LocalName.StartsWith("formula", StringComparison.Ordinal)))
                yield return $"{sheet.Name} {formula.LocalName}: {formula.InnerText}";
            foreach (var pageBreak in part.Worksheet.Descendants<Break>())
                yield return $"{sheet.Name} break after {pageBreak.Id}";
            foreach (var anchor in part.DrawingsPart?.WorksheetDrawing.Elements<DocumentFormat.OpenXml.Drawing.Spreadsheet.TwoCellAnchor>() ?? [])
                yield return $"{sheet.Name} {anchor.Descendants<DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualDrawingProperties>().Single().Name}: rows {anchor.FromMarker!.RowId!.Text} to {anchor.ToMarker!.RowId!.Text}";
            foreach (var note in part.WorksheetCommentsPart?.Comments.Descendants<Comment>() ?? [])
                yield return $"{sheet.Name} comment {note.Reference}";
            foreach (var box in part.VmlDrawingParts)
                yield return $"{sheet.Name} comment box {string.Join(" | ", XDocument.Load(box.GetStream()).Descendants().Where(e => e.Name.LocalName is "Anchor" or "Row").Select(e => e.Value))}";
        }
    }

    private static string Value(Cell cell, List<SharedStringItem> shared) => cell switch
    {
        { CellFormula: { } formula } => $"={formula.Text}{(cell.CellValue is null ? "" : " with an old value")}",
        { InlineString: { } own } => own.InnerText,
        { DataType.Value: CellValues.SharedString } => Runs(shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]).Replace("\n", "\\n", StringComparison.Ordinal),
        _ => cell.CellValue?.Text ?? "(empty)",
    };

    private static string Runs(SharedStringItem text) => text.Elements<Run>().Any() ? string.Join("|", text.Elements<Run>().Select(r => r.InnerText)) : text.InnerText;

    private static byte[] Part(byte[] bytes, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var content = new MemoryStream();
        using var part = zip.GetEntry(name)!.Open();
        part.CopyTo(content);
        return content.ToArray();
    }

    private static List<string> Names(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    /// <summary>Removes elements of the first sheet: ClosedXML fails at pictures on Linux.</summary>
    private static byte[] Without(byte[] bytes, params string[] elements)
    {
        using var copy = new MemoryStream();
        copy.Write(bytes);
        using (var document = SpreadsheetDocument.Open(copy, true))
        {
            var part = document.WorkbookPart!.WorksheetParts.Single(p => p.DrawingsPart is not null);
            foreach (var element in part.Worksheet.ChildElements.Where(c => elements.Contains(c.LocalName)).ToList())
                element.Remove();
            part.DeletePart(part.DrawingsPart!);
            part.DeleteParts(part.VmlDrawingParts.ToList());
            part.DeletePart(part.WorksheetCommentsPart!);
        }
        return copy.ToArray();
    }
}
