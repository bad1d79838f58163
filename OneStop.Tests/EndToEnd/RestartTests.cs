using Microsoft.Playwright;
using OneStop.Portal.Demo;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The server is killed under a counselor who is typing.</summary>
[Collection(nameof(EndToEnd))]
public sealed class RestartTests(Browser browser)
{
    [Fact]
    public async Task The_draft_survives_killing_and_restarting_the_server()
    {
        await using var portal = new PortalProcess([]);
        await portal.Start();
        var page = await browser.Open(portal.Address);
        await page.SignIn("counselor", DemoStaff.Password);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("受信箱") }).ClickAsync();
        await page.Locator(".list-pane .row a").First.ClickAsync();
        var reply = await page.Composer();
        await reply.FillAsync("とても大切な返信を");
        await Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();

        await portal.Kill();
        await reply.PressSequentiallyAsync("書いているところ"); // typing goes on
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await portal.Start();

        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(reply).ToHaveValueAsync("とても大切な返信を書いているところ", new() { Timeout = 60_000 });

        // On another machine the server's copy is there too.
        await Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        var other = await browser.Open(portal.Address);
        await other.SignIn("counselor", DemoStaff.Password);
        await other.GotoAsync(page.Url);
        await Expect(other.Locator("#reply")).ToHaveValueAsync("とても大切な返信を書いているところ");
    }
}
