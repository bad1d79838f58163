using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The calendar by pointer, touch and keys, and two people in it at once.</summary>
[Collection(BrowserGroups.Third)]
public sealed class CalendarWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();
    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_booking_is_dragged_to_another_time_and_person_and_put_back()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori", times: "12:00-18:00"));
        var id = await Book(aoba, 10);
        var page = await Open("aoba");
        var block = page.Block("10:00〜11:00");
        await page.Drag(block, page.Column(midori), 13);
        var panel = page.Panel("予約を動かす");
        await Expect(panel).ToContainTextAsync("10月7日(水) 13:00〜14:00");
        await Expect(panel).ToContainTextAsync("空いています");
        await Expect(panel).ToContainTextAsync("LINEの友だちではないため、お知らせは送りません");
        await page.AssertAccessible("the question after a move");
        await panel.GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(page.Block("13:00〜14:00")).ToBeFocusedAsync();
        Assert.Equal((midori.Id, 13), await Standing());
        await page.Undo("10月7日(水) 13:00 に変更しました");
        await Expect(block).ToBeVisibleAsync();
        Assert.Equal((aoba.Id, 10), await Standing());

        await page.Drag(block, page.Column(midori), 10); // outside her shift
        await Expect(panel).ToContainTextAsync("勤務の時間の外です。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(panel.GetByLabel("重複・時間外で入れる理由")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(block).ToBeFocusedAsync(); // which brings it into view
        await page.Drag(block, page.Column(midori), 24.5); // would end at 25:30
        await Expect(page.Announced()).ToHaveTextAsync("置けません: 25:00をこえます");
        await Expect(panel).ToBeHiddenAsync();

        await page.Resize(block, -0.5);
        await Expect(panel).ToContainTextAsync("10:00〜10:30");
        await panel.GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(page.Block("10:00〜10:30")).ToBeVisibleAsync();
        await page.Resize(page.Block("10:00〜10:30"), 1);
        await Expect(page.Announced()).ToHaveTextAsync("置けません: 1回の相談は60分までです");
        Assert.NotEqual(id, await oneStop.Read(db => db.Bookings.Where(b => b.State == BookingState.Confirmed).Select(b => b.Id).SingleAsync()));
    }

    [Fact]
    public async Task By_keys_alone_a_booking_is_made_moved_and_opened()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        await Book(aoba, 10);
        var page = await Open("aoba");
        await page.Block("10:00〜11:00").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page.Announced()).ToContainTextAsync("つかみました。");
        foreach (var key in (string[])["ArrowDown", "ArrowDown", "ArrowRight"])
            await page.Keyboard.PressAsync(key);
        await Expect(page.Announced()).ToHaveTextAsync($"{midori.Name} 10月7日(水) 10:30〜11:30");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Announced()).ToHaveTextAsync("やめました");
        await Expect(page.Block("10:00〜11:00")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        var moving = page.Panel("予約を動かす");
        await Expect(moving).ToContainTextAsync("10:15〜11:00");
        await Expect(moving.GetByRole(AriaRole.Heading, new() { Name = "予約を動かす" })).ToBeFocusedAsync();
        await page.Block("10:00〜11:00").FocusAsync(); // who is quick presses before the panel has the focus
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Block("10:15〜11:00")).ToBeFocusedAsync();
        Assert.Equal((aoba.Id, 10), await Standing());

        await page.Keyboard.PressAsync("n"); // begins where this one ends
        await Expect(page.Announced()).ToContainTextAsync($"{aoba.Name} 10月7日(水) 11:00〜12:00、ほかの予約と重なります");
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "Enter"])
            await page.Keyboard.PressAsync(key);
        var making = page.Panel("予約を入れる");
        await Expect(making).ToContainTextAsync("空いています");
        await making.GetByLabel("はじめての人の名前（呼び名）").FillAsync("つくし");
        await making.GetByRole(AriaRole.Radio, new() { Name = "はい" }).CheckAsync();
        await making.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("読み上げて、同意をもらいました") }).CheckAsync();
        await page.AssertAccessible("a booking beside the calendar");
        await page.Keyboard.PressAsync("Control+Enter");
        var made = page.Block("11:15〜12:15", "つくし");
        await Expect(made).ToBeFocusedAsync();
        await Expect(page.Column(midori)).ToContainTextAsync("つくし");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Panel("予約")).ToContainTextAsync("つくし");
        await Expect(page.Panel("予約").GetByRole(AriaRole.Heading, new() { Name = "予約", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(made).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Block("10:15〜11:00")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_enters_a_booking_and_chooses_another_time_or_week_loses_nothing()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        var page = await Open("aoba");
        await page.PressAt(page.Column(aoba), 14);
        var panel = page.Panel("予約を入れる");
        var name = panel.GetByLabel("はじめての人の名前（呼び名）");
        await name.FillAsync("つくし");
        await panel.GetByRole(AriaRole.Radio, new() { Name = "はい" }).CheckAsync();
        await page.PressAt(page.Column(midori), 16); // "could it be at four?"
        await Expect(panel).ToContainTextAsync("つくし　就業相談（電話）　10月7日(水) 16:00");
        await Expect(name).ToHaveValueAsync("つくし");
        await page.GetByRole(AriaRole.Link, new() { Name = "次の日" }).ClickAsync();
        await Expect(page.Column($"{midori.Name} 10月8日(木)")).ToBeVisibleAsync();
        await Expect(name).ToHaveValueAsync("つくし");
        await page.PressAt(page.Column(midori), 10);
        await panel.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("読み上げて、同意をもらいました") }).CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "予約を入れる", Exact = true }).ClickAsync();
        await Expect(page.Block("10:00〜11:00", "つくし")).ToBeFocusedAsync();

        await page.Block("10:00〜11:00", "つくし").PressAsync("m"); // taken by keys, and let go by a press elsewhere
        await Expect(page.Grid()).ToHaveAttributeAsync("data-dragging", "keys");
        await page.GetByRole(AriaRole.Heading, new() { Name = "カレンダー", Level = 1 }).ClickAsync();
        await Expect(page.Grid()).Not.ToHaveAttributeAsync("data-dragging", "keys");
        await page.Drag(page.Block("10:00〜11:00", "つくし"), page.Column(aoba), 13);
        await Expect(page.Panel("予約を動かす")).ToContainTextAsync("13:00〜14:00");
    }

    [Fact]
    public async Task A_finger_scrolls_at_once_and_drags_after_a_moment()
    {
        var aoba = await oneStop.OnShift("aoba");
        await Book(aoba, 10);
        var page = await Open("aoba", 1024, 768);
        var block = page.Block("10:00〜11:00");
        await block.ScrollIntoViewIfNeededAsync();
        var finger = await Finger.On(page);
        await finger.Press(block);
        await Expect(page.Grid()).ToHaveAttributeAsync("data-dragging", "move");
        await finger.MoveBy(0, page.HeightOf(1));
        await finger.Lift();
        var panel = page.Panel("予約を動かす");
        await Expect(panel).ToContainTextAsync("11:00〜12:00");
        await panel.GetByRole(AriaRole.Button, new() { Name = "閉じる: 予約を動かす" }).ClickAsync();
        await Expect(panel).ToBeHiddenAsync();
        await block.ScrollIntoViewIfNeededAsync();
        await finger.Swipe(block, 0, 60);
        await page.Heard();
        await Expect(panel).ToBeHiddenAsync();
        Assert.Equal((aoba.Id, 10), await Standing());
    }

    [Fact]
    public async Task Of_two_who_drag_the_same_booking_one_moves_it_and_the_other_is_told()
    {
        var (aoba, midori) = (await oneStop.OnShift("aoba"), await oneStop.OnShift("midori"));
        await Book(aoba, 10);
        var (first, second) = (await Open("aoba"), await Open("midori"));
        foreach (var (page, hour) in ((IPage, double)[])[(first, 13), (second, 15)])
        {
            await page.Drag(page.Block("10:00〜11:00"), page.Column(midori), hour);
            await Expect(page.Panel("予約を動かす")).ToContainTextAsync("空いています");
        }
        await first.Panel("予約を動かす").GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(first.Block("13:00〜14:00")).ToBeVisibleAsync();
        await Expect(second.Block("13:00〜14:00")).ToBeVisibleAsync(); // it is seen at once
        await second.Panel("予約を動かす").GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(second.Panel("予約を動かす")).ToContainTextAsync("この予約は、すでに「取消」になっています。");
        Assert.Equal((midori.Id, 13), await Standing());
    }

    [Fact]
    public async Task A_client_who_cancels_or_books_meanwhile_is_not_overlooked()
    {
        var friend = await oneStop.Booked("10月7日(水)", "15:00");
        var booking = (await oneStop.BookingsOf(friend)).Single();
        var holder = await oneStop.Read(db => db.Users.SingleAsync(u => u.Id == booking.StaffId));
        var page = await Open(holder.UserName!);
        var block = page.Block("15:00〜16:00", "");
        await page.Lift(block); // held, and not yet put anywhere
        await oneStop.Tap(friend, "予約を取り消す");
        await oneStop.Tap(friend, "取り消す");
        await Expect(block).ToBeHiddenAsync();
        await page.Mouse.MoveAsync(600, 420);
        await Expect(page.Announced()).ToHaveTextAsync("この予約は、たったいまほかで変わりました。");
        await page.Mouse.UpAsync();
        await Expect(page.Panel("予約を動かす")).ToBeHiddenAsync();

        // a place that the bot gives to somebody else while the question is open
        var (mine, other) = (await Book(holder, 10), await oneStop.Read(db => db.Users.SingleAsync(u => u.Id != holder.Id)));
        await oneStop.At<BookingDesk, EnteredBooking>(holder, async d => await d.Book(await oneStop.AClient(holder, "ほかの人"), Plan(other, 16), false));
        await page.Drag(page.Block("10:00〜11:00"), page.Column(holder), 16);
        await Expect(page.Panel("予約を動かす")).ToContainTextAsync("空いています");
        await oneStop.Booked("10月7日(水)", "16:00"); // nobody else is free then
        await Expect(page.Panel("予約を動かす")).ToContainTextAsync("ほかの予約（前後の空き時間をふくむ）と重なります。");
        await page.Panel("予約を動かす").GetByRole(AriaRole.Button, new() { Name = "動かす", Exact = true }).ClickAsync();
        await Expect(page.Panel("予約を動かす").GetByLabel("重複・時間外で入れる理由")).ToBeFocusedAsync();
        Assert.Equal(BookingState.Confirmed, await oneStop.Read(db => db.Bookings.Where(b => b.Id == mine).Select(b => b.State).SingleAsync()));
    }

    [Fact]
    public async Task Past_midnight_it_is_the_same_day_and_closed_days_take_nothing()
    {
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-12-29T00:50")); // 24:50 of the 28th
        await oneStop.OnShift("aoba");
        var page = await Open("aoba", address: "/calendar");
        await Expect(page.Column("12月28日(月)")).ToBeVisibleAsync();
        await Expect(page.Grid()).ToContainTextAsync("休業（年末年始）");
        await page.PressAt(page.Column("12月28日(月)"), 24.75); // ten minutes ahead: the last quarter hour is past already
        await Expect(page.Announced()).ToHaveTextAsync("置けません: もう過ぎた時間です");
        await page.PressAt(page.Column("12月29日(火)"), 9);
        await Expect(page.Announced()).ToHaveTextAsync("置けません: 休業日です（年末年始）");
        await page.GotoAsync("/calendar?day=2027-01-03");
        await page.PressAt(page.Column("1月3日(日)"), 24);
        await Expect(page.Announced()).ToHaveTextAsync("置けません: 休業日です（年末年始）");
        await page.GotoAsync("/calendar?day=2027-01-04");
        await page.PressAt(page.Column("1月4日(月)"), 6);
        await Expect(page.Panel("予約を入れる")).ToContainTextAsync("空いています");
        await page.AssertAccessible("closed days");
    }

    [Fact]
    public async Task Sixty_bookings_of_twenty_people_stay_legible()
    {
        var clerk = await oneStop.OnShift("clerk");
        for (var i = 0; i < 20; i++)
        {
            var member = await oneStop.OnShift($"person{i:d2}");
            var client = await oneStop.AClient(member, $"長いなまえの利用者{i:d2}");
            for (var j = 0; j < 3; j++)
                await oneStop.At<BookingDesk, EnteredBooking>(clerk, d => d.Book(client, Plan(member, 9 + (i % 3) + (2 * j)), false));
        }
        var page = await Open("clerk", address: "/calendar?view=people&day=2026-10-07");
        await Expect(page.Grid().GetByRole(AriaRole.Button, new() { NameRegex = new("長いなまえの利用者") })).ToHaveCountAsync(60);
        Assert.Empty(await page.IllegibleBlocks());
        await page.AssertAccessible("a full day of twenty people");
        await page.AssertFits("a full day of twenty people");
        await page.GotoAsync("/calendar?day=2026-10-07");
        await Expect(page.Grid().GetByRole(AriaRole.Button, new() { NameRegex = new("長いなまえの利用者") })).ToHaveCountAsync(60);
        Assert.Empty(await page.IllegibleBlocks());
        await page.SetViewportSizeAsync(390, 800);
        await page.GotoAsync("/calendar?day=2026-10-07");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "10月7日(水)の予約", Exact = true }).GetByRole(AriaRole.Button)).ToHaveCountAsync(60);
        await page.AssertFits("a full day on a telephone");
        await page.AssertAccessible("a full day on a telephone");
        await page.GetByRole(AriaRole.Link, new() { Name = "週", Exact = true }).ClickAsync(); // the list is only where a telephone begins
        await Expect(page.Grid()).ToBeVisibleAsync();
        await page.AssertFits("a week on a telephone");
    }

    [Fact]
    public async Task A_manager_paints_a_shift_with_the_brush()
    {
        await oneStop.AMember("boss", Duty.Manager);
        var aoba = await oneStop.OnShift("aoba", times: "9:00-12:00");
        var page = await Open("boss", address: "/calendar?view=people&day=2026-10-07");
        await page.GetByRole(AriaRole.Link, new() { Name = "勤務を直す" }).ClickAsync();
        await page.Stroke(page.Column(aoba), 13, 15);
        await Expect(page.Toasts()).ToContainTextAsync("13:00〜15:00を勤務にしました");
        Assert.Equal("9:00-12:00 13:00-15:00", await Times());
        await page.Undo("13:00〜15:00を勤務にしました");
        await TestOneStop.Until(async () => await Times() == "9:00-12:00", "the undone stroke");
        await page.GetByRole(AriaRole.Button, new() { Name = "休みにする" }).ClickAsync();
        await page.Stroke(page.Column(aoba), 9, 10, "off");
        await Expect(page.Toasts("9:00〜10:00を休みにしました")).ToBeVisibleAsync();
        Assert.Equal("10:00-12:00", await Times());

        Task<string> Times() => oneStop.Read(async db =>
            (await Domain.Shifts.ShiftQueries.RosterOf(db, new(2026, 10, 7), new(2026, 10, 7))).Of(aoba.Id, new(new(2026, 10, 7))).ToString());
    }

    private async Task<IPage> Open(string who, int width = 1440, int height = 900, string address = "/calendar?view=people&day=2026-10-07")
    {
        var page = await browser.Open(oneStop.Address, width, height);
        await page.SignIn(who, address);
        await Expect(page.Grid()).ToHaveAttributeAsync("data-ready", "yes");
        return page;
    }

    private async Task<Guid> Book(StaffMember with, int hour) =>
        (await oneStop.At<BookingDesk, EnteredBooking>(with, async d => await d.Book(await oneStop.AClient(with), Plan(with, hour), false))).Id;

    private static BookingPlan Plan(StaffMember with, int hour) =>
        new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(hour)), with.Id, false, false);

    /// <summary>Returns whose the one booking is that stands, and at which hour.</summary>
    private async Task<(Guid, int)> Standing() => await oneStop.Read(async db =>
        await db.Bookings.AsNoTracking().SingleAsync(b => b.State == BookingState.Confirmed) is var b
            ? (b.StaffId, (int)ServiceDay.Of(b.Slot.Start).TimeOf(b.Slot.Start).TotalHours) : default);
}
