using SkiaSharp;

namespace OneStop.Tests.EndToEnd;

/// <summary>A picture to send.</summary>
internal static class Pictures
{
    public static byte[] Png()
    {
        using var bitmap = new SKBitmap(64, 48);
        bitmap.Erase(SKColors.SeaGreen);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
