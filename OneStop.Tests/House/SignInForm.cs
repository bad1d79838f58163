using System.Net;
using System.Text.RegularExpressions;

namespace OneStop.Tests.House;

/// <summary>The sign-in page over plain HTTP: a browser that keeps its cookies and returns the answers.</summary>
internal sealed partial class SignInForm(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>All cookies that were set, with their attributes.</summary>
    public List<string> Set { get; } = [];

    /// <summary>The names of the cookies kept.</summary>
    public IReadOnlyCollection<string> Cookies => cookies.Keys;

    /// <summary>Takes over the cookies of another window, like the same browser the next day.</summary>
    public void Take(SignInForm other, string named)
    {
        foreach (var (name, value) in other.cookies.Where(c => c.Key.EndsWith(named, StringComparison.Ordinal)))
            cookies[name] = value;
    }

    /// <summary>Returns the fields that the page posts with this name and password.</summary>
    public static Dictionary<string, string> Fields(string page, string name, string password) => new()
    {
        ["Form.Name"] = name,
        ["Form.Password"] = password,
        ["_handler"] = "sign-in",
        ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
    };

    /// <summary>Returns what the page says of the try; empty if it says nothing.</summary>
    public static string Says(string page) => WebUtility.HtmlDecode(Alert().Match(page).Groups[1].Value);

    /// <summary>Opens the page, fills in name and password, and posts them.</summary>
    public async Task<HttpResponseMessage> Send(string name, string password, string path = "/sign-in", string? from = null)
    {
        var page = await Ask(new(HttpMethod.Get, path));
        var fields = Fields(await page.Content.ReadAsStringAsync(), name, password);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (from is not null)
            request.Headers.Add("X-Forwarded-For", from);
        return await Ask(request);
    }

    /// <summary>Sends a request with the cookies kept.</summary>
    public async Task<HttpResponseMessage> Ask(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead); // an upgraded connection never ends
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            Set.Add(set);
            var (name, value) = (set.Split('=')[0], set.Split('=', 2)[1].Split(';')[0]);
            cookies[name] = value;
        }
        return answer;
    }

    /// <summary>Returns whether this try signed in.</summary>
    public async Task<bool> LetsIn(string name, string password, string? from = null) =>
        (await Send(name, password, from: from)).StatusCode == HttpStatusCode.Found;

    /// <summary>Returns whether a page for staff opens.</summary>
    public async Task<bool> IsIn() => (await Ask(new(HttpMethod.Get, "/settings/me"))).StatusCode == HttpStatusCode.OK;

    /// <summary>Changes one's own password.</summary>
    /// <returns>The text of the page afterwards.</returns>
    public Task<string> ChangePassword(string before, string password) =>
        Fill("/account/password", "own-password", new() { ["before"] = before, ["password"] = password, ["again"] = password });

    /// <summary>Sets a password with a link.</summary>
    /// <returns>The text of the page afterwards.</returns>
    public Task<string> SetByLink(string code, string password) => Fill($"/w/{code}", "set-password", new() { ["password"] = password, ["again"] = password });

    /// <summary>Fills in the fields with these ids, posted under their names in the page.</summary>
    private async Task<string> Fill(string path, string form, Dictionary<string, string> typed)
    {
        var page = await (await Ask(new(HttpMethod.Get, path))).Content.ReadAsStringAsync();
        var fields = typed.ToDictionary(t =>
            Regex.Match(Regex.Match(page, $"<input[^>]*id=\"{t.Key}\"[^>]*>").Value, "name=\"([^\"]+)\"").Groups[1].Value, t => t.Value);
        (fields["_handler"], fields["__RequestVerificationToken"]) = (form, Token().Match(page).Groups[1].Value);
        var answer = await Ask(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("role=\"alert\">([^<]*)")]
    private static partial Regex Alert();
}
