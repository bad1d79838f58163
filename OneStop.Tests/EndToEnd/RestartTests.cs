using Microsoft.Playwright;
using OneStop.Portal.Demo;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The server is killed under a counselor who is typing.</summary>
[Collection(BrowserGroups.Third)]
[SqliteOnly("starts portals on a SQLite file")]
public sealed class RestartTests(Browser browser)
{
    [Fact]
    public async Task What_was_sent_while_the_server_was_away_is_neither_lost_nor_sent_twice()
    {
        await using var portal = new PortalProcess([]);
        await DemoFolder.CopyTo(portal.Folder);
        await portal.Start();
        var page = await browser.Open(portal.Address);
        await page.SignIn("counselor", "/inbox", password: DemoStaff.Password);
        await page.InboxLinks().First.ClickAsync();
        var reply = await page.Composer();
        await reply.FillAsync("切れているあいだの返信");
        await portal.Kill();
        await reply.PressAsync("Control+Enter"); // before the page has noticed, or just after
        await Expect(page.Reconnecting()).ToBeVisibleAsync();
        await reply.PressAsync("Control+Enter"); // and once more, as people do
        await portal.Start();
        await Expect(page.Reconnecting()).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(reply).ToHaveValueAsync("切れているあいだの返信", new() { Timeout = 60_000 }); // it was not taken in, so it is there

        await reply.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.Composer();
        await Expect(page.Reply()).ToHaveValueAsync(""); // it was taken in, so it does not come back
        await Expect(page.OurMessages().GetByText("切れているあいだの返信")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_draft_survives_killing_and_restarting_the_server()
    {
        await using var portal = new PortalProcess([]);
        await DemoFolder.CopyTo(portal.Folder);
        await portal.Start();
        var page = await browser.Open(portal.Address);
        await page.SignIn("counselor", password: DemoStaff.Password);
        await page.Menu().GetByRole(AriaRole.Link, new() { NameRegex = new("^受信箱") }).ClickAsync();
        await page.InboxLinks().First.ClickAsync();
        var reply = await page.Composer();
        await reply.FillAsync("とても大切な返信を");
        await Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();

        await portal.Kill();
        await reply.PressSequentiallyAsync("書いているところ"); // typing goes on
        await Expect(page.Reconnecting()).ToBeVisibleAsync();
        await portal.Start();

        await Expect(page.Reconnecting()).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(reply).ToHaveValueAsync("とても大切な返信を書いているところ", new() { Timeout = 60_000 });

        // On another machine the server's copy is there too.
        await Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        var other = await browser.Open(portal.Address);
        await other.SignIn("counselor", page.Url, password: DemoStaff.Password);
        await Expect(other.Reply()).ToHaveValueAsync("とても大切な返信を書いているところ");
    }

    [Fact]
    public async Task What_was_typed_in_a_plan_while_the_server_was_away_is_saved_after_its_restart()
    {
        await using var portal = new PortalProcess([]);
        await DemoFolder.CopyTo(portal.Folder);
        await portal.Start();
        var page = await browser.Open(portal.Address);
        await page.SignIn("planner", "/programs", password: DemoStaff.Password);
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "差し戻し" }).GetByRole(AriaRole.Link).First.ClickAsync();
        var way = page.GetByRole(AriaRole.Textbox, new() { Name = "仕事への意欲・取り組み" });
        await way.FillAsync("夜に勉強している");
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "聞き取りの言葉" }).GetByText("保存しました")).ToBeVisibleAsync();
        await portal.Kill();
        await way.PressSequentiallyAsync("、土曜も");
        await Expect(page.Reconnecting()).ToBeVisibleAsync();
        await portal.Start();

        await Expect(page.Reconnecting()).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "聞き取りの言葉" }).GetByText("保存しました")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var other = await browser.Open(portal.Address);
        await other.SignIn("planner", page.Url, password: DemoStaff.Password);
        await Expect(other.GetByRole(AriaRole.Textbox, new() { Name = "仕事への意欲・取り組み" })).ToHaveValueAsync("夜に勉強している、土曜も");
    }
}
