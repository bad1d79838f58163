using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Line.Api;
using OneStop.Line.RichMenu;
using OneStop.Line.Simulator;
using OneStop.Portal.Documents;
using OneStop.Portal.Features.RichMenus;
using OneStop.Tests.EndToEnd;
using OneStop.Tests.House;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.RichMenus;

/// <summary>The menu from the manager's page through the City's to a client's telephone.</summary>
[Collection(BrowserGroups.First)]
public sealed class MenuWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_manager_proposes_the_City_approves_and_the_client_presses()
    {
        var manager = await Opened("menu-manager", Duty.Manager);
        await Button(manager, "新しい版を作る").ClickAsync();
        await manager.GetByLabel("福岡市への説明（なくてもかまいません）").FillAsync("サービス開始のメニューです。");
        await Button(manager, "画像を作って、福岡市に提案する").ClickAsync();
        await Expect(manager.GetByText("承認待ち")).ToBeVisibleAsync();
        await Expect(Button(manager, "LINEに表示する")).ToHaveCountAsync(0);

        var city = await Opened("supervisor", Duty.City);
        var edition = city.GetByRole(AriaRole.Region, new() { Name = "第1版" });
        await Expect(edition).ToContainTextAsync("サービス開始のメニューです。");
        Assert.Equal(2500, await edition.GetByRole(AriaRole.Img, new() { NameRegex = new("就業相談の予約、") })
            .EvaluateAsync<int>("picture => picture.decode().then(() => picture.naturalWidth)"));
        await edition.GetByLabel("承認の文書番号").FillAsync("こ家支第123号");
        await edition.GetByLabel("承認者の職・氏名").FillAsync("課長 見本");
        await Button(city, "承認する").ClickAsync();
        await Expect(edition).ToContainTextAsync("承認済み");
        await city.AssertAccessible("the menu, approved");

        await Button(manager, "LINEに表示する").ClickAsync(); // appeared by a live update
        await Button(manager, "表示する").ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Region, new() { Name = "LINEでの表示" })).ToContainTextAsync("第1版を表示中");
        await manager.AssertAccessible("the menu, up");

        var friend = await oneStop.AFriend();
        var phone = await browser.Open(oneStop.Address);
        await phone.GotoAsync($"/simulator#{friend.UserId}");
        var menu = phone.GetByRole(AriaRole.Region, new() { Name = "LINEメニュー" });
        await Offers(menu, [.. MenuButtons.All.Select(b => b.Label)]);
        await phone.AssertAccessible("the telephone with its menu");
        await menu.GetByRole(AriaRole.Button, new() { Name = "質問する" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Log)).ToContainTextAsync("ききたいことを、このトークにそのまま送ってください");
        await Expect(phone.GetByLabel("メッセージ", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "支援情報" })).ToBeHiddenAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "メニュー" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "支援情報" })).ToBeVisibleAsync();

        await Button(manager, "表示をやめる…").ClickAsync();
        await Button(manager, "表示をやめる").ClickAsync();
        await Expect(menu).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_City_sends_back_with_its_reason_and_the_manager_reads_it()
    {
        await oneStop.ProposeMenu();
        var city = await Opened("supervisor", Duty.City);
        await city.GetByText("差し戻す", new() { Exact = true }).ClickAsync();
        await city.GetByLabel("差し戻す理由").FillAsync("文字をもう少し大きくしてください。");
        await Button(city, "理由を伝えて差し戻す").ClickAsync();
        await Expect(city.GetByRole(AriaRole.Region, new() { Name = "これまでの版" })).ToContainTextAsync("差し戻し");

        var manager = await Opened("menu-manager", Duty.Manager);
        await manager.GetByText("第1版", new() { Exact = true }).ClickAsync();
        await Expect(manager.GetByText("文字をもう少し大きくしてください。")).ToBeVisibleAsync();
        await Expect(Button(manager, "新しい版を作る")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Where_LINE_fails_the_page_says_where_and_the_same_button_goes_on()
    {
        await oneStop.AnApprovedMenu();
        var manager = await Opened("menu-manager", Duty.Manager);
        oneStop.Line.Orders.Give(new(LineCall.MenuPicture, Trouble.ServerError));
        await Button(manager, "LINEに表示する").ClickAsync();
        await Button(manager, "表示する").ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Alert)).ToContainTextAsync("画像の送信");
        await Expect(manager.GetByRole(AriaRole.Region, new() { Name = "LINEでの表示" })).ToContainTextAsync("1件、LINEに残っています");
        await manager.AssertAccessible("the menu after a failure");
        await Button(manager, "LINEに表示する").ClickAsync();
        await Button(manager, "表示する").ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Region, new() { Name = "LINEでの表示" })).ToContainTextAsync("第1版を表示中");
        Assert.Single(oneStop.Line.Menus.All);
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Proposing_and_deciding_are_accessible_and_fit(int width, bool dark)
    {
        await oneStop.PutUpMenu(await oneStop.AnApprovedMenu(grey: 10));
        await oneStop.PutUpMenu(await oneStop.AnApprovedMenu(grey: 20));
        var manager = await Opened("menu-manager", Duty.Manager, width, dark);
        await Button(manager, "新しい版を作る").ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Heading, new() { Name = "新しい版" })).ToBeVisibleAsync();
        await manager.AssertAccessible($"proposing at {width}");
        await manager.AssertFits("proposing");

        await oneStop.ProposeMenu(grey: 30);
        var city = await Opened("supervisor", Duty.City, width, dark);
        await city.GetByText("差し戻す", new() { Exact = true }).First.ClickAsync();
        await city.GetByText("第1版", new() { Exact = true }).ClickAsync();
        await city.AssertAccessible($"deciding at {width}");
        await city.AssertFits("deciding");
    }

    [Fact]
    public async Task The_picture_is_drawn_in_LINEs_size_within_its_megabyte()
    {
        var picture = await oneStop.Services.GetRequiredService<Screenshotter>().Take<MenuDrawing>(2500, 1686, new() { ["Buttons"] = MenuButtons.All });
        Assert.Equal(new PixelSize("image/png", 2500, 1686), PixelSize.Of(picture));
        Assert.InRange(picture.Length, 10_000, RichMenuRequest.LargestPicture);
        using var drawn = SKBitmap.Decode(picture);
        Assert.Contains(Enumerable.Range(400, 200), y => Enumerable.Range(100, 600).Any(x => drawn.GetPixel(x, y) == SKColors.White)); // the large text
    }

    private async Task<IPage> Opened(string name, Duty duty, int width = 1440, bool dark = false)
    {
        await oneStop.AMember(name, duty);
        var page = await browser.Open(oneStop.Address, width, 900, dark);
        await page.SignIn(name, "/settings/menu");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "LINEでの表示" })).Not.ToContainTextAsync("確かめています");
        return page;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>After the button that folds it away, the menu on the telephone has these and no others.</summary>
    private static async Task Offers(ILocator menu, IReadOnlyCollection<string> labels)
    {
        var buttons = menu.GetByRole(AriaRole.Button);
        await Expect(buttons).ToHaveCountAsync(labels.Count + 1);
        foreach (var (place, label) in labels.Index())
            await Expect(buttons.Nth(place + 1)).ToHaveAccessibleNameAsync(label);
    }
}
