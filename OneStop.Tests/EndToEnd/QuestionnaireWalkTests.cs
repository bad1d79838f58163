using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.Clients.Questionnaires;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>From staff who ask, over the client's small telephone without scripts, to the file.</summary>
[Collection(BrowserGroups.Third)]
public sealed class QuestionnaireWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Staff_ask_the_client_answers_without_scripts_and_staff_take_it_over()
    {
        var member = await oneStop.AMember("questions-walk", Duty.Counselor);
        var client = await oneStop.AnAgreedCaller(member);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("questions-walk", $"/clients/{client}");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "スマホの質問票" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "質問票を作る" }).ClickAsync();
        var chosen = panel.GetByRole(AriaRole.Checkbox, new() { Checked = true });
        await Expect(panel.GetByRole(AriaRole.Checkbox, new() { Name = "児童扶養手当" })).ToBeCheckedAsync();
        await Expect(panel.GetByRole(AriaRole.Checkbox, new() { Name = "借金・滞納（本人の言葉）" })).Not.ToBeCheckedAsync();
        await page.AssertAccessible("choosing questions");
        while (await chosen.CountAsync() > 0)
            await chosen.First.UncheckAsync();
        foreach (var asked in (string[])["氏名", "生年月日", "子ども"])
            await panel.GetByRole(AriaRole.Checkbox, new() { Name = asked, Exact = true }).CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "この質問で作る" }).ClickAsync();
        await Expect(panel).ToContainTextAsync("未送信");
        await panel.GetByRole(AriaRole.Button, new() { Name = "文面をコピー" }).ClickAsync();
        var text = await panel.GetByLabel("SMSなどで送る文面").InputValueAsync();
        await Expect(panel).ToContainTextAsync("送った");
        await page.AssertAccessible("a questionnaire that was sent");

        var phone = await browser.Open(oneStop.Address, width: 320, height: 640, scripts: false);
        await Answer(phone, text.Split('\n')[1]);

        await panel.GetByRole(AriaRole.Link, new() { Name = "届いた答えを確かめる（3）" }).ClickAsync();
        var children = page.GetByRole(AriaRole.Row, new() { NameRegex = new("^子ども") });
        await Expect(children).ToContainTextAsync("2018年生まれ・学童");
        await page.AssertAccessible("answers beside the file");
        await page.GetByRole(AriaRole.Button, new() { Name = "子どもを取り込まない" }).ClickAsync();
        await Expect(children).ToContainTextAsync("取り込まない");
        await page.GetByRole(AriaRole.Button, new() { Name = "迷わないものをまとめて取り込む（2）" }).ClickAsync();
        await Expect(page.GetByText("すべて決めました。")).ToBeVisibleAsync();
        await page.Undo("2件の答えを決めました");
        await Expect(page.GetByText("決めていない答え 2件")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "氏名を取り込む", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("^氏名") })).ToContainTextAsync("取り込んだ");
        Assert.Equal("緑川 さつき", (await oneStop.FactsOf(member, client)).Identity.FullName);
    }

    /// <summary>Answers on a telephone of 320 px, on which no screen scrolls sideways.</summary>
    private static async Task Answer(IPage phone, string address)
    {
        await phone.GotoAsync(address);
        await Fits(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "はじめる" }).ClickAsync();
        await phone.GetByRole(AriaRole.Textbox, new() { NameRegex = Read("お名前を教えてください") }).FillAsync("緑川 さつき");
        await Fits(phone);
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("進む") }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = Read("生まれた日は、いつですか") })).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("答えたくない") }).ClickAsync();
        await phone.GetByRole(AriaRole.Group, new() { Name = "1", Exact = true }).GetByRole(AriaRole.Textbox, new() { NameRegex = Read("生まれた年") }).FillAsync("2018");
        await phone.GetByRole(AriaRole.Group, new() { Name = "1", Exact = true }).GetByRole(AriaRole.Textbox, new() { NameRegex = Read("だれがみますか") }).FillAsync("学童");
        await Fits(phone);
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("進む") }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("送る") })).ToBeVisibleAsync();
        await Fits(phone);
        await phone.ReloadAsync(); // sends nothing again
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("送る") }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = Read("受け取りました") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Each_kind_of_screen_can_be_read_and_used_by_everybody()
    {
        var member = await oneStop.AMember("questions-axe", Duty.Counselor);
        var (_, path) = await oneStop.Asked(member, await oneStop.AnAgreedCaller(member), "identity.birth", "contact.no-call-days", "work.hourly", "work.words", "skills.qualifications");
        var phone = await browser.Open(oneStop.Address, width: 320, height: 640, dark: true);
        await phone.GotoAsync($"/{path}");
        await phone.AssertAccessible("the first screen");
        await phone.GetByRole(AriaRole.Button, new() { Name = "はじめる" }).ClickAsync();
        for (var i = 1; i <= 5; i++)
        {
            await Expect(phone.GetByText($"{i} / 5")).ToBeVisibleAsync();
            await phone.AssertAccessible($"question {i}");
            await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("進む") }).ClickAsync();
            await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("をえらぶか");
            await Fits(phone);
            await phone.AssertAccessible($"question {i} refused");
            await phone.GetByRole(AriaRole.Button, new() { Name = "あとで" }).ClickAsync();
        }
        await Expect(phone.GetByText("5 / 5")).ToHaveCountAsync(0);
        await phone.AssertAccessible("the end");
    }

    /// <summary>A name with readings beside it: the parts may be set apart by blanks.</summary>
    private static Regex Read(string words) => new(string.Join(@"\s*", words.ToCharArray()));

    private static async Task Fits(IPage phone) =>
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), phone.Url.Split('/')[3]);
}
