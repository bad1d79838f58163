using Microsoft.Playwright;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The consents of a client in the file.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ConsentWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_consent_is_read_out_recorded_shown_with_its_words_and_withdrawn()
    {
        var member = await oneStop.AMember("consent-walker", Duty.Counselor);
        var client = await oneStop.AClient(member, "同意の人");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("consent-walker");
        await page.GotoAsync($"/clients/{client}");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "同意", Exact = true });
        await Expect(panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1); // to consultation
        await panel.GetByRole(AriaRole.Button, new() { Name = "同意を得る" }).ClickAsync();
        var form = panel.GetByRole(AriaRole.Form, new() { Name = "同意を得る" });
        await form.GetByLabel("同意の目的").ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "LINEでのお知らせ" }).ClickAsync();
        await Expect(form.GetByText("求人、講座、制度、催しなどのお知らせ")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("LINEのカードで聞く")).ToHaveCountAsync(0); // the client has no LINE
        await form.GetByLabel("立ち会った人").FillAsync("母");
        await page.AssertAccessible("a consent that is read out");
        await form.GetByLabel("立ち会った人").PressAsync("Control+Enter");
        await Expect(panel.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        var item = panel.GetByRole(AriaRole.Listitem).First;
        await Expect(item).ToContainTextAsync("立ち会い: 母");
        await item.GetByText("文面（2026-11）").ClickAsync();
        await Expect(item.GetByText("相談は今までどおりできます")).ToBeVisibleAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "「LINEでのお知らせ」の同意の撤回" }).ClickAsync();
        await page.AssertAccessible("a consent that is about to be withdrawn");
        await item.GetByRole(AriaRole.Button, new() { Name = "撤回を記録する" }).ClickAsync();
        await Expect(item).ToContainTextAsync("に撤回（consent-walker さん）");
    }

    [Fact]
    public async Task Asked_on_a_page_the_client_answers_on_a_small_telephone_without_scripts_and_staff_see_it()
    {
        var member = await oneStop.AMember("consent-page-walker", Duty.Counselor);
        var client = await oneStop.ACaller(member);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("consent-page-walker", $"/clients/{client}");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "同意", Exact = true });
        await panel.GetByRole(AriaRole.Button, new() { Name = "同意を得る" }).ClickAsync();
        var form = panel.GetByRole(AriaRole.Form, new() { Name = "同意を得る" });
        await form.GetByLabel("専用ページ（SMSなど）").CheckAsync();
        await Expect(form.GetByText("本人がページで読む文面")).ToBeVisibleAsync();
        await page.AssertAccessible("a consent that will be asked for on a page");
        await form.GetByRole(AriaRole.Button, new() { Name = "ページを作る" }).ClickAsync();
        var item = panel.GetByRole(AriaRole.Listitem);
        await Expect(item).ToContainTextAsync("返事待ち");
        await item.GetByRole(AriaRole.Button, new() { Name = "「相談と予約」の文面をコピー" }).ClickAsync();
        var text = await item.GetByLabel("SMSなどで送る文面").InputValueAsync();
        await page.AssertAccessible("a page that waits for an answer");

        var phone = await browser.Open(oneStop.Address, width: 320, height: 640, dark: true, scripts: false);
        await phone.GotoAsync(text.Split('\n')[1]);
        await phone.AssertFits("the page that asks for a consent");
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = new(@"同意\s*します") }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = new(@"返事\s*を\s*受\s*け\s*取\s*りました") })).ToBeVisibleAsync();
        await phone.ReloadAsync(); // sends nothing again
        await phone.AssertFits("the page that was answered");
        await Expect(item).ToContainTextAsync("有効");
        await Expect(item).ToContainTextAsync("専用ページ");
    }

    [Fact]
    public async Task The_page_can_be_read_and_answered_by_everybody()
    {
        var member = await oneStop.AMember("consent-page-axe", Duty.Counselor);
        var (_, path) = await oneStop.AskedFor(member, await oneStop.ACaller(member), ConsentPurpose.Consultation);
        var phone = await browser.Open(oneStop.Address, width: 320, height: 640);
        foreach (var dark in (bool[])[false, true])
        {
            await phone.GotoAsync($"/{path}");
            await phone.TurnColours(dark);
            await phone.AssertAccessible(dark ? "dark" : "light", ofColoursOnly: dark);
        }
        var choices = phone.GetByRole(AriaRole.Form).GetByRole(AriaRole.Button);
        await Expect(choices).ToHaveCountAsync(2);
        Assert.Equal((await choices.First.BoundingBoxAsync())!.Width, (await choices.Last.BoundingBoxAsync())!.Width); // neither is preferred
        Assert.Equal(await choices.First.GetAttributeAsync("class"), await choices.Last.GetAttributeAsync("class"));
        await choices.First.FocusAsync();
        await phone.Keyboard.PressAsync("Tab");
        await Expect(choices.Last).ToBeFocusedAsync();
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameRegex = new(@"受\s*け\s*取\s*りました") })).ToBeVisibleAsync();
        await phone.AssertAccessible("answered");
    }
}
