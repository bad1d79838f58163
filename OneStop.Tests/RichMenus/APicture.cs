using SkiaSharp;

namespace OneStop.Tests.RichMenus;

/// <summary>A picture of any size and format, in one colour.</summary>
internal static class APicture
{
    public static byte[] Of(int width = 2500, int height = 1686, SKEncodedImageFormat format = SKEncodedImageFormat.Png, byte grey = 90)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(grey, grey, grey));
        using var encoded = bitmap.Encode(format, 80);
        return encoded.ToArray();
    }
}
