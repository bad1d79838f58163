using System.Net;
using System.Text.RegularExpressions;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>A telephone that opens the page of a confirmation in a browser without scripts: it follows redirects and keeps cookies.</summary>
internal sealed partial class PlanTelephone(TestOneStop oneStop, string path) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = oneStop.Address };

    /// <summary>The path of the page.</summary>
    public string Path => path;

    private string token = "";

    /// <summary>The page on the screen.</summary>
    public string Page
    {
        get;
        private set
        {
            field = value;
            if (Token().Match(value) is { Success: true } found)
                token = found.Groups[1].Value; // one goes back to a page with a form
        }
    } = "";

    /// <summary>The heading of the page without readings.</summary>
    public string Heading => ClientTelephone.HeadingOf(Page);

    /// <summary>The text of the page without readings and blanks.</summary>
    public string Text => ClientTelephone.TextOf(Page);

    /// <summary>Opens the page anew.</summary>
    public async Task<string> Opens() => Page = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Enters the code.</summary>
    public Task<string> Enters(string code) => Posts("gate", ("f.code", code));

    /// <summary>Enters the date of birth.</summary>
    public Task<string> Enters(string year, string month, string day) => Posts("gate", ("f.year", year), ("f.month", month), ("f.day", day));

    /// <summary>Presses one of the two answers.</summary>
    /// <param name="seen">The words that were read; null for those on the screen.</param>
    public Task<string> Says(string answer, string words = "", string? seen = null) =>
        Posts("answer", ("answer", answer), ("words", words), ("seen", seen ?? Seen().Match(Page).Groups[1].Value));

    public void Dispose() => http.Dispose();

    private async Task<string> Posts(string form, params (string Field, string Text)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("_handler", form), new("__RequestVerificationToken", token),
            .. fields.Select(f => KeyValuePair.Create(f.Field, f.Text))]);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.SeeOther)
            return Page = WebUtility.HtmlDecode(await http.GetStringAsync(response.Headers.Location));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}

/// <summary>Programs that wait for the client on a page.</summary>
internal static class ConfirmationOffice
{
    extension(TestOneStop oneStop)
    {
        /// <summary>Makes a page for the newest version.</summary>
        public async Task<Guid> Offered(StaffMember by, Guid program, ConfirmationGate gate = ConfirmationGate.Code, Guid? key = null)
        {
            var digest = (await oneStop.Program(by, program)).Newest!.Digest;
            return await oneStop.At<ConfirmationDesk, Guid>(by, d => d.Offer(program, digest, new(gate), key));
        }

        /// <summary>Makes the code of a page.</summary>
        public async Task<string> CodeOf(StaffMember by, Guid page) => (await oneStop.At<ConfirmationDesk, NewConfirmationCode>(by, d => d.NewCode(page))).Code;

        /// <summary>Returns the path of a page.</summary>
        public async Task<string> PathOf(StaffMember by, Guid page) => (await oneStop.At<ConfirmationDesk, CopiedAddress>(by, d => d.Copy(page))).Path;

        /// <summary>Returns how the newest page of a program stands.</summary>
        public async Task<ConfirmationRow> PageOf(StaffMember by, Guid program) =>
            (await oneStop.At<ConfirmationDesk, ConfirmationView?>(by, d => d.Of(program)))!.Newest!;
    }
}
