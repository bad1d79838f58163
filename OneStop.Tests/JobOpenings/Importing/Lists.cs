using System.Globalization;
using System.IO.Compression;
using System.Text;
using OneStop.Domain.Imports;
using OneStop.Domain.JobOpenings.Importing;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.JobOpenings;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>Lists of public openings made by script, with the headings of the CSV of ハローワーク求人・求職情報提供サービス.</summary>
internal static class Lists
{
    public static readonly string[] Heads =
    [
        "求人番号", "事業所番号", "受付年月日（西暦）", "求人有効年月日（西暦）", "紹介期限日（和暦）", "求人区分２（コード）", "求人区分２", "事業所名カナ", "事業所名漢字", "事業所所在地",
        "産業分類（名称）", "職種", "仕事内容", "雇用形態（コード）", "雇用形態", "就業場所住所", "賃金形態（コード）", "賃金形態", "賃金（下限）", "賃金（上限）",
        "就業時間１", "時間外月平均時間", "年間休日数", "加入保険等", "利用可能託児施設", "受動喫煙対策", "採用人数", "法人番号", "選考担当者氏名漢字",
    ];

    public static SheetLimits Limits => OpeningListLimits.Sheet;

    /// <summary>Returns the texts of the nth opening.</summary>
    public static string[] Row(int n) =>
    [
        $"40010-{n:D8}", "4001-123456-7", "2026/10/01", "2026/12/31", "令和8年12月31日", "1", n % 2 == 0 ? "フルタイム" : "パート", "ミホンショウジ",
        $"見本商事{n}株式会社", "福岡県福岡市中央区天神1-1-1", "各種商品小売業", $"一般事務（{n}）", $"電話と来客の応対、書類の作成、\"{n}\"番の窓口。\n{new string('仕', 150)}", "1", "正社員", "福岡県福岡市博多区博多駅前2-1-1", "2", "月給", "210,000円",
        "260,000円", "8時30分～17時30分", "10時間", "120日", "雇用・労災・健康・厚生", "なし", "屋内禁煙", "2人", "3000012010001", "見本 花子",
    ];

    public static string Csv(IEnumerable<string[]> rows) => string.Concat(rows.Prepend(Heads).Select(Line));

    public static string Line(string[] texts) => $"{string.Join(',', texts.Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n";

    public static byte[] ShiftJis(string text) => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text);

    /// <summary>Returns the rows as a workbook whose cells share their texts, as Excel writes it.</summary>
    public static byte[] Xlsx(IEnumerable<string[]> rows)
    {
        var (texts, sheet) = (new Dictionary<string, int>(), new StringBuilder());
        foreach (var (row, number) in rows.Prepend(Heads).Select((r, i) => (r, i + 1)))
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (var column = 0; column < row.Length; column++)
            {
                texts.TryAdd(row[column], texts.Count);
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{SheetCell.LettersOf(column + 1)}{number}\" t=\"s\"><v>{texts[row[column]]}</v></c>");
            }
            sheet.Append("</row>");
        }
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", """<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns:r="r"><sheets><sheet name="求人" sheetId="1" r:id="s1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="s1" Type="x/worksheet" Target="sheet.xml"/>
                <Relationship Id="s2" Type="x/sharedStrings" Target="texts.xml"/></Relationships>
                """);
            Write(zip, "xl/texts.xml", $"<sst>{string.Concat(texts.Keys.Select(t => $"<si><t>{System.Security.SecurityElement.Escape(t)}</t></si>"))}</sst>");
            Write(zip, "xl/sheet.xml", $"<worksheet><sheetData>{sheet}</sheetData></worksheet>");
        }
        return bytes.ToArray();
    }

    public static List<ReadOpening> Read(string csv, FeedSource? source = null) => Read(Encoding.UTF8.GetBytes(csv), "求人.csv", source);

    public static List<ReadOpening> Read(byte[] bytes, string name, FeedSource? source = null)
    {
        using var file = new MemoryStream(bytes);
        var sheet = new OpeningSheet([.. SheetUpload.Rows(file, name, Limits).Take(OpeningSheet.FirstRows)]);
        return [.. sheet.Read(SheetUpload.Rows(file, name, Limits), source ?? FeedSource.HelloWork)];
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
