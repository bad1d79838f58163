using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A list whose desk fails says so in its place, and can be read again.</summary>
[Collection(BrowserGroups.Second)]
public sealed class UnreadListTests(Browser browser) : IAsyncLifetime
{
    private readonly FailingCommands failing = new();
    private TestOneStop oneStop = default!;

    public ValueTask InitializeAsync() => (oneStop = new() { Options = options => options.AddInterceptors(failing) }).InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(false)] // when the page is opened
    [InlineData(true)] // when only the address changes, which nobody awaits
    public async Task What_cannot_be_read_is_said_kindly_with_a_way_to_try_again(bool isOpen)
    {
        await oneStop.ATemplate("いの文", "いのぶん", "いの本文");
        await oneStop.AMember("list-manager", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("list-manager");
        if (isOpen)
            await Expect((await Opened(page)).GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        failing.Before = sql => sql.Contains("FROM \"ReplyTemplates\"", StringComparison.Ordinal) ? new InvalidOperationException("It fails.") : null;
        if (isOpen)
            await page.GetByRole(AriaRole.Link, new() { Name = "題名", Exact = true }).ClickAsync();
        else
            await Opened(page);
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "一覧を読み込めませんでした" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "定型文" })).ToBeVisibleAsync(); // the page stands
        await page.AssertAccessible("a list that could not be read");

        failing.Before = _ => null;
        await page.GetByRole(AriaRole.Button, new() { Name = "もう一度読み込む" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        await Expect(page.GetByText("一覧を読み込めませんでした")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> Opened(IPage page)
    {
        await page.GotoAsync("/settings/templates");
        return page;
    }
}
