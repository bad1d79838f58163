using Microsoft.AspNetCore.Components.Forms;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Portal.Documents;
using SkiaSharp;

namespace OneStop.Portal.Features.Conversations.Files;

/// <summary>A picture ready to send: the picture and its preview, both stored.</summary>
internal sealed record PreparedPicture(string Name, FileContents Picture, FileContents Preview);

/// <summary>
/// Re-encodes staff's pictures as JPEG: within LINE's limits (10 MB, preview 1 MB), and without camera metadata, above all the
/// location. A few kilobytes can decode to gigabytes, so the dimensions are checked first, one picture is decoded at a time, and,
/// where the format allows it, not larger than needed.
/// </summary>
internal sealed class Pictures(FileStore store, FileWorkGate bounded)
{
    /// <summary>The maximum number of pixels: 160 MB decoded.</summary>
    public const long MostPixels = 40_000_000;

    private const long LargestUpload = 20 * 1024 * 1024;
    private const int LongestSide = 2048;
    private const int PreviewSide = 480;
    private const int Quality = 85;

    /// <exception cref="RuleException">The file is too large, or not a picture.</exception>
    public async Task<PreparedPicture> Prepare(IBrowserFile file)
    {
        if (file.Size > LargestUpload)
            throw new RuleException("画像は20MBまでです。小さくしてから送ってください。");

        using var bytes = new MemoryStream();
        await using (var stream = file.OpenReadStream(LargestUpload))
            await stream.CopyToAsync(bytes);
        return await Prepare(file.Name, bytes.ToArray());
    }

    /// <inheritdoc cref="Prepare(IBrowserFile)"/>
    public async Task<PreparedPicture> Prepare(string name, byte[] bytes)
    {
        var (picture, preview) = await bounded.Do(() => Draw(bytes));
        return new(Path.ChangeExtension(name, ".jpg"), await Store(picture), await Store(preview));
    }

    /// <summary>Draws a small picture, for lists. The stream is read from its beginning.</summary>
    /// <returns>A JPEG; null if the picture cannot be drawn.</returns>
    /// <exception cref="RuleException">It has too many pixels.</exception>
    public async Task<byte[]?> Small(Stream picture)
    {
        picture.Position = 0;
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes);
        return await bounded.Do(() => DrawSmall(bytes.ToArray()));
    }

    private static byte[]? DrawSmall(byte[] bytes)
    {
        using var codec = SKCodec.Create(new MemoryStream(bytes));
        using var decoded = codec is null ? null : Decode(codec);
        if (decoded is null)
            return null;
        using var small = Scaled(decoded, PreviewSide, codec!.EncodedOrigin);
        return Jpeg(small);
    }

    private static SKBitmap? Decode(SKCodec codec) => codec.Info.Width * (long)codec.Info.Height > MostPixels
        ? throw new RuleException("画像が大きすぎます（4000万画素まで）。小さくしてください。")
        : SKBitmap.Decode(codec, codec.Info.WithSize(SizeToDecode(codec)).WithColorType(SKColorType.Rgba8888).WithAlphaType(SKAlphaType.Premul));

    private static (byte[] Picture, byte[] Preview) Draw(byte[] bytes)
    {
        if (FileJudgement.Of(bytes) is not TakenFile { Kind.Shown: Shown.Picture })
            throw Unreadable();
        using var codec = SKCodec.Create(new MemoryStream(bytes)) ?? throw Unreadable();
        using var decoded = Decode(codec) ?? throw Unreadable();
        using var picture = Scaled(decoded, LongestSide, codec.EncodedOrigin);
        using var preview = Scaled(picture, PreviewSide, SKEncodedOrigin.TopLeft);
        return (Jpeg(picture), Jpeg(preview));
    }

    /// <summary>JPEG and WebP can be decoded at a smaller size: at least twice the size needed, so that it is scaled down and not up.</summary>
    internal static SKSizeI SizeToDecode(SKCodec codec) =>
        codec.GetScaledDimensions(Math.Min(1f, 2f * LongestSide / Math.Max(codec.Info.Width, codec.Info.Height)));

    /// <summary>Scales and rotates: cameras store the picture as the sensor sees it, with the orientation beside it.</summary>
    private static SKBitmap Scaled(SKBitmap picture, int longest, SKEncodedOrigin origin)
    {
        var degrees = origin switch { SKEncodedOrigin.RightTop => 90, SKEncodedOrigin.BottomRight => 180, SKEncodedOrigin.LeftBottom => 270, _ => 0 };
        var scale = Math.Min(1f, longest / (float)Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var scaled = degrees is 90 or 270 ? new SKBitmap(height, width) : new SKBitmap(width, height);
        picture.SetImmutable(); // otherwise SKImage would copy it
        using var canvas = new SKCanvas(scaled);
        using var image = SKImage.FromBitmap(picture);
        canvas.Clear(SKColors.White); // JPEG has no transparency
        canvas.Translate(scaled.Width / 2f, scaled.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawImage(image, SKRect.Create(-width / 2f, -height / 2f, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return scaled;
    }

    private static byte[] Jpeg(SKBitmap picture)
    {
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static RuleException Unreadable() => new("画像として読めないファイルです。JPEGかPNGの画像を選んでください。");

    private async Task<FileContents> Store(byte[] jpeg) => new(await store.Write(jpeg), FileKind.Jpeg.ContentType, jpeg.Length);
}
