using System.IO.Compression;
using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>
/// Reads an uploaded sheet: an Excel workbook or CSV. Uploads are untrusted: the unpacked size is checked before the file is parsed,
/// it is read as a stream (ClosedXML loads everything, and fails at a picture on Linux), and formulas are not evaluated.
/// </summary>
internal static class SheetUpload
{
    private const int MostParts = 300;
    private static readonly string[] Texts = [".csv", ".tsv", ".txt"];

    /// <summary>Reads the whole sheet into memory.</summary>
    /// <param name="name">The file's name. CSV is recognized by its extension, a workbook by its bytes.</param>
    /// <exception cref="RuleException">The file has another type, or is too large.</exception>
    public static UploadedSheet Read(Stream upload, string name, SheetLimits limits)
    {
        using var bytes = new MemoryStream();
        Copy(upload, bytes, SheetLimits.LargestUpload, limits);
        if (!IsWorkbook(bytes, name))
            return new(name, [.. CsvRows(bytes, limits).SelectMany(r => r.Cells)]);
        RefuseStrange(bytes, limits);
        return new(name, Workbook(() =>
        {
            using var zip = Unzip(bytes);
            return new SheetReader(zip, limits).Read();
        }));
    }

    /// <summary>
    /// Reads a sheet that is too large for memory row by row: the text of a CSV is never held, and of a workbook only the texts that cells share.
    /// </summary>
    /// <param name="bytes">Can be read again from its beginning. The rows can be read again too, but only by one reader at a time.</param>
    /// <param name="name">The file's name. CSV is recognized by its extension, a workbook by its bytes.</param>
    /// <exception cref="RuleException">The file has another type, or is too large; also while the rows are read.</exception>
    public static IEnumerable<SheetRow> Rows(Stream bytes, string name, SheetLimits limits)
    {
        if (bytes.Length > limits.LargestFile)
            throw new RuleException(limits.TooManyBytes);
        if (!IsWorkbook(bytes, name))
            return CsvRows(bytes, limits);
        RefuseStrange(bytes, limits);
        return WorkbookRows(bytes, limits);
    }

    /// <summary>Unpacks the file to nowhere first, so that its unpacked size is known before anything is built from it.</summary>
    /// <exception cref="RuleException">It is damaged, or too large.</exception>
    public static void RefuseStrange(Stream bytes, SheetLimits limits)
    {
        try
        {
            using var zip = Unzip(bytes);
            if (zip.Entries.Count > MostParts)
                throw new RuleException($"ファイルの中身が大きすぎます。{limits.Advice}ファイルにしてください。");
            var left = limits.LargestUnpacked;
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                left -= Copy(content, Stream.Null, left, limits);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。ファイルが壊れているかもしれません。");
        }
    }

    private static bool IsWorkbook(Stream bytes, string name)
    {
        var beginning = new byte[2];
        bytes.Position = 0;
        if (bytes.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length && beginning is [(byte)'P', (byte)'K'])
            return true;
        return Texts.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? false
            : throw new RuleException("Excelのファイル（.xlsx）を選んでください。CSVのファイル（.csv）も読めます。古い形式（.xls）やパスワードをかけたファイルは読めません。");
    }

    private static IEnumerable<SheetRow> CsvRows(Stream bytes, SheetLimits limits)
    {
        using var text = CsvText.Open(bytes);
        foreach (var row in new CsvReader(text, limits).Rows())
            yield return row;
    }

    private static IEnumerable<SheetRow> WorkbookRows(Stream bytes, SheetLimits limits)
    {
        using var zip = Workbook(() => Unzip(bytes));
        using var rows = new SheetReader(zip, limits).Rows().GetEnumerator();
        while (Workbook(rows.MoveNext))
            yield return rows.Current;
    }

    private static ZipArchive Unzip(Stream bytes)
    {
        bytes.Position = 0;
        return new(bytes, ZipArchiveMode.Read, leaveOpen: true);
    }

    private static T Workbook<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not RuleException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。ひな型を開いて書き、そのまま保存したものを選んでください。"); // a damaged file can fail in many ways
        }
    }

    private static long Copy(Stream from, Stream to, long most, SheetLimits limits)
    {
        var (buffer, copied) = (new byte[16 * 1024], 0L);
        for (int read; (read = from.Read(buffer)) > 0; to.Write(buffer, 0, read))
        {
            if ((copied += read) > most)
                throw new RuleException(limits.TooManyBytes);
        }
        return copied;
    }
}
