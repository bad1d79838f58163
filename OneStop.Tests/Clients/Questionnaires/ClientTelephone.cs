using System.Net;
using System.Text.RegularExpressions;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>A telephone with a browser that runs no scripts: it follows redirects and keeps cookies.</summary>
internal sealed partial class ClientTelephone(TestOneStop oneStop, string path) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? browser;
    private string query = "";

    private HttpClient Http => browser ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = oneStop.Address };

    /// <summary>The page on the screen.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The heading of the page without readings.</summary>
    public string Heading => HeadingOf(Page);

    /// <summary>The text of the page without readings and blanks.</summary>
    public string Text => TextOf(Page);

    /// <summary>The address of the page; before it is opened, that of the link.</summary>
    public string Shown => path + query;

    /// <summary>Returns the heading of a page without readings.</summary>
    public static string HeadingOf(string page) => TextOf(Title().Match(page).Groups[1].Value);

    /// <summary>Opens the page anew.</summary>
    public async Task<string> Opens(string asks = "")
    {
        query = asks;
        return Page = WebUtility.HtmlDecode(await Http.GetStringAsync(new Uri(Shown, UriKind.Relative)));
    }

    /// <summary>Presses a button of the question on the screen, after typing.</summary>
    /// <param name="question">The code of the question; null for the one on the screen.</param>
    public Task<string> Presses(string step, string? question = null, params (string Field, string Text)[] typed) =>
        Posts("questionnaire", StepOf(step, question, typed));

    /// <summary>Presses a button where the network is bad: the portal gets the press, and the telephone gets no answer.</summary>
    public async Task PressesUnheard(string step, params (string Field, string Text)[] typed)
    {
        using var lost = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = oneStop.Address };
        lost.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(new Uri(oneStop.Address, path)));
        using var content = ContentOf("questionnaire", StepOf(step, null, typed));
        using var answer = await lost.PostAsync(new Uri(Shown, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Answers the question on the screen in its only field.</summary>
    public Task<string> Answers(string text, string field = "a") => Presses("Answer", null, (field, text));

    /// <summary>送る</summary>
    public Task<string> HandsIn() => Posts("hand-in", []);

    /// <summary>Presses a button of the page that asks for a consent.</summary>
    /// <param name="digest">The wording that was read; null for the one on the screen.</param>
    public Task<string> Consents(string answer, string? digest = null) =>
        Posts("consent", [("answer", answer), ("words", digest ?? Words().Match(Page).Groups[1].Value)]);

    public void Dispose() => browser?.Dispose();

    /// <summary>Returns a text without readings, tags and blanks.</summary>
    public static string TextOf(string html) => Tag().Replace(Reading().Replace(html, ""), "");

    private async Task<string> Posts(string form, IEnumerable<(string Field, string Text)> fields)
    {
        using var content = ContentOf(form, fields);
        using var response = await Http.PostAsync(new Uri(Shown, UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.SeeOther)
        {
            Assert.StartsWith($"/{path}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
            return await Opens(response.Headers.Location.ToString()[(path.Length + 1)..]);
        }
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private FormUrlEncodedContent ContentOf(string form, IEnumerable<(string Field, string Text)> fields) => new([new("_handler", form),
        new("__RequestVerificationToken", Token().Match(Page).Groups[1].Value), .. fields.Select(f => KeyValuePair.Create(f.Field, f.Text))]);

    private IEnumerable<(string Field, string Text)> StepOf(string step, string? question, (string Field, string Text)[] typed) =>
        [("f.step", step), ("f.question", question ?? Asked().Match(Page).Groups[1].Value), .. typed.Select(t => ($"f.{t.Field}", t.Text))];

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"f.question\" value=\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("name=\"words\" value=\"([^\"]+)\"")]
    private static partial Regex Words();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("<rp[^>]*>.*?</rp>|<rt[^>]*>.*?</rt>", RegexOptions.Singleline)]
    private static partial Regex Reading();

    [GeneratedRegex("<[^>]+>|\\s")]
    private static partial Regex Tag();
}
