using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What is looked at for is in sight on a tablet, a telephone, and a laptop at 200 %.</summary>
[Collection(BrowserGroups.First)]
public sealed class NarrowWindowTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_telephones_bar_holds_four_places_and_the_rest_behind_one_press()
    {
        await oneStop.AsksSomething("下のバーを見る人です");
        var page = await Opened("bar", 360, 780, Duty.Manager);
        await page.MenuHolds("今日", "受信箱", "予約", "利用者");
        var badge = (await page.MenuCount().BoundingBoxAsync())!;
        Assert.True(await IsOnTop(page.MenuCount()));
        Assert.InRange(badge.Y, 780 - 70, 780 - badge.Height);

        var more = page.GetByRole(AriaRole.Button, new() { Name = "その他" });
        await more.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "動作状況" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" })).ToBeVisibleAsync();
        await page.AssertAccessible("その他");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "動作状況" })).ToBeHiddenAsync();
        await Expect(more).ToBeFocusedAsync();

        await more.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "タグ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "タグ", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" })).ToBeHiddenAsync(); // the menu has closed
        await Expect(more).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task The_rail_folds_by_itself_where_the_window_is_narrow_and_stays_as_it_was_chosen()
    {
        var page = await Opened("folding", 1024, 768, Duty.Manager);
        await Expect(page.Menu().GetByText("今日", new() { Exact = true })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "メニューを広げる" }).ClickAsync();
        await Expect(page.Menu().GetByText("今日", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "メニューをたたむ" })).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(page.Menu().GetByText("今日", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_of_the_shell_is_lower_than_the_window()
    {
        await oneStop.AsksSomething("低い窓で見る人です");
        var page = await Opened("low", 1024, 600, Duty.Counselor, Duty.Manager, Duty.Administrator);
        await page.GotoAsync("/inbox");
        await page.InboxLinks().First.ClickAsync();
        await page.Composer();
        foreach (var name in (string[])["^ログアウト$", "さんへ送信$"])
        {
            var at = (await page.GetByRole(AriaRole.Button, new() { NameRegex = new(name) }).BoundingBoxAsync())!;
            Assert.True(at.Y + at.Height <= 600, $"{name} ends at {at.Y + at.Height}.");
        }
    }

    [Fact]
    public async Task On_a_tablet_bookings_are_a_table_and_today_is_in_sight_in_the_shifts()
    {
        var member = await oneStop.OnShift("tablet");
        var client = await oneStop.AClient(member, "とても長い呼び名の人です");
        var plan = new BookingPlan(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(20)), null,
            false, false);
        await oneStop.At<BookingDesk>(member, desk => desk.Book(client, plan, false));
        var page = await Opened("tablet", 1024, 768, Duty.Counselor);

        await page.GotoAsync("/bookings");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "担当" })).ToBeVisibleAsync();
        Assert.True((await page.BookingRows().First.BoundingBoxAsync())!.Height < 90);
        Assert.True((await page.GetByRole(AriaRole.Rowheader).First.BoundingBoxAsync())!.Width >= 160);
        await page.AssertFits("bookings at 1024");

        await page.GotoAsync("/shifts?week=2026-10-05");
        await page.ShiftsReady();
        await AssertInSight(page.GetByRole(AriaRole.Columnheader, new() { NameRegex = new("今日$") }));
        await page.SetViewportSizeAsync(800, 700);
        await page.GotoAsync("/shifts?week=2026-10-05");
        await page.ShiftsReady();
        await AssertInSight(page.GetByRole(AriaRole.Columnheader, new() { NameRegex = new("今日$") }));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(720)]
    public async Task All_duties_are_in_sight_in_their_table(int width)
    {
        var page = await Opened("duties", width, 768, Duty.Manager);
        await page.GotoAsync("/settings/duties");
        await AssertInSight(page.GetByRole(AriaRole.Columnheader).Last);
        await page.AssertAccessible($"the duties at {width}");
    }

    [Fact]
    public async Task Titles_of_templates_can_be_read_on_a_tablet()
    {
        await oneStop.ATemplate("お時間をください（24時間以内）", "おじかんをください", "確かめてお返事します。", "はじめての方へ");
        var page = await Opened("titles", 1024, 768, Duty.Manager);
        await page.GotoAsync("/settings/templates");
        var title = page.GetByRole(AriaRole.Link, new() { Name = "お時間をください（24時間以内）" });
        await Expect(title).ToBeVisibleAsync();
        Assert.True(await title.EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth"), "The title is cut.");
    }

    [Fact]
    public async Task At_200_percent_a_third_of_the_window_is_left_for_the_talk()
    {
        await oneStop.AsksSomething("大きな文字で読む人です");
        var page = await Opened("large", 720, 450, Duty.Counselor);
        await page.GotoAsync("/inbox");
        await page.InboxLinks().First.ClickAsync();
        await page.Composer();
        Assert.True((await page.Messages().BoundingBoxAsync())!.Height >= 150);
        await page.AssertFits("a talk at 200 %");
        await page.AssertAccessible("a talk at 200 %");
    }

    private async Task<IPage> Opened(string name, int width, int height, params Duty[] duties)
    {
        await oneStop.AMember(name, duties);
        var page = await browser.Open(oneStop.Address, width, height);
        await page.SignIn(name);
        return page;
    }

    private static Task<bool> IsOnTop(ILocator place) => place.EvaluateAsync<bool>("""
        element => {
          const at = element.getBoundingClientRect();
          return [[1, 1], [at.width - 1, 1], [1, at.height - 1], [at.width - 1, at.height - 1]].every(([x, y]) => at.left + x > 0 && at.right <= innerWidth
            && document.elementsFromPoint(at.left + x, at.top + y).some(hit => hit === element || element.contains(hit) || hit.contains(element)));
        }
        """);

    private static async Task AssertInSight(ILocator place)
    {
        await Expect(place).ToBeVisibleAsync();
        var room = await place
            .EvaluateAsync<float[]>("e => { const wrap = e.closest('.table-wrap').getBoundingClientRect(); const at = e.getBoundingClientRect(); return [at.left - wrap.left, wrap.right - at.right]; }");
        Assert.True(room.All(r => r >= -1), $"{place} lies {room[0]} from the left and {room[1]} from the right edge of its table.");
    }
}
