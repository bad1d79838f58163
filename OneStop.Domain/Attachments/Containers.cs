using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OneStop.Domain.Attachments;

/// <summary>Detects office documents and ZIP files by their contents. Files with macros, and ZIP files with executable files, are refused.</summary>
internal static class Containers
{
    private const int MostEntries = 2000;
    private const int LongestContents = 256 * 1024;

    private static readonly byte[] CompoundStart = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Files that macOS and Windows add to a ZIP.</summary>
    private static readonly string[] Litter = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private static readonly string[] InZip = [.. FileKind.All.SelectMany(k => k.Endings).Where(e => e != ".zip"), ".csv", ".md"];

    private static readonly (string Named, FileKind Kind)[] Office =
    [
        ("wordprocessingml.document.main+xml", FileKind.Docx), ("spreadsheetml.sheet.main+xml", FileKind.Xlsx),
            ("presentationml.presentation.main+xml", FileKind.Pptx),
    ];

    private static readonly (string Stream, FileJudgement Is)[] OldOffice =
    [
        ("EncryptedPackage", FileJudgement.Unsupported("パスワードのかかったファイル")),
        ("VBA", FileJudgement.Risky("マクロが入っています。")), ("Macros", FileJudgement.Risky("マクロが入っています。")), ("_VBA_PROJECT_CUR", FileJudgement.Risky("マクロが入っています。")),
        ("WordDocument", new TakenFile(FileKind.Doc)), ("Workbook", new TakenFile(FileKind.Xls)), ("Book", new TakenFile(FileKind.Xls)),
            ("PowerPoint Document", new TakenFile(FileKind.Ppt)),
    ];

    /// <returns>Null if it is no container.</returns>
    public static FileJudgement? Of(ReadOnlySpan<byte> start, Stream file)
    {
        if (start.StartsWith(CompoundStart))
            return file.Length > FileKind.LargestDocument ? new TakenFile(FileKind.Doc) : OfCompound(file);
        if (!start.StartsWith("PK\u0003\u0004"u8))
            return null;
        if (file.Length > FileKind.LargestDocument)
            return new TakenFile(FileKind.Zip); // too large to be stored, whatever it contains
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return OfZip(zip);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return new RefusedFile("壊れているため、受け取れませんでした。");
        }
    }

    private static FileJudgement OfZip(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
            return FileJudgement.Unsupported("中身の多すぎるZIP");
        if (zip.Entries.Any(e => e.IsEncrypted))
            return FileJudgement.Unsupported("パスワードのかかったファイル");
        if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || e.FullName.StartsWith("Basic/", StringComparison.Ordinal)))
            return FileJudgement.Risky("マクロが入っています。");
        if (zip.GetEntry("[Content_Types].xml") is { } types && ReadStart(types) is var held
            && Office.FirstOrDefault(o => held.Contains(o.Named, StringComparison.Ordinal)) is { Kind: { } kind })
            return held.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) ? FileJudgement.Risky("マクロが入っています。") : new TakenFile(kind);
        if (zip.GetEntry("mimetype") is { } mimetype && FileKind.OfType(ReadStart(mimetype)) is { } open
            && open.ContentType.Contains("opendocument", StringComparison.Ordinal))
            return new TakenFile(open);
        return zip.Entries.FirstOrDefault(e => !IsHarmless(e)) is { } odd
            ? FileJudgement.Risky($"ZIPの中に、受け取れない種類のファイル（{Bidi.Without(odd.Name)}）があります。")
            : new TakenFile(FileKind.Zip);
    }

    /// <summary>Whether an entry's extension is accepted: an unpacked file is opened by its extension.</summary>
    private static bool IsHarmless(ZipArchiveEntry entry) =>
        entry.Name.Length == 0 || Litter.Contains(entry.Name) || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || (Bidi.Without(entry.Name) == entry.Name && InZip.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase));

    private static string ReadStart(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new byte[LongestContents];
        return Encoding.UTF8.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    /// <summary>
    /// Detects old Office files (MS-CFB) by the names of their streams, which are in entries of 128 bytes. The whole file is scanned instead of
    /// following its chains. Names found by mistake only lead to a refusal; an installer (.msi), which has the same format, has none of the names.
    /// </summary>
    private static FileJudgement OfCompound(Stream file)
    {
        const int EntryLength = 128;
        const int NameLengthAt = 64;
        file.Position = 0;
        var names = new HashSet<string>();
        var bytes = new byte[512 * EntryLength];
        for (int read; (read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)) >= EntryLength;)
        {
            for (var at = 0; at + EntryLength <= read; at += EntryLength)
            {
                if (BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + NameLengthAt)) is > 2 and <= NameLengthAt and var length
                    && bytes[at + NameLengthAt + 2] is 1 or 2)
                    names.Add(Encoding.Unicode.GetString(bytes, at, length - 2));
            }
        }
        return OldOffice.FirstOrDefault(o => names.Contains(o.Stream)).Is ?? FileJudgement.Risky();
    }
}
