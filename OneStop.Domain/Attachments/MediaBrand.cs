using System.Buffers.Binary;
using System.Text;

namespace OneStop.Domain.Attachments;

/// <summary>Detects pictures, videos and sounds in container formats by their brand (ISO/IEC 14496-12, 4.3; RIFF).</summary>
internal static class MediaBrand
{
    private const int FirstBrand = 8;
    private const int FirstCompatible = 16;

    /// <returns>Null if it has no such format.</returns>
    public static FileJudgement? Of(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && start.StartsWith("RIFF"u8))
            return OfRiff(start.Slice(8, 4));
        if (start.Length >= 14 && start.StartsWith("BM"u8) && BinaryPrimitives.ReadInt32LittleEndian(start[6..]) == 0)
            return new TakenFile(FileKind.Bmp);
        return start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) ? OfBox(start) : null;
    }

    private static FileJudgement OfRiff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? new TakenFile(FileKind.WebP)
        : form.SequenceEqual("WAVE"u8) ? new TakenFile(FileKind.Wav)
        : form.SequenceEqual("AVI "u8) ? FileJudgement.Unsupported("AVIの動画")
        : FileJudgement.Unsupported("この種類の音声や動画");

    /// <summary>The first brand decides; if it is general (mif1), the first known compatible brand.</summary>
    private static FileJudgement OfBox(ReadOnlySpan<byte> start)
    {
        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(start), (uint)start.Length);
        if (Known(start.Slice(FirstBrand, 4)) is { } main)
            return main;
        for (var at = FirstCompatible; at + 4 <= length; at += 4)
        {
            if (Known(start.Slice(at, 4)) is { } compatible)
                return compatible;
        }
        return FileJudgement.Unsupported("この種類の画像や動画");
    }

    private static FileJudgement? Known(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "avif" or "avis" => new TakenFile(FileKind.Avif),
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" => new TakenFile(FileKind.Heic),
        "M4A " or "M4B " or "M4P " => new TakenFile(FileKind.M4a),
        "qt  " => new TakenFile(FileKind.QuickTime),
        "3gp4" or "3gp5" or "3gp6" or "3gp7" or "3ge6" or "3gg6" or "3g2a" or "3g2b" => new TakenFile(FileKind.Mobile3Gp),
        "isom" or "iso2" or "iso3" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42"
            or "mp71" or "avc1" or "M4V " or "M4VH" or "M4VP" or "MSNV" or "dash" => new TakenFile(FileKind.Mp4),
        "crx " => FileJudgement.Unsupported("カメラのRAW画像"),
        "jp2 " or "jpx " => FileJudgement.Unsupported("JPEG 2000の画像"),
        _ => null,
    };
}
