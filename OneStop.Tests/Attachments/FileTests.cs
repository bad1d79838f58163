using System.Text;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations;
using OneStop.Portal.Features.Conversations;
using SkiaSharp;

namespace OneStop.Tests.Attachments;

public sealed class FileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-files-").FullName;

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "text/plain; charset=utf-8")] // text is never served as a page
    [InlineData("%PDF-1.7 …", "application/pdf")]
    [InlineData("MZ\0\0", null)] // a program
    [InlineData("\u007fELF\0", null)]
    public void A_file_is_told_by_its_bytes(string bytes, string? type) => Assert.Equal(type, (FileJudgement.Of(Encoding.UTF8.GetBytes(bytes)) as TakenFile)?.ContentType);

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
        var prepared = await new Pictures(store).Prepare("写真.png", png.ToArray());
        Assert.Equal("写真.jpg", prepared.Name);
        Assert.InRange(prepared.Preview.Length, 1, 1024 * 1024);
        await using var stream = store.Open(prepared.Picture.StorageName)!;
        using var drawn = SKBitmap.Decode(stream);
        Assert.Equal((2048, 1024), (drawn.Width, drawn.Height));
    }

    [Fact]
    public Task What_is_no_picture_is_refused_with_a_sentence() =>
        Assert.ThrowsAsync<Domain.RuleException>(() => new Pictures(new FileStore(folder)).Prepare("x.png", "これは画像ではない"u8.ToArray()));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
