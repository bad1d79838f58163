using System.Net;
using System.Text.RegularExpressions;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Questionnaires;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Portal.ForClients;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms.Confirmations;

/// <summary>The page on which a client confirms a program, over real HTTP and without a script: nothing before the gate, all behind it, nothing after the answer.</summary>
public sealed partial class ConfirmationPageTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Asks = "開くまえに、入れてください", Plan = "一緒に考えた計画", Closed = "このページは、もう使えません", Answered = "お返事を受け取りました";

    [Fact]
    public async Task From_the_gate_to_the_answer_all_words_of_the_version_are_shown_and_then_no_more()
    {
        var (planner, program, code, phone) = await APhone("confirm-page");
        await phone.Opens();
        Assert.Equal(Asks, phone.Heading);
        TellsNothing(phone);
        await phone.Enters(code);
        Assert.Equal(Plan, phone.Heading);
        var content = (await oneStop.Program(planner, program)).Newest!.Content;
        Assert.All(content.Parts().SelectMany(p => p).SelectMany(l => l.Words.Split('\n')),
            words => Assert.Contains(ClientTelephone.TextOf(words), phone.Text, StringComparison.Ordinal));
        Assert.InRange(phone.Text.IndexOf("まず資格がほしい", StringComparison.Ordinal), 0, phone.Text.IndexOf("簿記の講座", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", phone.Page, StringComparison.Ordinal);
        await phone.Opens(); // loaded again
        Assert.Equal(Plan, phone.Heading);

        await phone.Says("yes");
        Assert.Equal(Answered, phone.Heading);
        TellsNothing(phone);
        await phone.Opens();
        Assert.Equal(Answered, phone.Heading);
        Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, program)).Row.State);
    }

    [Fact]
    public async Task Opening_uses_nothing_up_and_a_second_telephone_sees_nothing()
    {
        var (_, _, code, phone) = await APhone("confirm-second");
        using var other = new PlanTelephone(oneStop, phone.Path);
        await other.Opens();
        await phone.Opens();
        await phone.Enters(code);
        Assert.Equal(Plan, phone.Heading);
        await other.Enters(code); // of a page opened before
        Assert.Equal(Closed, other.Heading);
        TellsNothing(other);
        await other.Opens();
        Assert.Equal(Closed, other.Heading);
    }

    [Fact]
    public async Task A_wrong_entry_is_answered_kindly_and_the_fifth_closes_the_page()
    {
        var (planner, program, code, phone) = await APhone("confirm-wrong");
        await phone.Opens();
        await phone.Enters("");
        Assert.Contains("回数は減りません", phone.Text, StringComparison.Ordinal);
        for (var left = ProgramConfirmation.MostTries - 1; left > 0; left--)
        {
            await phone.Enters(code == "000000" ? "000001" : "000000");
            Assert.Equal(Asks, phone.Heading);
            Assert.Contains($"ちがいます。あと{left}回、入れられます。", phone.Text, StringComparison.Ordinal);
            Assert.Contains("LINEのトークに", phone.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("value=\"00000", phone.Page, StringComparison.Ordinal);
        }
        await phone.Enters(code == "000000" ? "000001" : "000000");
        Assert.Equal("このページを閉じました", phone.Heading);
        await phone.Enters(code);
        Assert.Equal("このページを閉じました", phone.Heading);
        TellsNothing(phone);
        Assert.Equal(ConfirmationState.Locked, (await oneStop.PageOf(planner, program)).State);
    }

    [Fact]
    public async Task Who_wants_to_talk_is_as_easily_heard()
    {
        var (planner, program, code, phone) = await APhone("confirm-talk");
        await phone.Opens();
        await phone.Enters(code);
        Assert.Equal(["btn wide", "btn wide"], ButtonsOf(phone)); // neither stands out
        await phone.Says("maybe");
        Assert.Equal(Plan, phone.Heading); // no button of ours
        await phone.Says("talk", new string('あ', ProgramConfirmation.LongestWords + 1));
        Assert.Contains("1,000文字まで", phone.Text, StringComparison.Ordinal);
        await phone.Says("talk", "夜は難しいです");
        Assert.Equal(Answered, phone.Heading);
        Assert.DoesNotContain("夜は難しい", phone.Page, StringComparison.Ordinal);
        Assert.Equal((ConfirmationState.WantsTalk, "夜は難しいです"), ((await oneStop.PageOf(planner, program)).State, (await oneStop.PageOf(planner, program)).Words));
    }

    [Fact]
    public async Task Reopened_meanwhile_the_answer_is_kindly_refused()
    {
        var (planner, program, code, phone) = await APhone("confirm-late");
        await phone.Opens();
        await phone.Enters(code);
        await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        await phone.Says("yes", "夜は難しいです");
        Assert.Equal(Closed, phone.Heading);
        Assert.Contains("お返事は、まだ受け取っていません", phone.Text, StringComparison.Ordinal);
        Assert.Contains("担当の人に届きました", phone.Text, StringComparison.Ordinal);
        Assert.Contains("夜は難しいです", phone.Text, StringComparison.Ordinal);
        TellsNothing(phone);
        Assert.Equal(ProgramState.Draft, (await oneStop.Program(planner, program)).Row.State);
    }

    [Fact]
    public async Task After_words_of_danger_the_page_shows_whom_to_call()
    {
        var (_, _, code, phone) = await APhone("confirm-danger");
        await phone.Opens();
        await phone.Enters(code);
        await phone.Says("talk", "もう死にたい");
        Assert.Equal(Answered, phone.Heading);
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("死にたい", phone.Page, StringComparison.Ordinal);
    }

    /// <summary>The moment of the words counts, and not what becomes of the answer.</summary>
    [Theory]
    [InlineData("reopened", Closed)]
    [InlineData("withdrawn", Closed)]
    [InlineData("no button", Plan)]
    [InlineData("too much", Plan)]
    public async Task After_words_of_danger_that_are_no_answer_the_page_shows_whom_to_call_and_keeps_the_words(string what, string heading)
    {
        var (planner, program, code, phone) = await APhone($"in-danger-{what.Replace(' ', '-')}");
        await phone.Opens();
        await phone.Enters(code);
        if (what == "reopened")
            await oneStop.At<ProgramDesk>(planner, d => d.Reopen(program));
        else if (what == "withdrawn")
            await oneStop.At<ConfirmationDesk>(planner, async d => await d.Withdraw((await oneStop.PageOf(planner, program)).Id));
        await phone.Says(what == "no button" ? "maybe" : "talk", what == "too much" ? $"もう死にたい{new string('あ', ProgramConfirmation.LongestWords)}" : "もう死にたい");
        Assert.Equal(heading, phone.Heading);
        Assert.Contains("tel:119", phone.Page, StringComparison.Ordinal);
        Assert.Contains("もう死にたい", phone.Text, StringComparison.Ordinal); // whoever typed it can still show it
        var heard = (await oneStop.At<ConfirmationDesk, ConfirmationView?>(planner, d => d.Of(program)))!.Heard;
        Assert.Single(heard, h => h.Kind == HeardKind.Danger && h.Words.StartsWith("もう死にたい", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_guessed_opens_nothing_and_says_the_same()
    {
        var (_, _, _, phone) = await APhone("confirm-forged");
        foreach (var path in (string[])["k/nothing", $"k/{phone.Path[2..34]}{new string('0', 32)}"])
        {
            using var forged = new PlanTelephone(oneStop, path);
            await forged.Opens();
            Assert.Equal(Closed, forged.Heading);
            TellsNothing(forged);
        }
    }

    [Fact]
    public async Task Neither_address_nor_title_tell_what_it_is_about_and_nobody_keeps_it()
    {
        var (_, _, _, phone) = await APhone("confirm-neutral");
        Assert.Matches("^k/[0-9a-f]{64}$", phone.Path);
        await phone.Opens();
        Assert.Contains("<title>おたずね</title>", phone.Page, StringComparison.Ordinal);
        using var http = oneStop.Http();
        using var response = await http.GetAsync(new Uri(phone.Path, UriKind.Relative));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("form=", StringComparison.Ordinal) && c.Contains($"path=/{phone.Path}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_opens_it_for_the_client_in_a_browser_in_which_staff_are_signed_in()
    {
        var (planner, program, code, phone) = await APhone("confirm-staff");
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("confirm-staff", TestOneStop.Password));
        var page = await (await window.Ask(new(HttpMethod.Get, "/" + phone.Path))).Content.ReadAsStringAsync();
        using var posted = new HttpRequestMessage(HttpMethod.Post, "/" + phone.Path)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "gate",
                ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
                ["f.code"] = code,
            }),
        };
        using var answer = await window.Ask(posted);
        Assert.Contains("としてログインした", ClientTelephone.TextOf(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())), StringComparison.Ordinal);
        Assert.Null((await oneStop.PageOf(planner, program)).OpenedAt);
    }

    [Fact]
    public void Our_words_have_readings_and_say_the_same_as_those_of_staff()
    {
        Assert.All(Enum.GetValues<WorkForm>(), f => Assert.Equal(f.InJapanese, Plain(PlanWords.Say(f))));
        Assert.All(Enum.GetValues<SupportItemKind>(), k => Assert.Equal(k.InJapanese, Plain(PlanWords.Say(k))));
        Assert.Equal("2027年3月31日", Plain(PlanWords.Say(new DateOnly(2027, 3, 31))));

        static string Plain(string marked)
        {
            var words = new RubyText(marked);
            Assert.All(words.Parts.Where(p => p.Reading is null), p => Assert.DoesNotMatch(Kanji(), p.Text));
            return words.Plain;
        }
    }

    private static IEnumerable<string> ButtonsOf(PlanTelephone phone) => Button().Matches(phone.Page).Select(m => m.Groups[1].Value);

    private static void TellsNothing(PlanTelephone phone) => Assert.All((string[])["簿記", "正社員", "電話の人", "ひとり親", "就業", "福岡", "相談", "プログラム", "自立", "目標", "計画"],
        telling => Assert.DoesNotContain(telling, phone.Text, StringComparison.Ordinal));

    private async Task<(StaffMember Planner, Guid Program, string Code, PlanTelephone Phone)> APhone(string name)
    {
        var (planner, second, client) = await oneStop.Planning(name);
        var program = await oneStop.Approved(planner, second, client);
        var page = await oneStop.Offered(planner, program);
        var code = await oneStop.CodeOf(planner, page);
        return (planner, program, code, new(oneStop, await oneStop.PathOf(planner, page)));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<button type=\"submit\" name=\"answer\" value=\"[a-z]+\" class=\"([^\"]+)\"")]
    private static partial Regex Button();

    [GeneratedRegex(@"[\u3400-\u9fff々]")]
    private static partial Regex Kanji();
}
