using System.Net;
using System.Text.Json;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

public sealed class HttpTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Health_says_that_it_lives_and_what_is_ready()
    {
        using var http = oneStop.Http();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        using var ready = JsonDocument.Parse(await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        var checks = ready.RootElement.GetProperty("checks");
        Assert.Equal(("Healthy", "Healthy", "simulated"),
            (checks.GetProperty("database").GetString(), checks.GetProperty("workers").GetString(), checks.GetProperty("line").GetString()));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox")]
    [InlineData("/bookings")]
    [InlineData("/settings/duties")]
    [InlineData("/settings/status")]
    [InlineData("/files/0199b1a0-0000-7000-8000-000000000000")]
    public async Task Nobody_gets_in_without_signing_in(string path)
    {
        using var http = oneStop.Http();
        var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode); // 404 could also mean that anybody is let in and the row is missing
        Assert.Equal("/sign-in", response.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Nobody_opens_a_circuit_without_signing_in()
    {
        using var http = oneStop.Http();
        var response = await http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/privacy")]
    [InlineData("/guide")]
    [InlineData("/c/nothing")]
    [InlineData("/a/nothing")]
    [InlineData("/simulator")]
    public async Task Pages_carry_safe_headers_and_no_inline_script(string path)
    {
        using var http = oneStop.Http();
        var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.False(response.Headers.Contains("Server")); // reveals nothing about the server
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch("<script(?![^>]*src=)[^>]*>", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/m/nothing-here")]
    [InlineData("/files/nothing-here")]
    [InlineData("/health/live")]
    [InlineData("/app.css")]
    public async Task Whatever_is_answered_says_nothing_of_its_server_and_asks_for_nothing_of_the_telephone(string path)
    {
        using var http = oneStop.Http();
        var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_sign_in_leads_to_a_place_whose_address_no_header_may_hold()
    {
        await oneStop.AMember("strange-address", Duty.Counselor);
        using var window = new SignInForm(oneStop.Address);
        var answer = await window.Send("strange-address", TestOneStop.Password, "/sign-in?returnUrl=/%E2%80%8B");
        Assert.Equal((HttpStatusCode.Found, "/%E2%80%8B"), (answer.StatusCode, new Uri(oneStop.Address, answer.Headers.Location!).AbsolutePath));
    }

    [Fact]
    public async Task A_form_that_fails_is_answered_by_the_page_that_says_so()
    {
        using var window = new SignInForm(oneStop.Address);
        await window.Ask(new(HttpMethod.Get, "/sign-in"));
        await using var broken = await oneStop.WithoutStaffTable();
        var answer = await window.Send("anybody", TestOneStop.Password);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("うまく動きませんでした", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_kindly()
    {
        using var http = oneStop.Http();
        var response = await http.GetAsync(new Uri("/m/nothing-here", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
