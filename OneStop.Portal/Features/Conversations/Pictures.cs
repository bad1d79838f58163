using Microsoft.AspNetCore.Components.Forms;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations;
using SkiaSharp;

namespace OneStop.Portal.Features.Conversations;

/// <summary>A picture made ready to be sent: itself and its preview, both stored.</summary>
internal sealed record PreparedPicture(string Name, FileContents Picture, FileContents Preview);

/// <summary>
/// Draws staff's pictures anew as JPEG before they leave: within LINE's limits (10 MB, preview 1 MB), and without what a camera
/// writes into a file, the place above all.
/// </summary>
internal sealed class Pictures(FileStore store)
{
    private const long LargestUpload = 20 * 1024 * 1024;
    private const int LongestSide = 2048;
    private const int PreviewSide = 480;
    private const int Quality = 85;
    private const string Jpeg = "image/jpeg";

    /// <exception cref="RuleException">Too large, or no picture.</exception>
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
        if (FileJudgement.Of(bytes) is not TakenFile { Kind.Shown: Shown.Picture } || Decode(bytes) is not { } picture)
            throw new RuleException("画像として読めないファイルです。JPEGかPNGの画像を選んでください。");
        using (picture)
            return new(Path.ChangeExtension(name, ".jpg"), await Store(picture, LongestSide), await Store(picture, PreviewSide));
    }

    private static SKBitmap? Decode(byte[] bytes)
    {
        using var codec = SKCodec.Create(new MemoryStream(bytes));
        return codec is null || codec.Info.Width * (long)codec.Info.Height > 80_000_000 ? null : Upright(codec);
    }

    /// <summary>Cameras write the picture as the sensor lies and note which way is up.</summary>
    private static SKBitmap? Upright(SKCodec codec)
    {
        var bitmap = SKBitmap.Decode(codec);
        if (bitmap is null || codec.EncodedOrigin is SKEncodedOrigin.TopLeft)
            return bitmap;

        var degrees = codec.EncodedOrigin switch { SKEncodedOrigin.RightTop => 90, SKEncodedOrigin.BottomRight => 180, SKEncodedOrigin.LeftBottom => 270, _ => 0 };
        var turned = degrees is 90 or 270 ? new SKBitmap(bitmap.Height, bitmap.Width) : new SKBitmap(bitmap.Width, bitmap.Height);
        using var canvas = new SKCanvas(turned);
        canvas.Translate(turned.Width / 2f, turned.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawBitmap(bitmap, -bitmap.Width / 2f, -bitmap.Height / 2f, SKSamplingOptions.Default);
        bitmap.Dispose();
        return turned;
    }

    private async Task<FileContents> Store(SKBitmap picture, int longest)
    {
        var scale = Math.Min(1f, longest / (float)Math.Max(picture.Width, picture.Height));
        using var scaled = new SKBitmap(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using (var canvas = new SKCanvas(scaled))
        using (var image = SKImage.FromBitmap(picture))
        {
            canvas.Clear(SKColors.White); // JPEG knows no transparency
            canvas.DrawImage(image, new SKRect(0, 0, scaled.Width, scaled.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
        using var encoded = scaled.Encode(SKEncodedImageFormat.Jpeg, Quality);
        var bytes = encoded.ToArray();
        return new(await store.Write(bytes), Jpeg, bytes.Length);
    }
}
