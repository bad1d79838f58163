using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Channels;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.EndToEnd;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.Portal;

/// <summary>The channel page, as an administrator uses it while LINE or the processing fails.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ChannelPageTests(TestOneStop oneStop, Browser browser) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task While_LINE_is_silent_what_is_known_here_is_shown_and_nothing_is_guessed()
    {
        var page = await SignedIn();
        await oneStop.PostEvents("""{"type":"botSuspended","timestamp":1791158400000,"webhookEventId":"01SUSPENDED"}""");
        await oneStop.Processed("01SUSPENDED");
        oneStop.Line.Orders.Give(new(LineCall.Any, Trouble.Silent, Times: int.MaxValue));
        await page.GotoAsync("/settings/channel");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "受信と送信" })).ToContainTextAsync("最後に届いた出来事"); // without advancing the clock
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "会話にならない出来事", Exact = true })).ToContainTextAsync("アカウントの停止");

        var settings = page.GetByRole(AriaRole.Region, new() { Name = "LINE側の設定" });
        await TestOneStop.Until(async () =>
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(11));
            return await settings.CountAsync() == 1;
        }, "the patience to end");
        await Expect(settings).ToContainTextAsync("つながりません");
        await Expect(Row(settings, "アクセストークン")).ToContainTextAsync("不明");
        await Expect(Row(settings, "Webhookのアドレス")).ToContainTextAsync("不明");
        await Expect(Row(settings, "Webhookの利用")).ToContainTextAsync("不明");
        await Expect(settings.GetByRole(AriaRole.Button, new() { Name = "このポータルのアドレスを設定する" })).ToHaveCountAsync(0);

        oneStop.Line.Orders.Clear();
        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(11));
            return Task.FromResult(oneStop.Line.Orders.KeptWaiting == 0);
        }, "the calls of the silence to be given up, the workers' too");
        (oneStop.Line.ChatMode, oneStop.Line.IsWebhookActive) = ("chat", false);
        await page.GetByRole(AriaRole.Button, new() { Name = "最新の状態にする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "「チャット」がオンになっています" })).ToBeVisibleAsync();
        await Expect(Row(settings, "Webhookの利用")).ToContainTextAsync("オフ");
        await Expect(Row(settings, "アクセストークン")).ToContainTextAsync("有効");
        await page.AssertAccessible("the channel page");
        (oneStop.Line.ChatMode, oneStop.Line.IsWebhookActive) = ("bot", true);
    }

    [Fact]
    [SqliteOnly("its trigger makes it fail")]
    public async Task LINEs_own_test_is_run_and_a_failed_event_is_tried_again()
    {
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER refuse BEFORE INSERT ON \"Messages\" WHEN NEW.\"Text\" = '直すまで読めない' BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        await oneStop.PostEvents(
            """{"type":"message","timestamp":1791158400000,"source":{"type":"user","userId":"U66666666666666666666666666666666"},"webhookEventId":"01TRYAGAIN","message":{"id":"61","type":"text","text":"直すまで読めない"}}""");
        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // through all retry delays
            return oneStop.Read(db => db.IncomingEvents.PutAside().AnyAsync());
        }, "all attempts to fail");

        var page = await SignedIn();
        await page.GotoAsync("/settings/channel");
        await page.GetByRole(AriaRole.Button, new() { Name = "LINEに試してもらう" }).ClickAsync();
        await Expect(page.GetByText("届きました（200）。")).ToBeVisibleAsync();
        var failed = page.GetByRole(AriaRole.Region, new() { Name = "処理できなかった出来事", Exact = true });
        await Expect(failed).ToContainTextAsync("01TRYAGAIN");
        await Expect(failed).Not.ToContainTextAsync("直すまで読めない");

        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse"));
        await failed.GetByRole(AriaRole.Button, new() { NameRegex = new("をもう一度処理$") }).ClickAsync();
        await oneStop.Processed("01TRYAGAIN");
        await page.GetByRole(AriaRole.Button, new() { Name = "最新の状態にする" }).ClickAsync();
        await Expect(failed).ToContainTextAsync("処理できなかった出来事はありません");
    }

    private static ILocator Row(ILocator table, string name) =>
        table.GetByRole(AriaRole.Row).Filter(new() { Has = table.Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });

    private async Task<IPage> SignedIn()
    {
        await oneStop.AMember("keeper", Duty.Administrator);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("keeper");
        return page;
    }
}
