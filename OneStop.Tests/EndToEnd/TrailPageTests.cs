using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Who looked at a person's records and who changed them, by keyboard.</summary>
[Collection(BrowserGroups.First)]
public sealed class TrailPageTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_manager_comes_from_the_talk_narrows_and_sees_what_is_left()
    {
        await oneStop.AMember("trail-manager", Duty.Manager);
        var counselor = await oneStop.AMember("trail-counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        await oneStop.At<CardDesk>(counselor, d => d.CallAs(conversation, new(new(""), new("さくら"))));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("trail-manager", $"/inbox/{conversation}");
        await page.GetByRole(AriaRole.Link, new() { Name = "見た人・変えた人" }).PressAsync("Enter");
        var rows = page.GetByRole(AriaRole.Row);
        await Expect(rows.Filter(new() { HasText = "trail-counselor さん" })).ToContainTextAsync("LINE友だちの情報を変えた（呼び名）");
        await Expect(rows.Nth(1)).ToContainTextAsync("2026年10月5日(月)");
        await Expect(rows.Filter(new() { HasText = "trail-manager さん" })).ToContainTextAsync("会話を開いた");

        await page.GetByRole(AriaRole.Link, new() { Name = "変えた", Exact = true }).PressAsync("Enter");
        await Expect(rows.Filter(new() { HasText = "会話を開いた" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Main).Choose("従事者", "trail-counselor さん");
        await Expect(rows).ToHaveCountAsync(2); // the head and one act
        await page.AssertAccessible("the trail of a person");
        await page.GetByRole(AriaRole.Link, new() { Name = "持ち出した" }).PressAsync("Enter");
        await Expect(page.GetByText("この条件に合うものはありません")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "従事者" })).ToHaveValueAsync("trail-counselor さん");
    }

    [Fact]
    public async Task A_counselor_finds_no_way_to_it()
    {
        await oneStop.AMember("no-trail", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("no-trail", $"/inbox/{conversation}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "印" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "見た人・変えた人" })).ToHaveCountAsync(0);
        await page.GotoAsync($"/clients/{conversation}/trail");
        await Expect(page.GetByText("この画面を開く権限がありません")).ToBeVisibleAsync();
    }
}
