namespace OneStop.Domain.Attachments;

/// <summary>The result of detecting a file's type from its bytes.</summary>
public abstract record FileJudgement
{
    private const string Dangerous = "安全のため、この種類のファイルは受け取れません。";

    private static readonly FileJudgement UnknownKind = Unsupported("この種類のファイル");

    private static readonly (byte[] Start, int At, FileJudgement Is)[] Starts =
    [
        ([0xFF, 0xD8, 0xFF], 0, new TakenFile(FileKind.Jpeg)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, new TakenFile(FileKind.Png)),
        ("GIF8"u8.ToArray(), 0, new TakenFile(FileKind.Gif)),
        ([0x49, 0x49, 0x2A, 0], 0, new TakenFile(FileKind.Tiff)),
        ([0x4D, 0x4D, 0, 0x2A], 0, new TakenFile(FileKind.Tiff)),
        ("ID3"u8.ToArray(), 0, new TakenFile(FileKind.Mp3)),
        ("OggS"u8.ToArray(), 0, new TakenFile(FileKind.Ogg)),
        ("fLaC"u8.ToArray(), 0, new TakenFile(FileKind.Flac)),
        ("%PDF-"u8.ToArray(), 0, new TakenFile(FileKind.Pdf)),
        ("MZ"u8.ToArray(), 0, new RefusedFile(Dangerous)),
        ([0x7F, .. "ELF"u8], 0, new RefusedFile(Dangerous)),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, new RefusedFile(Dangerous)), // Java classes, and macOS programs
        ([0xCF, 0xFA, 0xED, 0xFE], 0, new RefusedFile(Dangerous)),
        ([0xCE, 0xFA, 0xED, 0xFE], 0, new RefusedFile(Dangerous)),
        ([0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0], 0, new RefusedFile(Dangerous)), // a Windows shortcut
        ("ITSF"u8.ToArray(), 0, new RefusedFile(Dangerous)), // compiled help, which runs scripts
        ("dex\n"u8.ToArray(), 0, new RefusedFile(Dangerous)),
        ([0, .. "asm"u8], 0, new RefusedFile(Dangerous)),
        ("CD001"u8.ToArray(), 0x8001, new RefusedFile(Dangerous)), // a disk image: Windows opens it like a folder, and its programs without a warning
        ("Rar!"u8.ToArray(), 0, Unsupported("RARの圧縮ファイル")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, Unsupported("7zの圧縮ファイル")),
        ([0x1F, 0x8B], 0, Unsupported("gzipの圧縮ファイル")),
        ("MSCF"u8.ToArray(), 0, Unsupported("CABの圧縮ファイル")),
        ("-lh"u8.ToArray(), 2, Unsupported("LZHの圧縮ファイル")),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, Unsupported("WebMやMKVの動画")),
        ("FLV"u8.ToArray(), 0, Unsupported("FLVの動画")),
        ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], 0, Unsupported("WMVやWMA")),
        ("#!AMR"u8.ToArray(), 0, Unsupported("AMRの音声")),
        ("8BPS"u8.ToArray(), 0, Unsupported("Photoshopの画像")),
        ([0xFF, 0x0A], 0, Unsupported("JPEG XLの画像")),
    ];

    /// <summary>Detects the type of a file; the stream's position is restored.</summary>
    /// <param name="file">The whole file, because a container's directory is at its end.</param>
    public static FileJudgement Of(Stream file)
    {
        var at = file.Position;
        var start = new byte[Math.Min(file.Length, FileKind.BytesToTell)];
        file.Position = 0;
        file.ReadExactly(start);
        var judged = Of(start, file);
        file.Position = at;
        return judged;
    }

    /// <inheritdoc cref="Of(Stream)"/>
    public static FileJudgement Of(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return Of(stream);
    }

    private static FileJudgement Of(ReadOnlySpan<byte> start, Stream file)
    {
        if (start.IsEmpty)
            return new RefusedFile("中身のないファイルでした。");
        foreach (var (bytes, at, judged) in Starts)
        {
            if (start.Length >= at + bytes.Length && start.Slice(at, bytes.Length).SequenceEqual(bytes))
                return judged;
        }
        return MediaBrand.Of(start) ?? SoundFrames.Of(start) ?? Containers.Of(start, file) ?? PlainText.Of(start, isWhole: start.Length == file.Length)
            ?? UnknownKind;
    }

    /// <summary>Returns a refusal of a harmless type that is not supported.</summary>
    internal static FileJudgement Unsupported(string what) => new RefusedFile($"{what}には対応していないため、受け取れませんでした。");

    /// <summary>Returns a refusal of a file that could do harm when opened.</summary>
    /// <param name="why">A sentence before the general one.</param>
    internal static FileJudgement Risky(string why = "") => new RefusedFile(why + Dangerous);
}

/// <summary>The type is accepted; the size limit is in <see cref="FileKind.Largest"/>.</summary>
/// <param name="Charset">The encoding of a text; null for other types.</param>
public sealed record TakenFile(FileKind Kind, string? Charset = null) : FileJudgement
{
    /// <summary>The content type with which the file is stored and served.</summary>
    public string ContentType => Charset is null ? Kind.ContentType : $"{Kind.ContentType}; charset={Charset}";
}

/// <summary>The file is refused.</summary>
/// <param name="Reason">The reason, as a sentence for staff.</param>
public sealed record RefusedFile(string Reason) : FileJudgement
{
    public static readonly RefusedFile TooLarge = new("大きすぎるため、受け取れませんでした（画像は10MB、動画と音声は200MB、文章は1MB、そのほかは20MBまで）。");
}
