using System.Buffers.Binary;

namespace OneStop.Line.Api;

/// <summary>The type and size of a picture for a rich menu, detected from its bytes.</summary>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>.</param>
public sealed record PixelSize(string ContentType, int Width, int Height)
{
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null if it is neither a PNG nor a JPEG.</returns>
    public static PixelSize? Of(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PngStart) ? OfPng(bytes) : bytes is [0xFF, 0xD8, ..] ? OfJpeg(bytes[2..]) : null;

    /// <summary>The first chunk (IHDR) begins with width and height: PNG specification 11.2.1.</summary>
    private static PixelSize? OfPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 24 ? null : new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));

    /// <summary>The size is in the frame header (SOF0 to SOF15, where C4, C8 and CC are other segments): ITU-T T.81, B.2.2.</summary>
    private static PixelSize? OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments is [0xFF, var marker, _, _, ..])
        {
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return segments.Length < 9
                    ? null
                    : new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(segments[7..]), BinaryPrimitives.ReadUInt16BigEndian(segments[5..]));
            var next = 2 + BinaryPrimitives.ReadUInt16BigEndian(segments[2..]);
            if (next > segments.Length)
                return null;
            segments = segments[next..];
        }
        return null;
    }
}
