using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace OneStop.Tests.EndToEnd;

/// <summary>
/// A screenshot as a PNG with a palette: a third of the size, and what it shows can still be read. A
/// screen has few colours; the rare ones are shades at the edges of letters.
/// </summary>
internal static class SmallPng
{
    private const int MostColours = 256;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(SKBitmap picture)
    {
        var pixels = picture.Pixels;
        var colours = pixels.CountBy(p => p).OrderByDescending(c => c.Value).ThenBy(c => (uint)c.Key).Select(c => c.Key).ToList();
        var palette = colours.Take(MostColours).ToList();
        var place = colours.ToDictionary(c => c, c => (byte)palette.IndexOf(palette.MinBy(p => Distance(p, c))));

        var rows = new byte[picture.Height * (picture.Width + 1)]; // before each row a zero: no filter
        for (var i = 0; i < pixels.Length; i++)
            rows[(i / picture.Width * (picture.Width + 1)) + 1 + (i % picture.Width)] = place[pixels[i]];

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), picture.Height);
        (head[8], head[9]) = (8, 3); // bits, palette
        return [.. Signature, .. Chunk("IHDR", head), .. Chunk("PLTE", [.. palette.SelectMany(p => new[] { p.Red, p.Green, p.Blue })]),
            .. Chunk("IDAT", Packed(rows)), .. Chunk("IEND", [])];
    }

    private static int Distance(SKColor one, SKColor other) => Square(one.Red - other.Red) + Square(one.Green - other.Green) + Square(one.Blue - other.Blue);

    private static int Square(int number) => number * number;

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Chunk(string kind, byte[] contents)
    {
        byte[] told = [.. Encoding.ASCII.GetBytes(kind), .. contents];
        var chunk = new byte[told.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, contents.Length);
        told.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(told.Length + 4), Crc(told));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
