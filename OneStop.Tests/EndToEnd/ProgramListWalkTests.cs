using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The list of programs: the rail counts whose turn it is, the tab narrows to it, and each number of the manager's page opens its rows.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ProgramListWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_manager_sees_what_waits_and_opens_the_rows_behind_a_number()
    {
        var (planner, second, client) = await oneStop.Planning();
        await oneStop.Established(planner, second, client);
        var waiting = await oneStop.Written(planner, (await oneStop.Planning("third")).Client);
        await oneStop.AMember("boss", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("boss");
        await oneStop.Ask(planner, waiting);
        await page.Menu().GetByRole(AriaRole.Link, new() { NameRegex = new("^プログラム\\s*私の番\\s*1\\s*件") }).ClickAsync(); // it came by itself
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^承認 1") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "P-0002" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "P-0001" })).ToHaveCountAsync(0);
        await page.AssertAccessible("the list of programs");

        await page.GetByRole(AriaRole.Link, new() { Name = "策定の実績" }).ClickAsync();
        await Expect(page.GetByText("承認を待っている版", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "10月の策定 1件を見る" }).PressAsync("Enter");
        var rows = page.GetByRole(AriaRole.Region, new() { Name = "10月の策定の内訳" });
        await Expect(rows.GetByRole(AriaRole.Link, new() { Name = SupportProgram.NumberOf(1) })).ToBeVisibleAsync();
        await page.AssertAccessible("the count of programs");
        await rows.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(0);
    }
}
