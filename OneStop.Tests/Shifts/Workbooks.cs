using System.IO.Compression;
using ClosedXML.Excel;
using OneStop.Domain;
using OneStop.Domain.Imports;
using OneStop.Domain.Shifts;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.Shifts;

namespace OneStop.Tests.Shifts;

/// <summary>Workbooks as people and attackers make them.</summary>
internal static class Workbooks
{
    /// <summary>Returns a sheet as somebody might make it: without sign-in names, with days from the first on.</summary>
    public static byte[] Sheet(string month, params (string Name, string[] Days)[] people)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("シート1");
        sheet.Cell(1, 1).SetValue(month);
        sheet.Cell(3, 1).SetValue(ShiftSheet.NameHead);
        for (var day = 0; day < people.Max(p => p.Days.Length); day++)
            sheet.Cell(3, 2 + day).SetValue($"{day + 1}");
        foreach (var (row, person) in people.Index())
        {
            sheet.Cell(4 + row, 1).SetValue(person.Name);
            foreach (var (day, times) in person.Days.Index())
                sheet.Cell(4 + row, 2 + day).SetValue(times);
        }
        using var bytes = new MemoryStream();
        book.SaveAs(bytes);
        return bytes.ToArray();
    }

    public static byte[] With(byte[] bytes, Action<IXLWorksheet> change)
    {
        using var book = new XLWorkbook(new MemoryStream(bytes));
        change(book.Worksheet(1));
        using var changed = new MemoryStream();
        book.SaveAs(changed);
        return changed.ToArray();
    }

    /// <summary>Adds XML after the cells of the sheet.</summary>
    public static byte[] InSheet(byte[] bytes, string xml)
    {
        using var book = new MemoryStream();
        book.Write(bytes);
        using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.First(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));
            string sheet;
            using (var reader = new StreamReader(entry.Open()))
                sheet = reader.ReadToEnd();
            var prefix = sheet.Contains("<x:worksheet", StringComparison.Ordinal) ? "x:" : "";
            using var content = entry.Open();
            content.SetLength(0);
            using var writer = new StreamWriter(content);
            writer.Write(sheet.Replace($"</{prefix}sheetData>",
                $"</{prefix}sheetData>{xml.Replace("<merge", $"<{prefix}merge", StringComparison.Ordinal).Replace("</merge", $"</{prefix}merge", StringComparison.Ordinal)}", StringComparison.Ordinal));
        }
        return book.ToArray();
    }

    public static byte[] Edit(byte[] sheet, params (string Name, int Day, string Times)[] edits) => With(sheet, page =>
    {
        foreach (var (name, day, times) in edits)
            page.Cell(page.CellsUsed().Single(c => c.Address.ColumnNumber == 1 && c.GetString() == name).Address.RowNumber, 2 + day).SetValue(times);
    });

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
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

    /// <summary>Returns the message with which a file is refused.</summary>
    public static string Refusal(byte[] bytes) => Assert.Throws<RuleException>(() => Read(bytes)).Message;

    /// <summary>Reads the cells of an upload.</summary>
    public static UploadedSheet Read(byte[] bytes) => SheetUpload.Read(new MemoryStream(bytes), "勤務表.xlsx", ShiftWorkbook.Limits);
}
