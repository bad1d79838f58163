using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.Domain.Consultations;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using OneStop.Tests.SupportPrograms.Confirmations;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>本人の確認: from the planner who makes a page, over the client's small telephone without scripts, back to the program.</summary>
[Collection(BrowserGroups.Third)]
public sealed partial class ConfirmationWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_client_who_wants_to_talk_first_confirms_the_program_on_the_telephone()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Approved(planner, second, client);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("planner", $"/programs/{id}");
        var way = page.GetByRole(AriaRole.Region, new() { Name = "この版を進める" });
        await way.GetByRole(AriaRole.Button, new() { Name = "本人のページを作る" }).ClickAsync();
        await Reads(await MadePage(page, way), "話し合いたい");

        await Expect(way.GetByText("夜は難しいです")).ToBeVisibleAsync(); // it came by itself
        await page.AssertAccessible("a client who wants to talk");
        await way.GetByRole(AriaRole.Button, new() { Name = "話し合った" }).ClickAsync();
        await Expect(way.GetByText("に話し合いました")).ToBeVisibleAsync();
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // of two pages made at one instant, either could be the newest
        await way.GetByRole(AriaRole.Button, new() { Name = "新しいページを作る" }).ClickAsync();
        await Reads(await MadePage(page, way), "内容を確認しました");
        await Expect(way.GetByText("に策定しました")).ToBeVisibleAsync();
        Assert.Equal(ProgramState.Running, (await oneStop.Program(planner, id)).Row.State);
    }

    /// <summary>仕様書 7(2)②: the whole road, of which the other walks go the parts more closely.</summary>
    [Fact]
    public async Task From_a_talk_over_the_assessment_the_approval_and_the_telephone_to_the_first_review()
    {
        var (planner, _, client) = await oneStop.Planning();
        var talk = await oneStop.At<ConsultationDesk, Guid>(planner, async d => await d.Write(client, new(null, null), new(new(), await oneStop.AWish(planner))));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("planner", $"/consultations/{talk}");
        await page.GetByRole(AriaRole.Region, new() { Name = "この記録" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "プログラムを始める" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "この事業" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "始める", Exact = true }).ClickAsync();
        await Expect(page.GetByText("記録から: planner さん").First).ToBeVisibleAsync();
        var id = Guid.Parse(page.Url.Split('/')[^1]);
        await oneStop.Write(planner, id); // each part is typed in a walk of its own
        var way = page.GetByRole(AriaRole.Region, new() { Name = "この版を進める" });
        await way.GetByRole(AriaRole.Button, new() { Name = "確認を依頼する" }).ClickAsync();

        var second = await browser.Open(oneStop.Address);
        await second.SignIn("planner-second", "/programs?wait=Approval");
        await second.GetByRole(AriaRole.Link, new() { Name = "P-0001" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();

        await way.GetByRole(AriaRole.Button, new() { Name = "本人のページを作る" }).ClickAsync();
        await Reads(await MadePage(page, way), "内容を確認しました");
        await Expect(way.GetByText("に策定しました")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "実施と見直し" }).ClickAsync();
        var reviews = page.GetByRole(AriaRole.Region, new() { Name = "見直し", Exact = true });
        await reviews.GetByRole(AriaRole.Button, new() { Name = "見直しを書く" }).ClickAsync();
        var form = reviews.GetByRole(AriaRole.Form, new() { Name = "新しい見直し" });
        await form.GetByRole(AriaRole.Textbox, new() { Name = "簿記の講座" }).FillAsync("申込書を出した");
        await form.GetByRole(AriaRole.Button, new() { Name = "見直しを記録する" }).ClickAsync();
        await Expect(reviews.GetByRole(AriaRole.Listitem)).ToContainTextAsync("申込書を出した");
        Assert.Equal(1, await oneStop.CountOf("programs-established"));
    }

    [Fact]
    public async Task Each_screen_of_the_client_can_be_read_by_everybody()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Approved(planner, second, client);
        var made = await oneStop.Offered(planner, id);
        var code = await oneStop.CodeOf(planner, made);
        var phone = await browser.Open(oneStop.Address, width: 320, height: 640, dark: true);
        await phone.GotoAsync($"/{await oneStop.PathOf(planner, made)}");
        await phone.AssertAccessible("the gate");
        await Enters(phone, code == "000000" ? "000001" : "000000");
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("ちがいます");
        await phone.AssertAccessible("a wrong entry");
        await Enters(phone, code);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = Read("一緒に考えた計画") })).ToBeVisibleAsync();
        await phone.AssertAccessible("the plan");
        Assert.Equal(ConfirmationState.Opened, (await oneStop.PageOf(planner, id)).State);
    }

    /// <summary>Makes a page opened by a code; returns its address and the code.</summary>
    private static async Task<(string Address, string Code)> MadePage(IPage page, ILocator way)
    {
        await way.GetByRole(AriaRole.Button, new() { Name = "ページを作る", Exact = true }).ClickAsync();
        var code = await way.GetByText(Digits()).InnerTextAsync();
        await way.GetByRole(AriaRole.Button, new() { Name = "文面をコピー" }).ClickAsync();
        var text = await way.GetByLabel("SMSなどで送る文面").InputValueAsync();
        await Expect(way.GetByText("送った", new() { Exact = true })).ToBeVisibleAsync();
        await page.AssertAccessible("a page that was sent");
        return (text.Split('\n')[1], code);
    }

    /// <summary>Opens a page on a telephone of 320 px, on which no screen scrolls sideways, and answers.</summary>
    private async Task Reads((string Address, string Code) page, string answer)
    {
        var phone = await browser.Open(oneStop.Address, width: 320, height: 640, scripts: false);
        await phone.GotoAsync(page.Address);
        await Fits(phone);
        await Enters(phone, page.Code);
        await Expect(phone.GetByText("子どもと安心して暮らしたい")).ToBeVisibleAsync();
        await Fits(phone);
        await phone.ReloadAsync(); // sends nothing again
        await phone.GetByRole(AriaRole.Textbox).FillAsync("夜は難しいです");
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read(answer) }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = Read("お返事を受け取りました") })).ToBeVisibleAsync();
        await phone.GoBackAsync();
        await Expect(phone.GetByText("子どもと安心して暮らしたい")).ToHaveCountAsync(0);
    }

    private static async Task Enters(IPage phone, string code)
    {
        await phone.GetByRole(AriaRole.Textbox, new() { NameRegex = Read("番号（6けた）") }).FillAsync(code);
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = Read("開く") }).ClickAsync();
    }

    /// <summary>A name with readings beside it: the parts may be set apart by blanks.</summary>
    private static Regex Read(string words) => new(string.Join(@"\s*", words.Select(c => Regex.Escape(c.ToString()))));

    private static async Task Fits(IPage phone) =>
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), phone.Url.Split('/')[3]);

    [GeneratedRegex(@"^\d{3} \d{3}$")]
    private static partial Regex Digits();
}
