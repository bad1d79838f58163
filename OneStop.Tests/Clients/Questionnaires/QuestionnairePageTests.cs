using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Staff;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Questionnaires;

/// <summary>The page of a questionnaire over real HTTP, without a script: one question at a time, kept at each step, and nothing shown again.</summary>
public sealed partial class QuestionnairePageTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Closed = "このページは、もう使えません";
    private static readonly string[] Three = ["identity.name", "work.form", "wishes.kinds"];

    [Fact]
    public async Task From_link_to_handing_in_nothing_that_was_answered_is_shown_again()
    {
        var (id, phone) = await APhone(Three);
        await phone.Opens();
        Assert.Equal("教えてほしいことがあります", phone.Heading);
        Assert.Contains("<ruby>質問<rp aria-hidden=\"true\">（</rp><rt aria-hidden=\"true\">しつもん</rt>", phone.Page, StringComparison.Ordinal);
        await phone.Opens("?go=1");
        Assert.Equal("お名前を教えてください", phone.Heading);
        Assert.Contains("1 / 3", phone.Page, StringComparison.Ordinal);

        await phone.Answers("緑川 さつき");
        Assert.Equal("いま、どのように働いていますか", phone.Heading);
        Assert.Contains("2 / 3", phone.Page, StringComparison.Ordinal);
        await phone.Presses("Back");
        Assert.Equal("お名前を教えてください", phone.Heading);
        Assert.Contains("には、もう", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("さつき", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"f.a\"", phone.Page, StringComparison.Ordinal); // no field to type over it unseen
        await phone.Presses("Again");
        Assert.Contains("name=\"f.a\"", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("さつき", phone.Page, StringComparison.Ordinal);
        await phone.Answers("緑川 皐月");

        await phone.Presses("Decline");
        Assert.Equal("どんな仕事をしたいですか", phone.Heading);
        await phone.Presses("Later");
        Assert.Equal("最後です", phone.Heading);
        Assert.Contains("どんな", phone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お名前", phone.Text, StringComparison.Ordinal); // only what is missing
        Assert.DoesNotContain("働いて", phone.Text, StringComparison.Ordinal);
        Assert.Contains("form=\"other\" name=\"f.question\" value=\"wishes.kinds\"", phone.Page, StringComparison.Ordinal); // back to the last question

        await phone.HandsIn();
        Assert.Equal("受け取りました", phone.Heading);
        Assert.Equal(Closed, await Headed(phone));
        Assert.Equal([("identity.name", "\"緑川 皐月\""), ("work.form", null)], await AnswersOf(id));
    }

    [Fact]
    public async Task Left_and_resumed_it_goes_on_at_what_is_missing()
    {
        var (id, phone) = await APhone(Three);
        await phone.Opens("?go=1");
        await phone.Presses("Later");
        await phone.Answers("PartTime");
        await phone.Opens(); // on another day
        Assert.Equal("どんな仕事をしたいですか", phone.Heading);
        Assert.DoesNotContain("PartTime", phone.Page, StringComparison.Ordinal);
        await phone.Answers("事務");
        Assert.Equal("最後です", phone.Heading);
        await phone.Presses("Show", "identity.name");
        Assert.Equal("お名前を教えてください", phone.Heading);
        await phone.Answers("緑川");
        Assert.Equal("最後です", phone.Heading);
        Assert.DoesNotContain("お名前", phone.Text, StringComparison.Ordinal);
        await phone.HandsIn();
        Assert.Equal(3, (await AnswersOf(id)).Count);
    }

    [Fact]
    public async Task Opening_uses_nothing_up_and_the_first_telephone_that_types_keeps_it()
    {
        var (_, phone) = await APhone(Three);
        await phone.Opens();
        await phone.Opens("?go=1");
        using var other = new ClientTelephone(oneStop, phone.Shown.Split('?')[0]);
        await other.Opens("?go=1");
        await other.Answers("緑川");
        Assert.Equal("いま、どのように働いていますか", other.Heading);
        await phone.Answers("ほかの人");
        Assert.Equal(Closed, phone.Heading);
        Assert.DoesNotContain("緑川", await phone.Opens(), StringComparison.Ordinal);
        Assert.NotEqual(Closed, await Headed(other));
    }

    [Fact]
    public async Task After_a_week_or_withdrawn_by_staff_it_is_closed_and_the_draft_is_gone()
    {
        var member = await oneStop.AMember("questions-page", Duty.Counselor);
        var (late, phone) = await APhone(Three);
        await phone.Opens("?go=1");
        oneStop.Clock.Advance(QuestionnaireForm.GoodFor - TimeSpan.FromSeconds(1));
        await phone.Answers("緑川");
        Assert.Equal("いま、どのように働いていますか", phone.Heading);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        await phone.Answers("PartTime");
        Assert.Equal(Closed, phone.Heading);
        Assert.Empty(await AnswersOf(late));

        var (withdrawn, second) = await APhone(Three);
        await second.Opens("?go=1");
        await second.Answers("緑川");
        await oneStop.At<QuestionnaireDesk>(member, d => d.Withdraw(withdrawn));
        await second.Answers("PartTime");
        Assert.Equal(Closed, second.Heading);
        Assert.True(await oneStop.Read(db => db.ClientLinks.Where(l => db.ClientQuestionnaires.Any(q => q.Id == withdrawn && q.LinkId == l.Id))
            .AllAsync(l => l.Draft == null && l.WithdrawnAt != null)));
    }

    [Fact]
    public async Task With_the_consent_it_ends()
    {
        var member = await oneStop.AMember("questions-page", Duty.Counselor);
        var (id, phone) = await APhone(Three);
        await phone.Opens("?go=1");
        await phone.Answers("緑川");
        var client = await oneStop.Read(db => db.ClientQuestionnaires.Where(q => q.Id == id).Select(q => q.ClientId).SingleAsync());
        var consent = Assert.Single(await oneStop.At<ConsentDesk, IReadOnlyList<ConsentRow>>(member, d => d.Of(client)));
        await oneStop.At<ConsentDesk>(member, d => d.Withdraw(consent.Id));
        Assert.Equal(Closed, await Headed(phone));
        Assert.Equal(QuestionnaireState.Withdrawn, (await oneStop.StandOf(member, client)).State);
    }

    [Fact]
    public async Task What_is_refused_stays_on_the_screen_and_what_is_hostile_is_only_text()
    {
        var (id, phone) = await APhone("identity.kana", "wishes.kinds");
        await phone.Opens("?go=1");
        var refused = await phone.Answers("緑川");
        Assert.Contains("ひらがなか、カタカナ", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"緑川\"", refused, StringComparison.Ordinal);
        await phone.Answers("");
        Assert.Contains("答えをえらぶか", phone.Text, StringComparison.Ordinal);
        await phone.Answers("みどりかわ");
        var hostile = "\"><script>alert(1)</script>";
        await phone.Answers(new string('あ', 101));
        Assert.Contains("100文字まで", phone.Text, StringComparison.Ordinal);
        Assert.Contains("文字が多すぎます", await phone.Answers(new string('a', 11_000)), StringComparison.Ordinal);
        await phone.Answers(hostile);
        Assert.DoesNotContain("<script", phone.Page, StringComparison.Ordinal);
        await phone.HandsIn();
        var member = await oneStop.AMember("questions-page", Duty.Counselor);
        var received = (await oneStop.At<ReceivedDesk, ReceivedQuestionnaire?>(member, d => d.Open(id)))!;
        Assert.Equal(hostile, received.Answers[^1].Answer);
    }

    [Fact]
    public async Task Forged_steps_change_no_other_question_and_nothing_is_handed_in_empty()
    {
        var (id, phone) = await APhone(Three);
        await phone.Opens("?go=1");
        await phone.Presses("Answer", "money.debts", ("a", "カード")); // not asked here
        await phone.Presses("Explode", "identity.name", ("a", "緑川")); // no button of ours, like the Enter key
        Assert.Equal("いま、どのように働いていますか", phone.Heading);
        await phone.Presses("Again", "identity.name");
        await phone.Presses("Show", "nothing");
        Assert.Equal("最後です", phone.Heading);
        await phone.HandsIn();
        Assert.Contains("まだ、何も", phone.Text, StringComparison.Ordinal);
        Assert.Empty(await AnswersOf(id));
    }

    [Fact]
    public async Task Handed_in_twice_at_once_it_is_taken_once()
    {
        var (id, phone) = await APhone("wishes.kinds");
        await phone.Opens("?go=1");
        await phone.Answers("事務");
        var pages = await Task.WhenAll(phone.HandsIn(), phone.HandsIn(), phone.HandsIn());
        Assert.All(pages, page => Assert.Equal("受け取りました", ClientTelephone.HeadingOf(page))); // and none says that it is too late
        Assert.Single(await AnswersOf(id));
    }

    [Fact]
    public async Task Where_the_answer_to_the_first_press_gets_lost_the_telephone_goes_on_all_the_same()
    {
        var (id, phone) = await APhone("work.form", "wishes.kinds");
        await phone.Opens("?go=1");
        await phone.PressesUnheard("Answer", ("a", "PartTime"));
        await phone.Opens();
        Assert.Equal("どんな仕事をしたいですか", phone.Heading);
        await phone.Answers("事務");
        await phone.HandsIn();
        Assert.Equal(2, (await AnswersOf(id)).Count);
    }

    [Fact]
    public async Task Each_kanji_of_each_screen_has_its_reading_refusals_and_the_end_too()
    {
        var (_, phone) = await APhone("identity.kana", "work.income", "skills.qualifications");
        await phone.Opens();
        AssertRead(phone);
        await phone.Opens("?go=1");
        AssertRead(phone);
        await phone.Answers("緑川");
        AssertRead(phone);
        Assert.Contains("ひらがなか", phone.Text, StringComparison.Ordinal);
        await phone.Answers("みどりかわ");
        await phone.Presses("Back");
        AssertRead(phone);
        await phone.Presses("Later");
        await phone.Answers("12万円", "a0");
        AssertRead(phone);
        await phone.Presses("Later");
        await phone.Answers("死にたい", "name0");
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);
        AssertRead(phone);
        await phone.HandsIn();
        AssertRead(phone);
        await phone.Opens();
        AssertRead(phone);
    }

    [Fact]
    public async Task Neither_address_nor_title_nor_words_tell_what_it_is_about()
    {
        var (_, phone) = await APhone("identity.name", "wishes.kinds");
        Assert.Matches("^q/[0-9a-f]{64}$", phone.Shown);
        foreach (var step in (Func<Task<string>>[])[() => phone.Opens(), () => phone.Opens("?go=1"), () => phone.Answers("緑川"), () => phone.Presses("Later")])
        {
            await step();
            foreach (var telling in (string[])["ひとり親", "就業", "ワンストップ", "福岡", "相談", "支援"])
                Assert.DoesNotContain(telling, phone.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", phone.Page, StringComparison.Ordinal);
            Assert.Contains("<title>おたずね</title>", phone.Page, StringComparison.Ordinal);
        }
        using var http = oneStop.Http();
        using var response = await http.GetAsync(new Uri(phone.Shown, UriKind.Relative));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Without_the_token_of_its_own_page_nothing_is_taken()
    {
        var (id, phone) = await APhone("wishes.kinds");
        using var http = oneStop.Http();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = QuestionnaireForm.Kind, ["f.question"] = "wishes.kinds", ["f.a"] = "事務" });
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri(phone.Shown, UriKind.Relative), form)).StatusCode);
        Assert.Null(await oneStop.Read(db => db.ClientQuestionnaires.Where(q => q.Id == id).Select(q => q.BegunAt).SingleAsync()));
    }

    /// <summary>Asserts that what the page says can be read by who knows no kanji; the names of the help lines are proper names.</summary>
    private static void AssertRead(ClientTelephone phone) =>
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", Unread().Replace(Article().Match(phone.Page).Value, ""));

    [GeneratedRegex("<article.*</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("<ruby>.*?</ruby>|<li[^>]*><a href=\"tel:.*?</li>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    /// <summary>Returns a telephone of a client who is asked these questions.</summary>
    private async Task<(Guid Id, ClientTelephone Phone)> APhone(params string[] codes)
    {
        var member = await oneStop.AMember("questions-page", Duty.Counselor);
        var (id, path) = await oneStop.Asked(member, await oneStop.AnAgreedCaller(member), codes);
        return (id, new(oneStop, path));
    }

    private Task<List<(string Question, string? Value)>> AnswersOf(Guid id) => oneStop.Read(async db =>
        (await db.QuestionnaireAnswers.Where(a => a.QuestionnaireId == id).OrderBy(a => a.Question).ToListAsync()).ConvertAll(a => (a.Question, a.Value)));

    private static async Task<string> Headed(ClientTelephone phone)
    {
        await phone.Opens();
        return phone.Heading;
    }
}
