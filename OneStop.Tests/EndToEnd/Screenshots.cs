using Microsoft.Playwright;
using OneStop.Portal.Demo;
using OneStop.Tests.House;

namespace OneStop.Tests.EndToEnd;

/// <summary><c>dotnet run --project OneStop.Tests -- pictures</c>: the pictures of README and docs, taken of the running demo so that they stay true.</summary>
internal static class Screenshots
{
    public static async Task<int> Take()
    {
        await using var portal = new PortalProcess([]);
        await portal.Start();
        await using var browser = new Browser();
        await browser.InitializeAsync();
        await Portal(browser, portal, "inbox", 1440, 900, dark: false);
        await Portal(browser, portal, "inbox-dark", 1440, 900, dark: true);
        await Portal(browser, portal, "inbox-phone", 390, 844, dark: false);
        await Telephone(browser, portal);
        return 0;
    }

    private static async Task Portal(Browser browser, PortalProcess portal, string name, int width, int height, bool dark)
    {
        var page = await browser.Open(portal.Address, width, height, dark);
        await page.SignIn("counselor", DemoStaff.Password);
        await page.GotoAsync("/inbox");
        await page.Locator(".list-pane .row a").Nth(3).ClickAsync();
        await page.Locator("#reply").WaitForAsync();
        await Save(page, name);
    }

    private static async Task Telephone(Browser browser, PortalProcess portal)
    {
        var page = await browser.Open(portal.Address, 900, 900);
        await page.GotoAsync("/simulator");
        await page.GetByLabel("新しい人の名前").FillAsync("こはる");
        await page.GetByRole(AriaRole.Button, new() { Name = "加える" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "友だち追加", Exact = true }).ClickAsync();
        await page.GetByText("はじめに").WaitForAsync();
        await Save(page, "telephone");
    }

    private static async Task Save(IPage page, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "pictures", $"{name}.png") });
    }
}
