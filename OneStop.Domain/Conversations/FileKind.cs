namespace OneStop.Domain.Conversations;

/// <summary>The kinds of files that are taken, told by their first bytes and never by their name.</summary>
/// <param name="ContentType">As it is served.</param>
/// <param name="IsPicture">It may be shown in the page; all else is only offered for saving.</param>
/// <param name="Largest">In bytes.</param>
public sealed record FileKind(string ContentType, bool IsPicture, long Largest)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>No file of any kind may be larger.</summary>
    public const long LargestOfAll = 20 * Megabyte;

    private static readonly (byte[] Start, int At, FileKind Kind)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], 0, new("image/jpeg", true, 10 * Megabyte)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, new("image/png", true, 10 * Megabyte)),
        ("GIF8"u8.ToArray(), 0, new("image/gif", true, 10 * Megabyte)),
        ("WEBP"u8.ToArray(), 8, new("image/webp", true, 10 * Megabyte)),
        ("%PDF-"u8.ToArray(), 0, new("application/pdf", false, LargestOfAll)),
        ([0x50, 0x4B, 0x03, 0x04], 0, new("application/zip", false, LargestOfAll)), // docx, xlsx, pptx too
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, new("application/octet-stream", false, LargestOfAll)), // doc, xls
    ];

    /// <summary>The kind of these bytes; null if it is none that is taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, at, kind) in Known)
        {
            if (bytes.Length >= at + start.Length && bytes.Slice(at, start.Length).SequenceEqual(start))
                return kind;
        }
        return IsPlainText(bytes) ? new("text/plain; charset=utf-8", false, Megabyte) : null;
    }

    private static bool IsPlainText(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);
}
