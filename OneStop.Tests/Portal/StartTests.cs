using System.Net;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The start of the portal as a process of its own, and the settings without which it refuses to start.</summary>
[SqliteOnly("starts portals on a SQLite file"), NeedsTime("starts portals")]
public sealed class StartTests
{
    internal static readonly Dictionary<string, string> Whole = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Line__ChannelId"] = "1234567890",
        ["Line__ChannelSecret"] = "0123456789abcdef0123456789abcdef",
        ["Line__ApiBaseUrl"] = "http://127.0.0.1:9/",
        ["Line__DataApiBaseUrl"] = "http://127.0.0.1:9/",
        ["PublicBaseUrl"] = "https://onestop.example.jp",
        ["Audit__Key"] = "a-key-of-more-than-thirty-two-characters",
        ["DataProtection__Key"] = "another-key-of-more-than-thirty-two-characters",
        ["ConnectionStrings__OneStop"] = "Data Source=" + Path.Combine(Path.GetTempPath(), "never-opened.db"),
    };

    [Theory]
    [InlineData("Line__ChannelSecret", "", "Line:ChannelSecret")]
    [InlineData("Line__ChannelId", "", "Line:ChannelId")]
    [InlineData("PublicBaseUrl", "", "PublicBaseUrl")]
    [InlineData("PublicBaseUrl", "http://onestop.example.jp", "https://")]
    [InlineData("ConnectionStrings__OneStop", "", "ConnectionStrings:OneStop")]
    [InlineData("Audit__Key", "short", "Audit:Key")]
    [InlineData("DataProtection__Key", "", "DataProtection:Key")]
    [InlineData("DataProtection__Key", "a-key-of-more-than-thirty-two-characters", "DataProtection:Key")] // the same as the audit key
    [InlineData("Demo__Enabled", "true", "Demo:Enabled")]
    [InlineData("Proxies", "10.0.0.5, proxy.example.jp", "Proxies")]
    [InlineData("HelloWork__UserId", "onestop@example.jp", "HelloWork:Password")] // without it
    [InlineData("HelloWork__BaseUrl", "http://teikyo.example.jp/api", "https://")] // id and password would be readable on the way
    public async Task Production_refuses_to_start_and_says_in_one_sentence_what_to_set(string name, string value, string says)
    {
        await using var portal = new PortalProcess(new(Whole) { [name] = value });
        var (code, words) = await portal.Run();
        Assert.Equal(1, code);
        Assert.Contains(says, words);
        Assert.Single(words.Trim().Split('\n')); // no stack trace
    }

    [Fact]
    public async Task Production_waits_for_its_first_administrator_and_has_no_simulator()
    {
        await using var portal = new PortalProcess(new(Whole));
        portal.Set("ConnectionStrings__OneStop", $"Data Source={Path.Combine(portal.Folder, "onestop.db")}");
        var (code, words) = await portal.Run();
        Assert.Equal((1, true), (code, words.Contains("create-admin", StringComparison.Ordinal)));

        portal.Set("ONESTOP_PASSWORD", "short");
        (code, words) = await portal.Run("create-admin", "--sign-in", "first", "--name", "最初の 管理者");
        Assert.Equal((1, true), (code, words.Contains("12文字以上", StringComparison.Ordinal)));

        portal.Set("ONESTOP_PASSWORD", "long-enough-password");
        (code, words) = await portal.Run("create-admin", "--sign-in", "first", "--name", "最初の 管理者");
        Assert.Equal((0, true), (code, words.Contains("登録しました", StringComparison.Ordinal)));
        (code, words) = await portal.Run("create-staff", "--sign-in", "one", "--name", "相談 する人", "--duties", "Counselor,Nothing");
        Assert.Equal((1, true), (code, words.Contains("使い方", StringComparison.Ordinal)));
        (code, words) = await portal.Run("create-staff", "--sign-in", "one", "--name", "相談 する人", "--duties", "Counselor,Planner");
        Assert.Equal((0, true), (code, words.Contains("キャリアカウンセラー・策定員", StringComparison.Ordinal)));
        (code, words) = await portal.Run("verify-audit");
        Assert.Equal((0, true), (code, words.Contains("正しくつながっています", StringComparison.Ordinal)));

        await portal.Start();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        foreach (var path in (string[])["/simulator", "/simulator/people", "/simulator/line/api/v2/bot/info", "/simulator/telephone.js"])
            Assert.NotEqual(HttpStatusCode.OK, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        var asked = await http.GetAsync(new Uri("/inbox", UriKind.Relative));
        // the public address, whatever the proxy passes on
        Assert.Equal("https://onestop.example.jp/sign-in?returnUrl=%2Finbox", asked.Headers.Location?.ToString());
        using var window = new SignInForm(portal.Address);
        Assert.True(await window.LetsIn("one", "long-enough-password"));
        Assert.All(window.Set, cookie =>
            Assert.True(cookie.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal)
                && cookie.Contains("path=/;", StringComparison.Ordinal), cookie));
        Assert.Contains("__Host-OneStop.Staff", window.Cookies);
        Assert.DoesNotContain("デモ", await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
    }
}
