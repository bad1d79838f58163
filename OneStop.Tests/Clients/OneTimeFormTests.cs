using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Safeguards;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>A page that a client opens by a link: bound to the first device that typed something, it keeps the input and is submitted once.</summary>
public sealed partial class OneTimeFormTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Closed = "このページは、もう使えません";

    [Fact]
    public async Task Who_comes_back_finds_what_was_typed_so_far()
    {
        var key = await AKey();
        using var phone = Browsing();
        Assert.Contains("ここまでを保存しました", await Send(phone, key, "0900000", "そら", keepOnly: true), StringComparison.Ordinal);
        var again = await Get(phone, key);
        Assert.Contains("value=\"0900000\"", again, StringComparison.Ordinal);
        Assert.Contains("value=\"そら\"", again, StringComparison.Ordinal);
        Assert.Contains("10けたか11けた", await Send(phone, key, "12", "そら"), StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", await Get(phone, key), StringComparison.Ordinal); // refused input is kept too
        Assert.Contains("受け取りました", await Send(phone, key, "090-0000-2222", "そら"), StringComparison.Ordinal);
        Assert.DoesNotContain("そら", await Get(phone, key), StringComparison.Ordinal); // submitted input is not shown again
        Assert.Null((await LinkOf(key)).Draft);
    }

    [Fact]
    public async Task On_a_second_telephone_it_is_closed_and_shows_nothing()
    {
        var key = await AKey();
        using var phone = Browsing();
        using var other = Browsing();
        var opened = await Get(other, key); // before anything was typed
        await Send(phone, key, "0900000", "りん", keepOnly: true);
        var page = await Get(other, key);
        Assert.Contains(Closed, page, StringComparison.Ordinal);
        Assert.DoesNotContain("りん", page, StringComparison.Ordinal);
        Assert.Contains(Closed, await Send(other, key, "090-0000-3333", "ほかの人", from: opened), StringComparison.Ordinal);
        using var forged = Browsing();
        forged.DefaultRequestHeaders.Add("Cookie", $"form={new string('0', 64)}");
        Assert.Contains(Closed, await Get(forged, key), StringComparison.Ordinal);
        Assert.Contains("受け取りました", await Send(phone, key, "090-0000-3334", "りん"), StringComparison.Ordinal);
        Assert.Equal(["09000003334"], await oneStop.Read(db => db.Clients.Where(c => c.Phone!.StartsWith("0900000333")).Select(c => c.Phone!).ToListAsync()));
    }

    [Fact]
    public async Task Pressed_again_it_says_that_it_was_received_and_that_what_was_changed_since_was_not()
    {
        var key = await AKey();
        using var phone = Browsing();
        await Send(phone, key, "", "ほし", keepOnly: true); // the device has its token
        var opened = await Get(phone, key);
        await Send(phone, key, "", "ほし", from: opened); // its answer may get lost
        foreach (var page in (string[])[await Send(phone, key, "", "つき", from: opened), await Get(phone, key)])
        {
            Assert.Contains(Closed, page, StringComparison.Ordinal);
            Assert.Contains("内容は、さきに受け取りました。そのあとに変えた内容は、届いていません。", page, StringComparison.Ordinal);
        }
        using var other = Browsing();
        Assert.DoesNotContain("受け取りました", await Get(other, key), StringComparison.Ordinal); // it does not tell others that it was used
    }

    [Fact]
    public async Task Opening_it_uses_nothing_up()
    {
        var key = await AKey();
        using var preview = Browsing();
        await Get(preview, key);
        using var phone = Browsing();
        Assert.Contains("受け取りました", await Send(phone, key, "", "つき"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_so_far_is_read_in_no_database_and_lies_in_no_address()
    {
        var key = await AKey();
        using var phone = Browsing();
        using var kept = await Post(phone, key, "090-1234-0000", "ひみつ", keepOnly: true, from: null);
        var cookie = Assert.Single(kept.Headers.GetValues("Set-Cookie"), c => c.StartsWith("form=", StringComparison.Ordinal));
        Assert.Matches("; path=/c/[0-9a-f]{64}; samesite=lax; httponly$", cookie);
        var link = await LinkOf(key);
        Assert.DoesNotContain(link.DeviceDigest!, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("ひみつ", Encoding.UTF8.GetString(link.Draft!), StringComparison.Ordinal);
        Assert.DoesNotContain("1234", Encoding.UTF8.GetString(link.Draft!), StringComparison.Ordinal);
        Assert.False(await oneStop.Read(db => db.AuditValues.AnyAsync(v => v.After!.Contains("ひみつ") || v.Field == nameof(ClientLink.Draft))));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_taken_once()
    {
        var key = await AKey();
        using var phone = Browsing();
        await Send(phone, key, "090-0000-4444", "ゆき", keepOnly: true);
        var page = await Get(phone, key);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Send(phone, key, "090-0000-4444", "ゆき", from: page)));
        Assert.All(answers, a => Assert.Contains("受け取りました", a, StringComparison.Ordinal)); // each is told so, whoever was taken
        var clientId = (await LinkOf(key)).ClientId;
        Assert.Equal(1, await oneStop.Read(db =>
            db.Messages.CountAsync(m => m.Text == "連絡先が登録されました"
                && db.Clients.Any(c => c.Id == clientId && db.Conversations.Any(t => t.Id == m.ConversationId && t.FriendId == c.FriendId)))));
    }

    [Fact]
    public async Task After_its_time_it_is_closed_on_its_own_device_too()
    {
        var key = await AKey();
        using var phone = Browsing();
        await Send(phone, key, "0900000", "なぎ", keepOnly: true);
        oneStop.Clock.Advance(ContactForm.GoodFor);
        Assert.Contains(Closed, await Get(phone, key), StringComparison.Ordinal);

        var (link, member) = (await LinkOf(key), await oneStop.AMember("nagi", Domain.Staff.Duty.Counselor));
        Assert.NotNull(link.Draft);
        await oneStop.At<ClientDesk>(member, d => d.Withdraw(link.ClientId));
        Assert.Null((await LinkOf(key)).Draft); // with the consent, what was typed is forgotten here too
    }

    [Fact]
    public async Task With_the_consent_the_link_ends_and_what_was_typed_is_forgotten()
    {
        var key = await AKey();
        using var phone = Browsing();
        await Send(phone, key, "0900000", "うみ", keepOnly: true);
        var somebodyElses = await AKey();
        var (client, member) = ((await LinkOf(key)).ClientId, await oneStop.AMember("aoba", Domain.Staff.Duty.Counselor));
        await oneStop.At<ClientDesk>(member, d => d.Withdraw(client, "another-purpose"));
        Assert.Contains("value=\"うみ\"", await Get(phone, key), StringComparison.Ordinal);
        await oneStop.At<ClientDesk>(member, d => d.Withdraw(client, ConsentPurpose.Consultation.Code));
        Assert.Contains(Closed, await Get(phone, key), StringComparison.Ordinal);
        Assert.Null((await LinkOf(key)).Draft);
        Assert.Null((await LinkOf(somebodyElses)).WithdrawnAt);
    }

    [Fact]
    public async Task A_link_to_another_form_does_not_open_this_one()
    {
        var key = await AKey();
        var id = Guid.ParseExact(key[..32], "N");
        await oneStop.Read(db => db.ClientLinks.Where(l => l.Id == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.Kind, "other")));
        using var phone = Browsing();
        Assert.Contains(Closed, await Get(phone, key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_any_form_takes_is_refused_kindly_and_not_kept()
    {
        var key = await AKey();
        using var phone = Browsing();
        Assert.Contains("文字が多すぎます", await Send(phone, key, "", new string('a', ClientAnswers.Longest + 1)), StringComparison.Ordinal);
        Assert.Null((await LinkOf(key)).Draft);
    }

    /// <summary>Returns the key of a link of a friend who has consented.</summary>
    private async Task<string> AKey()
    {
        var friend = await oneStop.AFriend();
        return await oneStop.Read(async db =>
        {
            var (id, now) = (Domain.Friends.LineUserId.Parse(friend.UserId), oneStop.Clock.GetUtcNow());
            var client = await db.GetOrRegister(await db.Friends.SingleAsync(f => f.LineUserId == id), now);
            client.Answer(Eligibility.Yes, EligibilityQuestion.Alone.Rule, now);
            db.Consents.Add(Consent.To(ConsentPurpose.Consultation, client.Id, null, now));
            var place = db.OfferForm(client, now);
            await db.SaveChangesAsync();
            return oneStop.Services.GetRequiredService<LinkKeys>().Fill(place);
        });
    }

    private Task<ClientLink> LinkOf(string key)
    {
        var id = Guid.ParseExact(key[..32], "N");
        return oneStop.Read(db => db.ClientLinks.AsNoTracking().SingleAsync(l => l.Id == id));
    }

    /// <summary>Creates a browser with cookies of its own.</summary>
    private HttpClient Browsing() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = oneStop.Address };

    private static async Task<string> Get(HttpClient http, string key) =>
        WebUtility.HtmlDecode(await http.GetStringAsync(new Uri($"/c/{key}", UriKind.Relative)));

    private static async Task<string> Send(HttpClient http, string key, string phone, string name, bool keepOnly = false, string? from = null)
    {
        using var response = await Post(http, key, phone, name, keepOnly, from);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <param name="from">The page opened before; null to open it now.</param>
    private static async Task<HttpResponseMessage> Post(HttpClient http, string key, string phone, string name, bool keepOnly, string? from)
    {
        var fields = new Dictionary<string, string>
        {
            ["_handler"] = ContactForm.Kind,
            ["__RequestVerificationToken"] = Token().Match(from ?? await Get(http, key)).Groups[1].Value,
            ["f.phone"] = phone,
            ["f.name"] = name,
        };
        if (keepOnly)
            fields["keep"] = "1";
        using var form = new FormUrlEncodedContent(fields);
        return await http.PostAsync(new Uri($"/c/{key}", UriKind.Relative), form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
