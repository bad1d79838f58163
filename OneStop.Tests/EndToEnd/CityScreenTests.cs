using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.RichMenus;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The City sees at once what waits for it and what is new in it, and everybody whom to turn to.</summary>
[Collection(BrowserGroups.First)]
public sealed class CityScreenTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task What_waits_for_approval_is_on_today_with_a_badge_until_it_is_decided()
    {
        await oneStop.AnApprovedMenu(grey: 10);
        await oneStop.Supervisor();
        var city = await Opened("supervisor");
        await Expect(city.GetByText("承認を待っているものはありません")).ToBeVisibleAsync();
        await city.Heard();
        await Expect(city.Menu().GetByText("承認待ち")).ToHaveCountAsync(0);

        var next = await oneStop.ProposeMenu(grey: 20); // comes while the City looks
        await Expect(city.GetByRole(AriaRole.Region, new() { Name = "承認を待っているもの" })).ToContainTextAsync("LINEメニュー 第2版");
        await Expect(city.Menu().GetByRole(AriaRole.Link, new() { NameRegex = new(@"承認待ち\s*1\s*件") })).ToBeVisibleAsync();
        await city.AssertAccessible("the City's today");

        await city.GetByRole(AriaRole.Link, new() { Name = "LINEメニュー 第2版" }).ClickAsync();
        var difference = city.GetByRole(AriaRole.Region, new() { Name = "第2版" }).GetByRole(AriaRole.Group, new() { Name = "前の版とのちがい" });
        await Expect(difference).ToContainTextAsync("前の版（第1版）とのちがい");
        await Expect(difference).ToContainTextAsync("ボタンの名前と動き、帯の言葉は同じです");
        await Expect(difference.GetByRole(AriaRole.Img, new() { Name = "前の第1版の画像" })).ToBeVisibleAsync();
        await city.AssertAccessible("what is new in an edition");

        await oneStop.ApproveMenu(next);
        await Expect(city.Menu().GetByText("承認待ち")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Duty.City, "/bookings", "受託者の業務責任者（boss さん さん）")]
    [InlineData(Duty.Counselor, "/settings/channel", "システム管理者が使う画面です。必要なときは、業務責任者（boss さん さん）")]
    [InlineData(Duty.Administrator, "/inbox", "業務責任者（boss さん さん）")]
    [InlineData(Duty.Manager, "/settings/channel", "システム管理者（keeper さん さん）")]
    public async Task A_page_that_is_not_open_names_whom_to_turn_to(Duty duty, string path, string said)
    {
        await oneStop.AMember("boss", Duty.Manager);
        await oneStop.AMember("keeper", Duty.Administrator);
        var name = duty switch { Duty.Manager => "boss", Duty.Administrator => "keeper", _ => "asking" };
        await oneStop.AMember(name, duty);
        var page = await Opened(name);
        await page.GotoAsync(path);
        await Expect(page.GetByText(said)).ToBeVisibleAsync();
    }

    private async Task<IPage> Opened(string name)
    {
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name);
        return page;
    }
}
