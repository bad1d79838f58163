using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Lists;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>How somebody has arranged a list is there again when they come back, shown with the bookings.</summary>
[Collection(BrowserGroups.Second)]
public sealed class KeptListTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_columns_that_somebody_chose_are_there_again_on_another_computer()
    {
        var page = await Opened("chooses");
        await page.GetByRole(AriaRole.Button, new() { Name = "表示する列を選ぶ" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "担当", Exact = true }).ClickAsync();
        await Expect(Head(page, "担当")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "担当", Exact = true })).ToHaveAttributeAsync("aria-checked", "false");

        await TestOneStop.Until(() => oneStop.Read(db => db.ListLayouts.AnyAsync(l => db.Users.Any(u => u.Id == l.StaffId && u.UserName == "chooses"))), "the choice to be kept");
        var elsewhere = await Opened("chooses");
        await Expect(Head(elsewhere, "状態")).ToHaveCountAsync(1);
        await Expect(Head(elsewhere, "担当")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_view_is_saved_opened_renamed_removed_and_brought_back_by_keyboard()
    {
        var page = await Opened();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "この表示を保存" })).ToHaveCountAsync(0); // nothing to be kept
        await page.GotoAsync("/bookings?week=1&state=confirmed&page=1");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "予約", Exact = true })).ToBeFocusedAsync(); // the page takes the focus once, when it has come
        await page.GetByRole(AriaRole.Button, new() { Name = "この表示を保存" }).PressAsync("Enter");
        var name = page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^表示の名前") });
        await Expect(name).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("「表示の名前」を入力してください")).ToBeVisibleAsync();
        await page.AssertAccessible("a view that is named");
        await name.FillAsync("今週の確定");
        await page.Keyboard.PressAsync("Enter");
        await Expect(View(page, "今週の確定")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(name).ToHaveCountAsync(0);

        await View(page, "はじめの表示").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/bookings$"));
        await Expect(View(page, "今週の確定")).Not.ToHaveAttributeAsync("aria-current", "true");
        await View(page, "今週の確定").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("""/bookings\?week=1&state=confirmed&hide=$"""));
        await page.AssertAccessible("a list with views");

        await page.GetByRole(AriaRole.Button, new() { Name = "名前を変える" }).PressAsync("Enter");
        await Expect(name).ToHaveValueAsync("今週の確定");
        await name.FillAsync("確定");
        await page.Keyboard.PressAsync("Enter");
        await Expect(View(page, "確定")).ToHaveAttributeAsync("aria-current", "true");

        await page.GetByRole(AriaRole.Button, new() { Name = "この表示を削除" }).PressAsync("Enter");
        await Expect(View(page, "確定")).ToHaveCountAsync(0);
        await page.Undo("表示「確定」を削除しました");
        await Expect(View(page, "確定")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(View(await Opened(), "確定")).ToBeVisibleAsync(); // on another computer too
    }

    [Fact]
    public async Task A_view_shows_the_columns_that_it_was_saved_with_and_as_much_of_its_address_as_can_still_be_read()
    {
        var member = await oneStop.OnShift("returns");
        await oneStop.At<ListDesk>(member, desk => desk.Keep("bookings", "むかしの表示", "state=gone&week=1&kind=none&hide=person,nocolumn"));
        var page = await Opened("returns");
        await View(page, "むかしの表示").ClickAsync();
        await Expect(Head(page, "状態")).ToHaveCountAsync(1);
        await Expect(Head(page, "担当")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "週", Exact = true })).ToHaveAttributeAsync("aria-current", "true");
        await View(page, "はじめの表示").ClickAsync();
        await Expect(Head(page, "担当")).ToHaveCountAsync(1); // what the view puts away is not kept as a choice
    }

    private static ILocator View(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "保存した表示" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Head(IPage page, string title) => page.GetByRole(AriaRole.Columnheader, new() { Name = title });

    private async Task<IPage> Opened(string name = "keeps")
    {
        var member = await oneStop.OnShift(name);
        var client = await oneStop.AClient(member);
        await oneStop.At<BookingDesk>(member,
            desk => desk.Book(client,
                new(BookingKind.Consultation, ContactMethod.Phone, oneStop.Clock.GetUtcNow().AddHours(1), member.Id, true, false, Reason: "本人の希望"), false));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name);
        await page.GotoAsync("/bookings");
        await Expect(page.GetByRole(AriaRole.Rowheader)).Not.ToHaveCountAsync(0);
        await page.ShortcutsReady();
        return page;
    }
}
