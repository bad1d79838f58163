namespace OneStop.Domain.Attachments;

/// <summary>How a page may show a file.</summary>
public enum Shown
{
    /// <summary>Only as a download.</summary>
    No,

    Picture,
    Video,
    Audio,
}

/// <summary>An accepted type of file. A file's type is detected from its bytes (<see cref="FileJudgement"/>), never from its name.</summary>
/// <param name="ContentType">The content type with which it is served.</param>
/// <param name="Shown">How a page may show it.</param>
/// <param name="Largest">The size limit in bytes.</param>
/// <param name="Endings">The accepted extensions; the first is added to a name that has none of them.</param>
public sealed record FileKind(string ContentType, Shown Shown, long Largest, params IReadOnlyList<string> Endings)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The size limit of every type in bytes: LINE's limit for a video.</summary>
    public const long LargestOfAll = 200 * Megabyte;

    /// <summary>The size limit of a document in bytes.</summary>
    public const long LargestDocument = 20 * Megabyte;

    /// <summary>How many bytes are needed to detect every type except containers: the size limit of a text, and one more.</summary>
    public const int BytesToTell = (int)Megabyte + 1;

    public static readonly FileKind Jpeg = Picture("image/jpeg", ".jpg", ".jpeg", ".jfif");
    public static readonly FileKind Png = Picture("image/png", ".png");
    public static readonly FileKind Gif = Picture("image/gif", ".gif");
    public static readonly FileKind WebP = Picture("image/webp", ".webp");
    public static readonly FileKind Avif = Picture("image/avif", ".avif");
    public static readonly FileKind Bmp = Picture("image/bmp", ".bmp");
    // photos of an iPhone; no browser but Safari shows them
    public static readonly FileKind Heic = Picture("image/heic", ".heic", ".heif") with { Shown = Shown.No, Largest = LargestDocument };
    public static readonly FileKind Tiff = Picture("image/tiff", ".tif", ".tiff") with { Shown = Shown.No, Largest = LargestDocument }; // by scanners; likewise
    public static readonly FileKind Mp4 = new("video/mp4", Shown.Video, LargestOfAll, ".mp4", ".m4v");
    public static readonly FileKind QuickTime = new("video/quicktime", Shown.Video, LargestOfAll, ".mov");
    public static readonly FileKind Mobile3Gp = new("video/3gpp", Shown.Video, LargestOfAll, ".3gp", ".3g2");
    public static readonly FileKind M4a = new("audio/mp4", Shown.Audio, LargestOfAll, ".m4a");
    public static readonly FileKind Mp3 = new("audio/mpeg", Shown.Audio, LargestOfAll, ".mp3");
    public static readonly FileKind Aac = new("audio/aac", Shown.Audio, LargestOfAll, ".aac");
    public static readonly FileKind Wav = new("audio/wav", Shown.Audio, LargestOfAll, ".wav");
    public static readonly FileKind Ogg = new("audio/ogg", Shown.Audio, LargestOfAll, ".ogg", ".oga", ".opus");
    public static readonly FileKind Flac = new("audio/flac", Shown.Audio, LargestOfAll, ".flac");
    public static readonly FileKind Pdf = Document("application/pdf", ".pdf");
    public static readonly FileKind Docx = Document("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind Xlsx = Document("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileKind Pptx = Document("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    public static readonly FileKind Odt = Document("application/vnd.oasis.opendocument.text", ".odt");
    public static readonly FileKind Ods = Document("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static readonly FileKind Odp = Document("application/vnd.oasis.opendocument.presentation", ".odp");
    public static readonly FileKind Doc = Document("application/msword", ".doc");
    public static readonly FileKind Xls = Document("application/vnd.ms-excel", ".xls");
    public static readonly FileKind Ppt = Document("application/vnd.ms-powerpoint", ".ppt");
    public static readonly FileKind Zip = Document("application/zip", ".zip");

    /// <summary>Text of any kind, including HTML and scripts: it is stored as plain text, which no system executes.</summary>
    public static readonly FileKind Text = new("text/plain", Shown.No, Megabyte, ".txt");

    /// <summary>All accepted types.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        Jpeg, Png, Gif, WebP, Avif, Bmp, Heic, Tiff, Mp4, QuickTime, Mobile3Gp, M4a, Mp3, Aac, Wav, Ogg, Flac,
        Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, Doc, Xls, Ppt, Zip, Text,
    ];

    /// <summary>Returns the type with a content type; null if it is none of these.</summary>
    public static FileKind? OfType(string contentType) => All.FirstOrDefault(k => k.ContentType == contentType.Split(';')[0]);

    private static FileKind Picture(string contentType, params IReadOnlyList<string> endings) => new(contentType, Shown.Picture, 10 * Megabyte, endings);

    private static FileKind Document(string contentType, params IReadOnlyList<string> endings) => new(contentType, Shown.No, LargestDocument, endings);
}
