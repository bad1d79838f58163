using System.Globalization;
using System.IO.Compression;
using OneStop.Domain;
using OneStop.Domain.Imports;

namespace OneStop.Portal.Documents;

/// <summary>The limits of an uploaded sheet.</summary>
/// <param name="Advice">What to upload instead of a file that is too large, as the beginning of 「…ファイルにしてください」.</param>
public sealed record SheetLimits(string Advice)
{
    /// <summary>The largest upload in bytes, of any type.</summary>
    public const int LargestUpload = 5 * 1024 * 1024;

    /// <summary>The name of the sheet to read. If it is null, or there is only one sheet, the first is read.</summary>
    public string? SheetName { get; init; }

    /// <summary>The largest number of cells that are not empty.</summary>
    public int MostCells { get; init; } = 100_000;

    /// <summary>The length to which the text of a cell is cut.</summary>
    public int LongestText { get; init; } = 4_000;

    /// <summary>The message for a sheet with too much content.</summary>
    public string TooLarge => $"表が大きすぎます。{Advice}ファイルにしてください。";
}

/// <summary>
/// Reads an uploaded sheet: an Excel workbook or CSV. Uploads are untrusted: the unpacked size is checked before the file is parsed,
/// it is read as a stream (ClosedXML loads everything, and fails at a picture on Linux), and formulas are not evaluated.
/// </summary>
internal static class SheetUpload
{
    private const long LargestUnpacked = 20 * 1024 * 1024;
    private const int MostParts = 300;

    /// <param name="name">The file's name. CSV is recognized by its extension, a workbook by its bytes.</param>
    /// <exception cref="RuleException">The file has another type, or is too large.</exception>
    public static UploadedSheet Read(Stream upload, string name, SheetLimits limits)
    {
        using var bytes = new MemoryStream();
        Copy(upload, bytes, SheetLimits.LargestUpload, limits);
        bytes.TryGetBuffer(out var content);
        if (content is [(byte)'P', (byte)'K', ..])
            return new(name, ReadWorkbook(bytes, limits));
        return new(name, name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? new CsvReader(limits).Read(CsvText.Decode(content))
            : throw new RuleException("Excelのファイル（.xlsx）を選んでください。CSVのファイル（.csv）も読めます。古い形式（.xls）やパスワードをかけたファイルは読めません。"));
    }

    private static IReadOnlyList<SheetCell> ReadWorkbook(MemoryStream bytes, SheetLimits limits)
    {
        RefuseStrange(bytes, limits);
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            return new SheetReader(zip, limits).Read();
        }
        catch (Exception exception) when (exception is not RuleException)
        {
            throw new RuleException("Excelのファイルとして読めませんでした。ひな型を開いて書き、そのまま保存したものを選んでください。"); // a damaged file can fail in many ways
        }
    }

    /// <summary>Unpacks the file to nowhere first, so that its unpacked size is known before anything is built from it.</summary>
    /// <exception cref="RuleException">It is damaged, or too large.</exception>
    public static void RefuseStrange(MemoryStream bytes, SheetLimits limits)
    {
        try
        {
            bytes.Position = 0;
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts)
                throw new RuleException($"ファイルの中身が大きすぎます。{limits.Advice}ファイルにしてください。");
            var left = LargestUnpacked;
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

    private static long Copy(Stream from, Stream to, long most, SheetLimits limits)
    {
        var (buffer, copied) = (new byte[16 * 1024], 0L);
        for (int read; (read = from.Read(buffer)) > 0; to.Write(buffer, 0, read))
        {
            if ((copied += read) > most)
                throw new RuleException($"ファイルが大きすぎます。{(SheetLimits.LargestUpload / 1024 / 1024).ToString(CultureInfo.InvariantCulture)}MBまでの、{limits.Advice}ファイルにしてください。");
        }
        return copied;
    }
}
