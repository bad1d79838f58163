using System.Net;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>Another site's page can do nothing with the cookie of the person viewing it.</summary>
public sealed class ForeignPageTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/sign-in")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    public async Task It_posts_nothing(string path)
    {
        using var window = await SignedIn();
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Post(path, "Origin", "https://elsewhere.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Post(path, "Origin", "null"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Post(path, "Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Post(path, "Sec-Fetch-Site", "same-site"))).StatusCode); // another host of our domain
        Assert.Equal(HttpStatusCode.OK, (await window.Ask(new(HttpMethod.Get, "/inbox"))).StatusCode); // the sitting continues
    }

    [Fact]
    public async Task A_link_for_a_password_is_told_to_nobody_and_its_form_may_be_sent_by_a_page_that_hides_where_it_is()
    {
        using var window = new SignInForm(oneStop.Address);
        var page = await window.Ask(new(HttpMethod.Get, "/w/somebodys-link"));
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(page.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await window.Ask(Post("/w/somebodys-link", "Origin", "null"))).StatusCode);
    }

    /// <summary>A browser that does not say <c>Sec-Fetch-Site</c> yet, as telephones some years old, posts from a page without referrer with this origin.</summary>
    [Theory]
    [InlineData("/c/somebodys-link")]
    [InlineData("/q/somebodys-link")]
    [InlineData("/k/somebodys-link")]
    [InlineData("/a/somebodys-link")]
    public async Task A_client_with_an_old_telephone_can_send_every_form(string path)
    {
        using var window = new SignInForm(oneStop.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await window.Ask(Post(path, "Origin", "null"))).StatusCode); // let in, and asked for its token
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Post(path, "Origin", "https://elsewhere.example"))).StatusCode);
    }

    [Fact]
    public async Task It_opens_no_connection()
    {
        using var window = await SignedIn();
        Assert.Equal(HttpStatusCode.Forbidden, (await window.Ask(Socket("https://elsewhere.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, (await window.Ask(Socket(oneStop.Address.GetLeftPart(UriPartial.Authority)))).StatusCode);
    }

    [Fact]
    public async Task Our_own_page_signs_out()
    {
        using var window = await SignedIn();
        Assert.Equal(HttpStatusCode.Found, (await window.Ask(Post("/sign-out", "Origin", oneStop.Address.GetLeftPart(UriPartial.Authority)))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await window.Ask(new(HttpMethod.Get, "/inbox"))).StatusCode);
    }

    private async Task<SignInForm> SignedIn()
    {
        await oneStop.AMember("at-a-page", Duty.Counselor);
        var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("at-a-page", TestOneStop.Password));
        return window;
    }

    private static HttpRequestMessage Post(string path, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add(header, value);
        return request;
    }

    private static HttpRequestMessage Socket(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        foreach (var (name, value) in (IReadOnlyList<(string, string)>)[("Origin", origin), ("Connection", "Upgrade"), ("Upgrade", "websocket"),
            ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")])
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
