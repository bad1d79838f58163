using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Bookings as staff sees and makes them, and the page on which a client leaves a number.</summary>
[Collection(BrowserGroups.Third)]
public sealed class BookingWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Staff_books_for_a_caller_and_takes_it_back()
    {
        await oneStop.OnShift("walker");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("walker", "/bookings?day=2026-10-07");
        await page.GetByRole(AriaRole.Link, new() { Name = "予約を入れる" }).ClickAsync();
        await page.GetByLabel("はじめての人の名前（呼び名）").FillAsync("つばき");
        await page.GetByLabel("電話番号", new() { Exact = true }).FillAsync("092-000-0001");
        await page.GetByRole(AriaRole.Radio, new() { Name = "はい" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).ClickAsync();
        await Expect(page.GetByText("同意をもらってから")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("はじめての人の名前（呼び名）")).ToHaveValueAsync("つばき"); // what was typed stays
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("読み上げて、同意をもらいました") }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^24:00") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).ClickAsync();

        var row = page.BookingRows("つばき");
        await Expect(row).ToContainTextAsync("24:00〜25:00");
        await Expect(row).ToContainTextAsync("確定");
        await Expect(row).Not.ToContainTextAsync("0920000001");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^表示") }).ClickAsync();
        await Expect(row).ToContainTextAsync("0920000001");
        Assert.DoesNotContain("つばき", page.Url, StringComparison.Ordinal);
        await Expect(page.Toasts().GetByRole(AriaRole.Button, new() { Name = "閉じる" })).ToBeVisibleAsync(); // the library's own words too
        await page.Undo("24:00 に入れました");
        await Expect(row).ToHaveCountAsync(0); // it never was
    }

    [Fact]
    public async Task What_a_client_books_in_LINE_appears_in_the_open_list_and_beside_the_talk()
    {
        await oneStop.OnShift("watcher");
        var friend = await oneStop.AFriend();
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("watcher", "/bookings?day=2026-10-08");
        await Expect(page.GetByText("予約はありません")).ToBeVisibleAsync();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        await oneStop.Tap(friend, "10月8日(木)");
        await oneStop.Tap(friend, "19:00");
        await Expect(page.BookingRows()).ToContainTextAsync("本人が選択中");
        await oneStop.Tap(friend, "予約する");
        await Expect(page.BookingRows()).ToContainTextAsync("確定");

        await page.BookingRows().GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        var pane = page.ClientBookings();
        await Expect(pane).ToContainTextAsync("10月8日(木) 19:00〜20:00");
        await Expect(page.ClientPane().GetByRole(AriaRole.Region, new() { Name = "利用者" })).ToContainTextAsync("対象者");
        await oneStop.Tap(friend, "予約を取り消す");
        await oneStop.Tap(friend, "取り消す");
        await pane.GetByText("ほかの予約（1件）").ClickAsync(); // over, and folded away
        await Expect(pane.GetByRole(AriaRole.Listitem)).ToContainTextAsync("取消");
    }

    [Fact]
    public async Task A_booking_is_moved_and_moved_back()
    {
        var member = await oneStop.OnShift("shifter");
        var client = await oneStop.AClient(member, "うごく人");
        await Book(member, client, new(2026, 10, 9), 11);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("shifter", "/bookings?day=2026-10-09");
        await page.BookingRows("うごく人").GetByRole(AriaRole.Link, new() { NameRegex = new("^変更") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "次の日" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^16:15") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "変更する" }).ClickAsync();
        var row = page.BookingRows("うごく人");
        await Expect(row).ToContainTextAsync("16:15〜17:15");
        await Expect(row).ToContainTextAsync("変更1回");
        await page.Undo("16:15 に変更しました");
        await Expect(row).ToHaveCountAsync(0); // it never was
        await page.GotoAsync("/bookings?day=2026-10-09");
        await Expect(row).ToContainTextAsync("11:00〜12:00");
        await Expect(row).ToContainTextAsync("確定");
    }

    [Fact]
    public async Task After_a_booking_that_is_over_the_next_one_knows_whose_it_is()
    {
        var member = await oneStop.OnShift("again");
        var client = await oneStop.AClient(member, "またくる人");
        await Book(member, client, new(2026, 10, 10), 10);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("again", "/bookings?day=2026-10-10");
        var row = page.BookingRows("またくる人");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^取消") }).ClickAsync();
        await page.GetByRole(AriaRole.Form, new() { NameRegex = new("の予約を取り消す$") })
            .GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^次の予約") }).ClickAsync();
        await Expect(page.Content().GetByText("またくる人").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).ClickAsync();
        await Expect(page.BookingRows("またくる人").Filter(new() { HasText = "17:00〜18:00" })).ToContainTextAsync("確定");
    }

    [Fact]
    public async Task By_keys_alone_somebody_who_did_not_come_is_noted_and_the_note_is_taken_back()
    {
        var member = await oneStop.OnShift("noter");
        var client = await oneStop.AClient(member, "こない人");
        var soon = ServiceDay.Of(oneStop.Clock.GetUtcNow()).Date;
        var hour = (int)new ServiceDay(soon).TimeOf(oneStop.Clock.GetUtcNow()).TotalHours + 1;
        await Book(member, client, soon, hour);
        await Book(await oneStop.OnShift("noter-2"), await oneStop.AClient(member, "となりの人"), soon, hour);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(70));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("noter", $"/bookings?day={soon:yyyy-MM-dd}&kind=consultation");
        var row = page.BookingRows("こない人");
        await Expect(row).ToBeVisibleAsync();
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("x"); // no row is chosen: nothing happens
        var isFirst = (await page.BookingRows().First.InnerTextAsync()).Contains("こない人", StringComparison.Ordinal);
        foreach (var key in isFirst ? (string[])["j", "j", "k", "x"] : ["j", "j", "x"]) // faster than the server: the row that has the focus is meant
            await page.Keyboard.PressAsync(key);
        await Expect(row).ToContainTextAsync("無断");
        await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^記録を戻す") })).ToBeVisibleAsync();
        await Expect(page.BookingRows("となりの人")).ToContainTextAsync("確定");
        await Expect(row).ToBeFocusedAsync(); // the button that was meant is gone, the row is not
        await Expect(page.Toasts("の予約を「無断」にしました")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(row).ToContainTextAsync("確定");
        await page.Keyboard.PressAsync("n"); // a note to colleagues in the inbox: it means nothing else here
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("の予約を「来談」にしました")).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^記録を戻す") })).ToBeVisibleAsync();
        await Expect(row.GetByText("来談", new() { Exact = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(row.GetByText("確定", new() { Exact = true })).ToBeVisibleAsync();

        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^取消") }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^本人の都合") })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(row).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_next_free_day_is_found_and_the_new_booking_is_shown_and_marked()
    {
        var member = await oneStop.OnShift("finder");
        var client = await oneStop.AClient(member, "さがす人");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("finder");
        await Book(member, client, new(2026, 10, 9), 9);
        await page.GotoAsync("/bookings?day=2026-10-09");
        await page.BookingRows("さがす人").GetByRole(AriaRole.Link, new() { NameRegex = new("^変更") }).ClickAsync();
        var day = page.GetByLabel("日（必須）", new() { Exact = true });
        await day.FillAsync("2026-12-31"); // closed, as the days after it
        await day.PressAsync("Tab");
        await Expect(page.GetByText("この日は、空いている時間がありません。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "次に空いている日" }).ClickAsync();
        await Expect(day).ToHaveValueAsync("2027/01/04");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^20:30") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "変更する" }).ClickAsync();
        var row = page.BookingRows().Filter(new() { HasText = "今回の予約" });
        await Expect(row).ToContainTextAsync("今回の予約");
        await Expect(row).ToBeFocusedAsync(); // and the keys act on it

        await page.GetByRole(AriaRole.Link, new() { Name = "今日" }).First.ClickAsync();
        await Expect(page.BookingRows()).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.BookingRows("さがす人")).ToBeVisibleAsync();
        await Expect(row).ToHaveCountAsync(0); // another time it is a booking like any other
    }

    [Fact]
    public async Task A_booking_is_cancelled_for_us_with_its_reason_and_the_client_is_told()
    {
        await oneStop.OnShift("canceller");
        var friend = await oneStop.AFriend("かえで");
        var talk = await oneStop.ConversationOf(friend);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("canceller", $"/inbox/{talk}");
        await page.ClientBookings().GetByRole(AriaRole.Link, new() { Name = "予約を入れる" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "よく分からない" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("読み上げて、同意をもらいました") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "次の日" }).ClickAsync();
        await Expect(page.GetByText("10月6日(火)")).ToBeVisibleAsync(); // the times of the day before are gone with it
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^20:30") }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^仮として提案する") }).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Figure, new() { Name = "本人に届くカード" })).ToContainTextAsync("日時のご提案");
        await page.GetByRole(AriaRole.Button, new() { Name = "仮として提案する" }).ClickAsync();
        await Expect(page.ClientBookings().GetByRole(AriaRole.Listitem)).ToContainTextAsync("仮");
        await oneStop.Hears(friend, "日時のご提案");
        await oneStop.Tap(friend, "決める");
        await Expect(page.ClientBookings().GetByRole(AriaRole.Listitem)).ToContainTextAsync("確定");

        await page.ClientBookings().GetByRole(AriaRole.Button, new() { NameRegex = new("^取消") }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("相談員都合") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).ClickAsync();
        await page.ClientBookings().GetByText("ほかの予約（1件）").ClickAsync();
        await Expect(page.ClientBookings().GetByRole(AriaRole.Listitem)).ToContainTextAsync("相談員都合");
        await oneStop.Hears(friend, "こちらの都合で");
    }

    [Fact]
    public async Task A_client_leaves_a_number_on_a_page_of_ours()
    {
        await oneStop.OnShift("phoner");
        var friend = await oneStop.AFriend();
        await oneStop.Tap(friend, "相談を予約したい");
        await oneStop.AnswersFirstQuestions(friend);
        foreach (var label in (string[])["10月10日(土)", "18:00", "電話・ビデオに変える", "電話"])
            await oneStop.Tap(friend, label);
        await oneStop.Tap(friend, "予約する");
        var button = Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).Single(b => b["label"]!.GetValue<string>() == "電話番号を入れる");
        var page = await browser.Open(oneStop.Address, 320, 640, dark: true);
        await page.GotoAsync(new Uri(button["uri"]!.GetValue<string>()).PathAndQuery);
        await page.AssertAccessible("the form");
        await page.AssertFits("the form");
        await page.GetByLabel("電話番号").FillAsync("090 0000 0007");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("受け取りました");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("このページは、もう使えません");
        await page.GotoAsync("/guide");
        await page.AssertFits("the guide");
    }

    private Task<Guid> Book(StaffMember member, Guid client, DateOnly day, double hour) =>
        oneStop.At<BookingDesk, Guid>(member,
            async desk => (await desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(day).At(TimeSpan.FromHours(hour)), member.Id, false, false), false)).Id);
}
