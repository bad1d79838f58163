using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What staff writes down of a client on the telephone: the number, and that they do not agree any more.</summary>
[Collection(BrowserGroups.First)]
public sealed class BookingClientWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_number_of_a_caller_is_entered_in_the_list_and_corrected_in_the_form()
    {
        var member = await oneStop.OnShift("numbers");
        var client = await oneStop.At<ClientDesk, Guid>(member, async desk =>
        {
            var id = await desk.Register(null, "ばんごうの人", null);
            await desk.Agree(id);
            return id;
        });
        await oneStop.At<BookingDesk>(member,
            desk => desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(11)), member.Id, false,
                    false), false));
        var page = await browser.Open(oneStop.Address, 360, 800);
        await page.SignIn("numbers", "/bookings?day=2026-10-07");
        var row = page.BookingRows("ばんごうの人");
        var enter = row.GetByRole(AriaRole.Button, new() { NameRegex = new("^番号を入れる") });
        await enter.PressAsync("Enter");
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "電話番号（必須）" });
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("12");
        await field.PressAsync("Enter");
        await Expect(field).ToHaveAccessibleDescriptionAsync("電話番号を、市外局番から10けたか11けたで入力してください。");
        await page.AssertAccessible("a number that is none");
        await page.AssertFits("a number that is none");
        await field.FillAsync("090-0000-0012");
        await field.PressAsync("Enter");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^表示") }).ClickAsync();
        await Expect(row).ToContainTextAsync("090-0000-0012");
        await page.Undo("の電話番号を保存しました");
        await Expect(enter).ToBeVisibleAsync();

        await page.GotoAsync("/bookings/new?day=2026-10-07");
        await page.GetByRole(AriaRole.Searchbox, new() { NameRegex = new("利用者をさがす") }).FillAsync("ばんごう");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^ばんごうの人") }).ClickAsync();
        await Expect(page.GetByText("電話番号がまだありません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "電話番号を入れる" }).ClickAsync();
        await field.FillAsync("092-000-0034");
        await field.PressAsync("Enter");
        await Expect(page.GetByText("電話の末尾 0034")).ToBeVisibleAsync();
        await Expect(page.GetByText("電話番号がまだありません")).ToHaveCountAsync(0);
        await Expect(page.Toasts("の電話番号を保存しました")).ToHaveCountAsync(1);
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("電話の末尾 0034")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_withdrawal_is_written_down_when_what_ends_with_it_was_read()
    {
        var friend = await oneStop.Booked("10月8日(木)", "15:00");
        await oneStop.OnShift("listener");
        var page = await browser.Open(oneStop.Address, 1440, 900);
        await page.SignIn("listener", $"/inbox/{await oneStop.ConversationOf(friend)}");
        var (pane, bookings) = (page.ClientPane().GetByRole(AriaRole.Region, new() { Name = "利用者" }), page.ClientBookings());
        var withdraw = pane.GetByRole(AriaRole.Button, new() { Name = "同意の撤回" });
        await withdraw.PressAsync("Enter");
        await Expect(pane.GetByRole(AriaRole.Form, new() { NameRegex = new("の同意の撤回$") })).ToContainTextAsync("これからの予約 1件が取り消されます。");
        await Expect(pane.GetByRole(AriaRole.Form, new() { NameRegex = new("の同意の撤回$") })).ToContainTextAsync("10月8日(木) 15:00〜16:00");
        await Expect(pane.GetByRole(AriaRole.Button, new() { Name = "やめる" })).ToBeFocusedAsync();
        await page.AssertAccessible("a withdrawal that is asked");
        await page.Keyboard.PressAsync("Escape");
        await Expect(pane.GetByText("これからの予約 1件")).ToHaveCountAsync(0);
        await Expect(bookings.GetByRole(AriaRole.Listitem)).ToContainTextAsync("確定");
        await withdraw.PressAsync("Enter");
        await pane.GetByRole(AriaRole.Button, new() { Name = "撤回を記録する" }).ClickAsync();
        await bookings.GetByText("ほかの予約（1件）").ClickAsync();
        await Expect(bookings.GetByRole(AriaRole.Listitem)).ToContainTextAsync("取消");
        await Expect(pane).ToContainTextAsync("ありません");
        await Expect(withdraw).ToHaveCountAsync(0);
    }
}
