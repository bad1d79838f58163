using System.Net;
using System.Text.RegularExpressions;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>A telephone with a browser that runs no scripts: it follows redirects and keeps cookies.</summary>
internal sealed partial class ClientTelephone(TestOneStop oneStop, string path) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = oneStop.Address };
    private string query = "";

    /// <summary>The page on the screen.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The heading of the page without readings.</summary>
    public string Heading => TextOf(Title().Match(Page).Groups[1].Value);

    /// <summary>The text of the page without readings and blanks.</summary>
    public string Text => TextOf(Page);

    /// <summary>The address of the page; before it is opened, that of the link.</summary>
    public string Shown => path + query;

    /// <summary>Opens the page anew.</summary>
    public async Task<string> Opens(string asks = "")
    {
        query = asks;
        return Page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(Shown, UriKind.Relative)));
    }

    /// <summary>Presses a button of the question on the screen, after typing.</summary>
    /// <param name="question">The code of the question; null for the one on the screen.</param>
    public Task<string> Presses(string step, string? question = null, params (string Field, string Text)[] typed) =>
        Posts("questionnaire", [("f.step", step), ("f.question", question ?? Asked().Match(Page).Groups[1].Value), .. typed.Select(t => ($"f.{t.Field}", t.Text))]);

    /// <summary>Answers the question on the screen in its only field.</summary>
    public Task<string> Answers(string text, string field = "a") => Presses("Answer", null, (field, text));

    /// <summary>送る</summary>
    public Task<string> HandsIn() => Posts("hand-in", []);

    public void Dispose() => http.Dispose();

    private static string TextOf(string html) => Tag().Replace(Reading().Replace(html, ""), "");

    private async Task<string> Posts(string form, IEnumerable<(string Field, string Text)> fields)
    {
        using var content = new FormUrlEncodedContent([new("_handler", form), new("__RequestVerificationToken", Token().Match(Page).Groups[1].Value),
            .. fields.Select(f => KeyValuePair.Create(f.Field, f.Text))]);
        using var response = await http.PostAsync(new Uri(Shown, UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.SeeOther)
        {
            Assert.StartsWith($"/{path}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
            return await Opens(response.Headers.Location.ToString()[(path.Length + 1)..]);
        }
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"f.question\" value=\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<rp[^>]*>.*?</rp>|<rt[^>]*>.*?</rt>", RegexOptions.Singleline)]
    private static partial Regex Reading();

    [GeneratedRegex("<[^>]+>|\\s")]
    private static partial Regex Tag();
}
