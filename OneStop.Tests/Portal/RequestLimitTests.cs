using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Attachments;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Line.Webhook;
using OneStop.Portal.Shell;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Limits of number and size of requests per address. Uses a portal of its own, because it refuses requests for a while.</summary>
public sealed class RequestLimitTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("/m/nothing", RequestLimits.MostFiles, "203.0.113.11")]
    [InlineData("/d/nothing", RequestLimits.MostFiles, "203.0.113.12")]
    [InlineData("/health/live", RequestLimits.MostProbes, "203.0.113.13")]
    public async Task Who_floods_a_door_is_asked_to_wait_and_others_are_not_disturbed(string path, int most, string from)
    {
        using var http = oneStop.Http();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4 * most && answers.LastOrDefault() != HttpStatusCode.TooManyRequests; i++) // some permits are regained meanwhile
            answers.Add(await Ask(http, HttpMethod.Get, path, from));
        Assert.InRange(answers.Count, most + 1, 4 * most);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Ask(http, HttpMethod.Get, path, "203.0.113.200"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Ask(http, HttpMethod.Get, "/privacy", from));
    }

    [Theory]
    [InlineData("::ffff:203.0.113.1", "203.0.113.1")]
    [InlineData("2001:db8:1:2:aaaa::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:bbbb::2", "20010DB800010002")] // the same network
    public void A_line_counts_once_however_many_addresses_it_has(string address, string counted) =>
    Assert.Equal(counted, RequestLimits.AddressOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("/sign-in", RequestLimits.LargestBody, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/c/key", RequestLimits.LargestBody, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/sign-out", 28 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(WebhookEndpoint.Path, RequestLimits.LargestBody, HttpStatusCode.Unauthorized)] // LINE's bodies are larger; the signature is checked
    [InlineData(WebhookEndpoint.Path, WebhookEndpoint.LargestBody, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Nobody_brings_more_than_a_form_holds(string path, long length, HttpStatusCode answer)
    {
        using var http = oneStop.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[length + 1]) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.ExpectContinue = true; // the answer comes before the body
        Assert.Equal(answer, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_asked_for_at_the_wrong_door_is_not_left_open()
    {
        var counselor = await oneStop.AMember("limit-counselor", Duty.Counselor);
        var conversation = await oneStop.AsksSomething("写真をください");
        var store = oneStop.Services.GetRequiredService<FileStore>();
        var name = await store.Write(new byte[] { 0xFF, 0xD8, 0xFF });
        var id = await oneStop.At<FileDesk, Guid>(counselor, desk => desk.Attach(conversation, "写真.jpg", new(name, FileKind.Jpeg.ContentType, 3), null));
        var key = await oneStop.Read(db => Task.FromResult(db.StoredFiles.Single(f => f.Id == id).PublicKey));
        using var http = oneStop.Http();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Redirect, await Ask(http, HttpMethod.Get, $"/d/{key}/file", "203.0.113.14"));
        var path = Directory.GetFiles(Path.Combine(oneStop.Folder, "files"), name, SearchOption.AllDirectories).Single();
        await using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None); // fails while the file is open elsewhere
        Assert.Equal(3, alone.Length);
    }

    private static async Task<HttpStatusCode> Ask(HttpClient http, HttpMethod method, string path, string from)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", from);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
