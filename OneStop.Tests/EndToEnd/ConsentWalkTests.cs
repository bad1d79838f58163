using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
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
}
