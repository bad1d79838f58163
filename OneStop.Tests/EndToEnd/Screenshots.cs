using Microsoft.Playwright;
using OneStop.Portal.Demo;
using OneStop.Tests.House;
using SkiaSharp;

namespace OneStop.Tests.EndToEnd;

/// <summary>
/// <c>dotnet run --project OneStop.Tests -- pictures</c>: the pictures of README and the manual, taken of the running demo so that they stay true.
/// </summary>
internal static class Screenshots
{
    public static async Task<int> Take()
    {
        await using var portal = new PortalProcess([]);
        await portal.Start();
        await using var browser = new Browser();
        await browser.InitializeAsync();
        var manual = new ManualPictures(browser, portal);
        await manual.TakeBell(); // it rings until it is muted, and would stand in all others
        await Portal(browser, portal, "inbox", 1440, 900, dark: false);
        await Portal(browser, portal, "inbox-dark", 1440, 900, dark: true);
        await Portal(browser, portal, "inbox-phone", 390, 844, dark: false);
        await Telephone(browser, portal);
        await manual.Take();
        return 0;
    }

    /// <summary>Saves what is on the screen, or a part of it.</summary>
    public static async Task Save(IPage page, string path, Clip? part = null)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        using var taken = SKBitmap.Decode(await page.ScreenshotAsync(new() { Clip = part }));
        await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", $"{path}.png"), SmallPng.Write(taken));
    }

    private static async Task Portal(Browser browser, PortalProcess portal, string name, int width, int height, bool dark)
    {
        var page = await browser.Open(portal.Address, width, height, dark);
        await page.SignIn("counselor", "/inbox", password: DemoStaff.Password);
        await page.InboxLinks().Nth(3).ClickAsync();
        await page.ReplyReady();
        await Save(page, $"pictures/{name}");
    }

    private static async Task Telephone(Browser browser, PortalProcess portal)
    {
        var page = await browser.Open(portal.Address, 900, 900);
        await page.GotoAsync("/simulator");
        await page.GetByLabel("新しい人の名前").FillAsync("こはる");
        await page.GetByRole(AriaRole.Button, new() { Name = "加える" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "友だち追加", Exact = true }).ClickAsync();
        await page.GetByText("はじめに").WaitForAsync();
        await Save(page, "pictures/telephone");
    }
}
