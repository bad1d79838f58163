namespace OneStop.Domain.Conversations;

/// <summary>How a file may be shown.</summary>
public enum Shown
{
    /// <summary>Only offered for saving.</summary>
    No,

    Picture,
    Video,
    Audio,
}

/// <summary>The kinds of files that are taken, told by their first bytes and never by their name.</summary>
/// <param name="ContentType">As it is served.</param>
/// <param name="Shown">As what it may be shown in the page.</param>
/// <param name="Largest">In bytes.</param>
public sealed record FileKind(string ContentType, Shown Shown, long Largest)
{
    private const long Megabyte = 1024 * 1024;
    private const long LargestDocument = 20 * Megabyte;

    /// <summary>No file of any kind may be larger: LINE's own limit for a video.</summary>
    public const long LargestOfAll = 200 * Megabyte;

    /// <summary>So many bytes suffice to tell the kind: the most that a plain text may have, and one.</summary>
    public const int BytesToTell = (int)Megabyte + 1;

    private static readonly (byte[] Start, int At, FileKind Kind)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], 0, new("image/jpeg", Shown.Picture, 10 * Megabyte)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, new("image/png", Shown.Picture, 10 * Megabyte)),
        ("GIF8"u8.ToArray(), 0, new("image/gif", Shown.Picture, 10 * Megabyte)),
        ("WEBP"u8.ToArray(), 8, new("image/webp", Shown.Picture, 10 * Megabyte)),
        ("ftypM4A"u8.ToArray(), 4, new("audio/mp4", Shown.Audio, LargestOfAll)),
        ("ftyp"u8.ToArray(), 4, new("video/mp4", Shown.Video, LargestOfAll)),
        ("ID3"u8.ToArray(), 0, new("audio/mpeg", Shown.Audio, LargestOfAll)),
        ([0xFF, 0xFB], 0, new("audio/mpeg", Shown.Audio, LargestOfAll)),
        ("%PDF-"u8.ToArray(), 0, new("application/pdf", Shown.No, LargestDocument)),
        ([0x50, 0x4B, 0x03, 0x04], 0, new("application/zip", Shown.No, LargestDocument)), // docx, xlsx, pptx too
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, new("application/octet-stream", Shown.No, LargestDocument)), // doc, xls
    ];

    /// <summary>The kind of a file; null if it is none that is taken.</summary>
    /// <param name="bytes">All of it, or its first <see cref="BytesToTell"/>.</param>
    public static FileKind? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, at, kind) in Known)
        {
            if (bytes.Length >= at + start.Length && bytes.Slice(at, start.Length).SequenceEqual(start))
                return kind;
        }
        return IsPlainText(bytes) ? new("text/plain; charset=utf-8", Shown.No, Megabyte) : null;
    }

    private static bool IsPlainText(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);
}
