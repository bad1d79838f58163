using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Safeguards;
using OneStop.Portal.Shell;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>The one-time page for a telephone number: it does not reveal its person, works once, and its address cannot be guessed.</summary>
public sealed partial class ContactPageTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task It_is_filled_in_once_and_a_second_time_it_is_closed()
    {
        var key = await OffersForm();
        using var http = Browsing();
        var page = await Get(http, key);
        Assert.Contains("連絡先を教えてください", page, StringComparison.Ordinal);

        var wrong = await Send(http, key, page, "12", "さくら");
        Assert.Contains("10けたか11けた", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", wrong, StringComparison.Ordinal); // the input stays
        Assert.Contains("value=\"さくら\"", wrong, StringComparison.Ordinal);

        Assert.Contains("受け取りました", await Send(http, key, wrong, "０９０−００００−０１２３", "さくら"), StringComparison.Ordinal);
        Assert.Contains("もう使えません", await Get(http, key), StringComparison.Ordinal);
        Assert.Contains("もう使えません", await Send(http, key, wrong, "090-0000-9999", ""), StringComparison.Ordinal); // sent again by going back
        Assert.Equal(["09000000123"], await oneStop.Read(db => db.Clients.Where(c => c.Phone!.StartsWith("0900000")).Select(c => c.Phone!).ToListAsync()));
        Assert.Equal("さくら", await oneStop.Read(db => db.Friends.Where(f => f.CalledAs == "さくら").Select(f => f.CalledAs).SingleAsync()));
    }

    [Fact]
    public async Task A_number_pasted_out_of_an_address_book_fits_into_the_field_and_one_cut_off_is_not_taken()
    {
        const string Pasted = "\u202D+81 (0) 80-1111-0124\u202C";
        var key = await OffersForm();
        using var http = Browsing();
        var page = await Get(http, key);
        Assert.True(int.Parse(Longest().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= Pasted.Length);
        var cut = await Send(http, key, page, Pasted[..20], "");
        Assert.Contains("10けたか11けた", cut, StringComparison.Ordinal);
        Assert.Contains("受け取りました", await Send(http, key, cut, Pasted, ""), StringComparison.Ordinal);
        Assert.Equal(1, await oneStop.Read(db => db.Clients.CountAsync(c => c.Phone == "08011110124")));
    }

    [Fact]
    public async Task Who_does_not_talk_by_phone_tells_only_how_to_be_called()
    {
        var key = await OffersForm();
        using var http = Browsing();
        var page = await Get(http, key);
        var nothing = await Send(http, key, page, "", " ");
        Assert.Contains("お呼びする名前を入力してください", nothing, StringComparison.Ordinal);
        Assert.Contains("受け取りました", await Send(http, key, nothing, "", "ひなた"), StringComparison.Ordinal);
        Assert.Equal(1, await oneStop.Read(db =>
            db.Friends.CountAsync(f => f.CalledAs == "ひなた" && db.Clients.Any(c => c.FriendId == f.Id && c.Phone == null))));
    }

    [Fact]
    public async Task After_three_days_it_is_closed_and_a_guessed_key_looks_the_same()
    {
        var key = await OffersForm();
        oneStop.Clock.Advance(ContactForm.GoodFor);
        using var http = Browsing();
        Assert.Equal(Heading(await Get(http, key)), Heading(await Get(http, new string('0', 64))));
    }

    [Fact]
    public async Task Without_consent_in_the_wording_of_now_it_takes_nothing_and_says_kindly_why()
    {
        var key = await OffersForm();
        using var http = Browsing();
        var page = await Get(http, key);
        var form = Guid.ParseExact(key[..32], "N");
        await oneStop.Read(db => db.Consents.Where(c => db.ClientLinks.Any(f => f.ClientId == c.ClientId && f.Id == form))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Wording, "2020-01")));
        Assert.Contains("まだ受け取れません", await Send(http, key, page, "090-0000-7777", "あおい"), StringComparison.Ordinal);
        Assert.Contains("「電話番号を送りたい」", await Get(http, key), StringComparison.Ordinal);
        Assert.False(await oneStop.Read(db => db.Clients.AnyAsync(c => c.Phone == "09000007777")));
        Assert.False(await oneStop.Read(db => db.Friends.AnyAsync(f => f.CalledAs == "あおい")));
    }

    [Fact]
    public async Task It_is_kept_by_nobody_and_told_to_no_other_site()
    {
        using var http = Browsing();
        var response = await http.GetAsync(new Uri($"/c/{new string('0', 64)}", UriKind.Relative));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotMatch("<script", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_the_token_of_its_own_page_nothing_is_taken()
    {
        var key = await OffersForm();
        using var http = Browsing();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "contact", ["f.phone"] = "090-0000-0000" });
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri($"/c/{key}", UriKind.Relative), form)).StatusCode);
        Assert.Contains("連絡先を教えてください", await Get(http, key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_we_did_not_make_opens_nothing()
    {
        var key = await OffersForm();
        using var http = Browsing();
        var closed = Heading(await Get(http, new string('0', 64)));
        Assert.NotEqual(closed, Heading(await Get(http, key)));
        Assert.Equal(closed, Heading(await Get(http, key[..32] + new string('0', 32)))); // the id alone, as stored in the database
        Assert.Equal(closed, Heading(await Get(http, key[..32])));
    }

    /// <summary>Adds a friend who booked by phone without a number; returns the key on their card.</summary>
    private async Task<string> OffersForm()
    {
        var friend = await oneStop.AFriend();
        return await oneStop.Read(async db =>
        {
            var id = Domain.Friends.LineUserId.Parse(friend.UserId);
            var client = await db.GetOrRegister(await db.Friends.SingleAsync(f => f.LineUserId == id), oneStop.Clock.GetUtcNow());
            client.Answer(Eligibility.Yes, EligibilityQuestion.Alone.Rule, oneStop.Clock.GetUtcNow());
            db.Consents.Add(Consent.To(ConsentPurpose.Consultation, client.Id, null, oneStop.Clock.GetUtcNow()));
            var place = db.OfferForm(client, oneStop.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return oneStop.Services.GetRequiredService<LinkKeys>().Fill(place);
        });
    }

    private HttpClient Browsing() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = oneStop.Address };

    private static async Task<string> Get(HttpClient http, string key) =>
        WebUtility.HtmlDecode(await http.GetStringAsync(new Uri($"/c/{key}", UriKind.Relative)));

    private static async Task<string> Send(HttpClient http, string key, string page, string phone, string name)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "contact",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["f.phone"] = phone,
            ["f.name"] = name,
        });
        var response = await http.PostAsync(new Uri($"/c/{key}", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private static string Heading(string page) => Title().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("id=\"phone\"[^>]* maxlength=\"([0-9]+)\"")]
    private static partial Regex Longest();

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex Title();
}

/// <summary>Guessing keys is rate limited. Uses a portal of its own, because it refuses requests for a minute.</summary>
public sealed class GuessedKeyTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Who_tries_key_after_key_is_asked_to_wait_and_others_are_not_disturbed()
    {
        using var http = oneStop.Http();
        HttpStatusCode last = default;
        for (var i = 0; i <= 4 * RequestLimits.MostForms && last != HttpStatusCode.TooManyRequests; i++) // some permits are regained meanwhile
            last = await Look(http, $"/c/{i}", "203.0.113.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, await Look(http, "/privacy", "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await Look(http, "/c/another", "203.0.113.2")); // behind the same proxy
    }

    /// <summary>Sends a request like a proxy on the portal's machine, for a client address.</summary>
    private static async Task<HttpStatusCode> Look(HttpClient http, string path, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", from);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
