using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients;

/// <summary>The page that asks for one consent, over real HTTP and without a script: the wording, two choices, and one answer.</summary>
public sealed partial class ConsentPageTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Asks = "読んで、えらんでください", Answered = "お返事を受け取りました", Closed = "このページは、もう使えません";

    [Fact]
    public async Task Who_agrees_has_consented_to_the_words_on_the_page_and_reads_them_no_more()
    {
        var (member, client, _, phone) = await APhone();
        await phone.Opens();
        Assert.Equal(Asks, phone.Heading);
        Assert.All(PrivacyNotice.Text.Split('\n'), line => Assert.Contains(line, phone.Text, StringComparison.Ordinal));
        Assert.Contains("<ruby>同意<rp aria-hidden=\"true\">（</rp><rt aria-hidden=\"true\">どうい</rt>", phone.Page, StringComparison.Ordinal);
        Assert.Empty(await oneStop.ConsentsOf(member, client)); // opening records nothing

        await phone.Consents("yes");
        Assert.Equal(Answered, phone.Heading);
        Assert.DoesNotContain("予約", phone.Text, StringComparison.Ordinal);
        var row = Assert.Single(await oneStop.ConsentsOf(member, client));
        Assert.Equal((ConsentState.InForce, ConsentWay.Page, null, PrivacyNotice.Version, PrivacyNotice.Digest, PrivacyNotice.Text, oneStop.Clock.GetUtcNow()),
            (row.State, row.Way, row.TakenBy, row.Edition, row.Digest, row.Text, row.GivenAt));
        Assert.Empty(await oneStop.PagesOf(member, client));
        await phone.Opens(); // loaded again
        Assert.Equal(Answered, phone.Heading);
    }

    [Fact]
    public async Task Who_declines_has_consented_to_nothing_and_the_page_does_not_tell_which()
    {
        var (member, client, _, phone) = await APhone();
        await phone.Opens();
        await phone.Consents("no");
        Assert.Equal(Answered, phone.Heading);
        Assert.Empty(await oneStop.ConsentsOf(member, client));
        var page = Assert.Single(await oneStop.PagesOf(member, client));
        Assert.Equal((ConsentPageStand.Declined, "相談と予約", oneStop.Clock.GetUtcNow()), (page.Stand, page.Purpose, page.AnsweredAt));
    }

    [Fact]
    public async Task Answered_on_two_telephones_at_once_and_again_it_is_taken_once()
    {
        var (member, client, _, phone) = await APhone();
        using var other = new ClientTelephone(oneStop, phone.Shown);
        await phone.Opens();
        await other.Opens();
        await Task.WhenAll(phone.Consents("yes"), other.Consents("yes"), phone.Consents("yes"), other.Consents("yes"));
        Assert.Equal((Answered, Answered), (phone.Heading, other.Heading));
        Assert.Single(await oneStop.ConsentsOf(member, client));
    }

    [Fact]
    public async Task The_first_answer_counts_also_where_the_second_says_the_opposite()
    {
        var (member, client, _, phone) = await APhone();
        using var other = new ClientTelephone(oneStop, phone.Shown);
        await phone.Opens();
        await other.Opens();
        await phone.Consents("no");
        await other.Consents("yes");
        Assert.Equal(Answered, other.Heading);
        Assert.Empty(await oneStop.ConsentsOf(member, client));
    }

    [Fact]
    public async Task Words_that_changed_between_reading_and_answering_are_shown_and_not_consented_to()
    {
        ConsentPurpose first = Trial("1", "ためしの文です。"), second = Trial("2", "あたらしい文です。"), present = first;
        await using var own = new TestOneStop { Registers = services => services.AddTransient(_ => present) };
        await own.InitializeAsync();
        var member = await own.AMember("trial", Duty.Counselor);
        var client = await own.ACaller(member);
        using var phone = new ClientTelephone(own, (await own.AskedFor(member, client, first)).Path);
        await phone.Opens();
        Assert.Contains("ためしの文です。", phone.Text, StringComparison.Ordinal);
        present = second;
        await phone.Consents("yes");
        Assert.Equal(Asks, phone.Heading);
        Assert.Contains("文が新しくなりました", phone.Text, StringComparison.Ordinal);
        Assert.Contains("あたらしい文です。", phone.Text, StringComparison.Ordinal);
        Assert.Empty(await own.ConsentsOf(member, client));
        await phone.Consents("yes");
        Assert.Equal(Answered, phone.Heading);
        var row = Assert.Single(await own.ConsentsOf(member, client));
        Assert.Equal(("2", second.WordingDigest, "あたらしい文です。"), (row.Edition, row.Digest, row.Text));

        static ConsentPurpose Trial(string edition, string words) =>
            new("trial", "ためし", edition, Domain.Approvals.ContentDigest.Of(words)) { Text = words };
    }

    [Fact]
    public async Task Given_in_another_way_meanwhile_the_page_says_so_and_takes_nothing()
    {
        var (member, client, _, phone) = await APhone();
        await phone.Opens();
        var given = await oneStop.ByWord(member, client, ConsentPurpose.Consultation);
        await phone.Consents("yes");
        Assert.Equal("もう、同意をいただいています", phone.Heading);
        Assert.Equal(given, Assert.Single(await oneStop.ConsentsOf(member, client)).Id);
        await phone.Opens();
        Assert.Equal("もう、同意をいただいています", phone.Heading);
        Assert.Empty(await oneStop.PagesOf(member, client));

        await oneStop.At<ConsentDesk>(member, d => d.Withdraw(given)); // and with the consent, the page that asked for it ends
        await phone.Opens();
        Assert.Equal(Closed, phone.Heading);
    }

    [Fact]
    public async Task A_no_from_a_page_opened_before_withdraws_nothing()
    {
        var (member, client, _, phone) = await APhone();
        await phone.Opens();
        await oneStop.ByWord(member, client, ConsentPurpose.Consultation);
        await phone.Consents("no");
        Assert.Contains("取り消したいときは", phone.Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.InForce, Assert.Single(await oneStop.ConsentsOf(member, client)).State);
    }

    [Fact]
    public async Task After_a_week_or_withdrawn_by_staff_it_takes_nothing()
    {
        var (member, client, _, late) = await APhone();
        oneStop.Clock.Advance(ConsentLinks.GoodFor - TimeSpan.FromSeconds(1));
        await late.Opens();
        Assert.Equal(Asks, late.Heading);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        await late.Consents("yes");
        Assert.Equal(Closed, late.Heading);
        Assert.Equal(ConsentPageStand.Expired, Assert.Single(await oneStop.PagesOf(member, client)).Stand);

        var (_, second, link, phone) = await APhone();
        await phone.Opens();
        await oneStop.At<ConsentDesk>(member, d => d.WithdrawPage(link));
        await phone.Consents("yes");
        Assert.Equal(Closed, phone.Heading);
        Assert.Empty(await oneStop.ConsentsOf(member, second));
        Assert.Empty(await oneStop.ConsentsOf(member, client));
    }

    [Fact]
    public async Task A_key_that_is_guessed_or_of_another_page_opens_nothing_and_says_the_same()
    {
        var (member, client, link, phone) = await APhone();
        var contact = await oneStop.Read(async db =>
        {
            var place = db.OfferForm(await db.Clients.SingleAsync(c => c.Id == client), oneStop.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return oneStop.Services.GetRequiredService<LinkKeys>().Fill(place);
        });
        foreach (var key in (string[])["nothing", $"{link:N}{new string('0', 32)}", contact])
        {
            using var forged = new ClientTelephone(oneStop, $"a/{key}");
            await forged.Opens();
            Assert.Equal(Closed, forged.Heading);
            Assert.False(await Answers(key));
        }
        using var asContact = new ClientTelephone(oneStop, phone.Shown.Replace("a/", "c/", StringComparison.Ordinal));
        await asContact.Opens();
        Assert.Equal(Closed, asContact.Heading); // neither does this key open another form
        Assert.Empty(await oneStop.ConsentsOf(member, client));
        Assert.True(await Answers(phone.Shown[2..])); // with its own key the same is taken
    }

    [Theory]
    [InlineData("", null)] // no button of ours
    [InlineData("maybe", null)]
    [InlineData("yes", "")] // no wording
    [InlineData("yes", "<script>alert(1)</script>")]
    [InlineData("yes", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_forged_answer_is_none_and_the_page_asks_again(string answer, string? digest)
    {
        var (member, client, _, phone) = await APhone();
        await phone.Opens();
        await phone.Consents(answer, digest);
        Assert.Equal(Asks, phone.Heading);
        Assert.DoesNotContain("<script", phone.Page, StringComparison.Ordinal);
        Assert.Empty(await oneStop.ConsentsOf(member, client));
        await phone.Consents("yes");
        Assert.Equal(Answered, phone.Heading);
    }

    [Fact]
    public async Task Without_the_token_of_its_own_page_nothing_is_taken()
    {
        var (member, client, _, phone) = await APhone();
        using var http = oneStop.Http();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = ConsentLinks.Kind, ["answer"] = "yes", ["words"] = PrivacyNotice.Digest });
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri(phone.Shown, UriKind.Relative), form)).StatusCode);
        Assert.Empty(await oneStop.ConsentsOf(member, client));
    }

    [Fact]
    public async Task Nobody_answers_for_the_client_in_a_browser_in_which_staff_are_signed_in()
    {
        var (member, client, _, phone) = await APhone();
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("consent-page", TestOneStop.Password));
        var page = await (await window.Ask(new(HttpMethod.Get, "/" + phone.Shown))).Content.ReadAsStringAsync();
        using var posted = new HttpRequestMessage(HttpMethod.Post, "/" + phone.Shown)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = ConsentLinks.Kind,
                ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                ["answer"] = "yes",
                ["words"] = PrivacyNotice.Digest,
            }),
        };
        using var answer = await window.Ask(posted);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("としてログインした", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(await oneStop.ConsentsOf(member, client));
    }

    [Fact]
    public async Task Neither_address_nor_title_tell_what_it_is_about_and_nobody_keeps_it()
    {
        var (_, _, _, phone) = await APhone();
        Assert.Matches("^a/[0-9a-f]{64}$", phone.Shown);
        await phone.Opens();
        Assert.Contains("<title>おたずね</title>", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("みどり", phone.Page, StringComparison.Ordinal);
        using var http = oneStop.Http();
        using var response = await http.GetAsync(new Uri(phone.Shown, UriKind.Relative));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        await phone.Consents("yes");
        Assert.All((string[])["ひとり親", "就業", "福岡", "相談"], telling => Assert.DoesNotContain(telling, phone.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_kanji_of_a_wording_that_a_page_shows_has_its_reading_and_the_words_are_the_same()
    {
        var shown = oneStop.Services.GetServices<ConsentPurpose>().Where(p => !p.HasObject).ToList();
        Assert.Contains(shown, p => p.Code == InformationConsent.To.Code);
        foreach (var purpose in shown)
        {
            var marked = new RubyText(purpose.Marked);
            Assert.Equal(purpose.Text, marked.Plain);
            Assert.All(marked.Parts.Where(p => p.Reading is null), p => Assert.DoesNotMatch(Kanji(), p.Text));
        }
    }

    /// <summary>Returns a telephone of a client without LINE who is asked for the consent to consultation.</summary>
    private async Task<(StaffMember Member, Guid Client, Guid Link, ClientTelephone Phone)> APhone()
    {
        var member = await oneStop.AMember("consent-page", Duty.Counselor);
        var client = await oneStop.ACaller(member);
        var (link, path) = await oneStop.AskedFor(member, client, ConsentPurpose.Consultation);
        return (member, client, link, new(oneStop, path));
    }

    private async Task<bool> Answers(string key)
    {
        await using var scope = oneStop.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeLine();
        return await scope.ServiceProvider.GetRequiredService<ConsentPageDesk>().Answer(key, PrivacyNotice.Digest, agrees: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"[\u3400-\u9fff々]")]
    private static partial Regex Kanji();
}
