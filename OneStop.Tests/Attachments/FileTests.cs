using System.Buffers.Binary;
using System.Text;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.Conversations.Files;
using SkiaSharp;

namespace OneStop.Tests.Attachments;

public sealed class FileTests : IDisposable
{
    private readonly FileWorkGate bounded = new(TimeProvider.System);
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-files-").FullName;

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "text/plain; charset=utf-8")] // text is never served as a page
    [InlineData("%PDF-1.7 …", "application/pdf")]
    [InlineData("MZ\0\0", null)] // a program
    [InlineData("\u007fELF\0", null)]
    public void A_file_is_told_by_its_bytes(string bytes, string? type) =>
    Assert.Equal(type, (FileJudgement.Of(Encoding.UTF8.GetBytes(bytes)) as TakenFile)?.ContentType);

    [Fact]
    public async Task A_file_lies_under_a_random_name_and_no_other_is_opened()
    {
        var store = new FileStore(folder);
        var name = await store.Write("内容"u8.ToArray());
        Assert.Matches("^[0-9a-f]{32}$", name);
        await using (var stream = store.Open(name)!)
            Assert.Equal("内容", await new StreamReader(stream).ReadToEndAsync());
        Assert.Throws<ArgumentException>(() => store.Open("../../etc/passwd"));
    }

    [Fact]
    public async Task A_picture_of_ours_is_drawn_anew_within_LINEs_limits()
    {
        using var large = new SKBitmap(3000, 1500);
        using var png = large.Encode(SKEncodedImageFormat.Png, 100);
        var store = new FileStore(folder);
        var prepared = await new Pictures(store, bounded).Prepare("写真.png", png.ToArray());
        Assert.Equal("写真.jpg", prepared.Name);
        Assert.InRange(prepared.Preview.Length, 1, 1024 * 1024);
        await using var stream = store.Open(prepared.Picture.StorageName)!;
        using var drawn = SKBitmap.Decode(stream);
        Assert.Equal((2048, 1024), (drawn.Width, drawn.Height));
    }

    [Fact]
    public Task What_is_no_picture_is_refused_with_a_sentence() =>
        Assert.ThrowsAsync<RuleException>(() => new Pictures(new FileStore(folder), bounded).Prepare("x.png", "これは画像ではない"u8.ToArray()));

    [Theory]
    [InlineData(8000, 5000, false)] // 40 megapixels
    [InlineData(8001, 5000, true)]
    [InlineData(65535, 65535, true)]
    public async Task A_picture_of_more_than_forty_megapixels_is_refused_before_it_is_drawn(int width, int height, bool isTooLarge)
    {
        var refusal = await Record.ExceptionAsync(() => new Pictures(new FileStore(folder), bounded).Prepare("x.png", HollowPng(width, height)));
        Assert.Equal(isTooLarge, refusal is RuleException && refusal.Message.Contains("4000万画素", StringComparison.Ordinal));
    }

    [Fact]
    public void A_photograph_is_drawn_no_larger_than_it_is_needed()
    {
        using var large = new SKBitmap(6000, 4000);
        using var jpeg = large.Encode(SKEncodedImageFormat.Jpeg, 50);
        using var codec = SKCodec.Create(jpeg);
        Assert.InRange(Pictures.SizeToDecode(codec).Width, 2048, 4500);
    }

    [Fact]
    public async Task A_photograph_that_lies_on_its_side_is_put_upright()
    {
        var store = new FileStore(folder);
        using var lying = new SKBitmap(300, 200);
        using (var canvas = new SKCanvas(lying))
            canvas.DrawRect(0, 0, 300, 20, new() { Color = SKColors.Red });
        using var jpeg = lying.Encode(SKEncodedImageFormat.Jpeg, 90);
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]; // right side up
        var prepared = await new Pictures(store, bounded).Prepare("x.jpg", [.. jpeg.ToArray()[..2], .. exif, .. jpeg.ToArray()[2..]]);
        await using var stream = store.Open(prepared.Picture.StorageName)!;
        using var upright = SKBitmap.Decode(stream);
        Assert.Equal((200, 300), (upright.Width, upright.Height));
        Assert.True(upright.GetPixel(190, 150).Red > 200, "the top of what lay is at the right");
    }

    public void Dispose()
    {
        bounded.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Returns a PNG with a header of this size and without picture data.</summary>
    internal static byte[] HollowPng(int width, int height)
    {
        var head = new byte[17];
        "IHDR"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), height);
        (head[12], head[13]) = (8, 2);
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(head));
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. head, .. check, 0, 0, 0, 4, .. "IDAT"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var part in bytes)
        {
            crc ^= part;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
