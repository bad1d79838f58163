using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneStop.Domain;
using OneStop.Domain.Attachments;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Clients.Files;
using OneStop.Tests.Attachments;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Files;

/// <summary>What is taken, what is refused and why, and with which headers what was taken is served, to whom.</summary>
public sealed class ClientFileUploadTests : IAsyncLifetime
{
    private readonly Scanner scanner = new();
    private readonly TestOneStop oneStop;

    public ClientFileUploadTests() => oneStop = new() { Registers = services => services.Replace(ServiceDescriptor.Singleton<IFileScanner>(scanner)) };

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_is_refused_says_why_and_leaves_nothing_behind()
    {
        Assert.Contains("安全のため", await Refusal("履歴書.pdf", "MZ\u0090\0"u8.ToArray())); // a program that is called a paper
        Assert.Contains("安全のため", await Refusal("申請書.docx", Zip("word/document.xml", "vbaProject.bin")));
        Assert.Contains("RAR", await Refusal("書類.pdf", "Rar!\u001a\u0007"u8.ToArray()));
        Assert.Contains("動画と音声", await Refusal("書類.pdf", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp41"u8]));
        Assert.Contains("中身のない", await Refusal("空.pdf", []));
        Assert.Contains("20MBまで", await Refusal("大きい.pdf", SomeFile.Pdf, size: ClientFileUploads.Largest + 1));
        Assert.Contains("4000万画素", await Refusal("大きい.png", FileTests.HollowPng(9000, 9000)));
        Assert.Contains("通信が切れました", await Refusal("切れた.pdf", SomeFile.Pdf, breaks: new IOException("gone")));
        scanner.Finds = true;
        Assert.Contains("ウイルス", await Refusal("書類.pdf", SomeFile.Pdf));
        (scanner.Finds, scanner.Fails) = (false, true);
        Assert.Contains("確かめられませんでした", await Refusal("書類.pdf", SomeFile.Pdf));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(oneStop.Folder, "files"), "*", SearchOption.AllDirectories), _ => true);
        Assert.DoesNotContain(oneStop.Logged, line => line.Contains("履歴書", StringComparison.Ordinal) || line.Contains("書類.pdf", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>", "text/plain")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "text/plain")]
    public async Task A_page_or_drawing_with_a_script_is_text_and_only_saved(string bytes, string type)
    {
        await using var taken = await Take("書類.svg", Encoding.UTF8.GetBytes(bytes));
        Assert.StartsWith(type, taken.Added.Contents.ContentType, StringComparison.Ordinal);
        Assert.Null(taken.Added.Preview);
    }

    [Fact]
    public async Task A_picture_gets_a_small_one_drawn_anew_and_keeps_its_bytes()
    {
        var png = SomeFile.Png(2000, 1000);
        await using var taken = await Take("写真.png", png);
        Assert.Equal((png.Length, "image/png", "image/jpeg"), (taken.Added.Contents.Length, taken.Added.Contents.ContentType, taken.Added.Preview!.ContentType));
        Assert.InRange(taken.Added.Preview.Length, 1, 100_000);
    }

    [Fact]
    public async Task A_picture_is_shown_a_paper_in_the_viewer_and_everything_else_only_saved()
    {
        var member = await oneStop.AMember("gate-counselor", Duty.Counselor);
        var client = await oneStop.AClient(member);
        var (picture, pdf, text) = (await oneStop.AFile(member, client, "その他", "写真.png", SomeFile.Png(), hasPreview: true), await oneStop.AFile(member, client, "履歴書"),
            await oneStop.AFile(member, client, "その他", "メモ.html", "<script>alert(1)</script>"u8.ToArray()));
        using var window = await Window("gate-counselor");

        using var shown = await window.Ask(new(HttpMethod.Get, $"/files/of-client/{picture}/picture"));
        Assert.Equal((HttpStatusCode.OK, "image/png", "nosniff"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType, Header(shown, "X-Content-Type-Options")));
        Assert.Contains("sandbox", Header(shown, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("image/jpeg", (await window.Ask(new(HttpMethod.Get, $"/files/of-client/{picture}/preview"))).Content.Headers.ContentType!.MediaType);

        using var viewed = await window.Ask(new(HttpMethod.Get, $"/pdf/{pdf}"));
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "nosniff", "SAMEORIGIN"),
            (viewed.StatusCode, viewed.Content.Headers.ContentType!.MediaType, Header(viewed, "X-Content-Type-Options"), Header(viewed, "X-Frame-Options")));
        Assert.Equal("default-src 'none'; frame-ancestors 'self'", Header(viewed, "Content-Security-Policy"));

        using var saved = await window.Ask(new(HttpMethod.Get, $"/files/of-client/{text}"));
        Assert.Equal(("application/octet-stream", "attachment", "no-store"),
            (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.DispositionType, saved.Headers.CacheControl!.ToString()));
        Assert.Contains("メモ_html.txt", Uri.UnescapeDataString(saved.Content.Headers.ContentDisposition.ToString()), StringComparison.Ordinal);
        foreach (var address in (string[])[$"/pdf/{text}", $"/pdf/{picture}", $"/files/of-client/{text}/picture", $"/files/of-client/{pdf}/picture", $"/files/of-client/{pdf}/preview"])
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await window.Ask(new(HttpMethod.Get, address))).StatusCode));
    }

    [Theory]
    [InlineData(Duty.Counselor, HttpStatusCode.OK)]
    [InlineData(Duty.Manager, HttpStatusCode.OK)]
    [InlineData(Duty.PlacementOfficer, HttpStatusCode.NotFound)] // as if there were none
    [InlineData(Duty.RetentionOfficer, HttpStatusCode.NotFound)]
    [InlineData(Duty.City, HttpStatusCode.Forbidden)] // whatever the id
    [InlineData(Duty.Administrator, HttpStatusCode.Forbidden)]
    public async Task The_address_of_what_only_support_may_know_answers_only_them(Duty duty, HttpStatusCode status)
    {
        var member = await oneStop.AMember("gate-counselor", Duty.Counselor);
        var file = await oneStop.AFile(member, await oneStop.AClient(member), "給付金の書類", "申請書.png", SomeFile.Png(), hasPreview: true);
        await oneStop.AMember($"gate-{duty}", duty);
        using var window = await Window($"gate-{duty}");
        foreach (var path in (string[])["", "/preview", "/picture"])
            Assert.Equal(status, (await window.Ask(new(HttpMethod.Get, $"/files/of-client/{file}{path}"))).StatusCode);
    }

    private async Task<SignInForm> Window(string who)
    {
        var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn(who, TestOneStop.Password));
        return window;
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(' ', answer.Headers.GetValues(name));

    private async Task<string> Refusal(string name, byte[] bytes, long? size = null, Exception? breaks = null) =>
        (await Assert.ThrowsAsync<RuleException>(() => Take(name, bytes, size, breaks))).Message;

    private Task<TakenUpload> Take(string name, byte[] bytes, long? size = null, Exception? breaks = null) =>
        oneStop.Services.GetRequiredService<ClientFileUploads>().Take(new ChosenFile(name, bytes, size, breaks), _ => { }, default);

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names.Prepend("[Content_Types].xml"))
                zip.CreateEntry(name).Open().Dispose();
        return bytes.ToArray();
    }

    private sealed class Scanner : IFileScanner
    {
        public bool Finds { get; set; }
        public bool Fails { get; set; }

        public Task<bool> IsClean(Stream file, CancellationToken stopping) => Fails ? throw new IOException("no scanner") : Task.FromResult(!Finds);
    }
}
