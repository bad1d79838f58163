using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>退職の手続き on the screen.</summary>
[Collection(BrowserGroups.Third)]
public sealed class LeavingWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Who_leaves_hands_over_and_work_that_came_meanwhile_is_counted_again()
    {
        await oneStop.AMember("leaving-admin", Duty.Administrator);
        var (leaver, successor) = (await oneStop.OnShift("leaver"), await oneStop.OnShift("successor"));
        var client = await oneStop.AClient(leaver, "引き継がれる人");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("leaving-admin", $"/settings/accounts/{leaver.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "引き継ぐ仕事を調べる" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "退職の手続き" });
        await form.GetByLabel("会話を引き継ぐ人").SelectOptionAsync("successor さん");
        await page.AssertAccessible("handing over");
        await page.AssertFits("handing over");
        await page.GetByRole(AriaRole.Link, new() { Name = "アカウントの一覧へ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "編集を続ける" }).ClickAsync();
        await oneStop.At<BookingDesk>(leaver, desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone,
            new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(17)), leaver.Id, Beyond: false, Tells: false), false)); // after the count

        var leave = form.GetByRole(AriaRole.Button, new() { Name = "leaver さん さんの退職の手続きをする" });
        await leave.ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("引き継ぐ人");
        await Expect(form.GetByLabel("会話を引き継ぐ人")).ToHaveValueAsync(successor.Id.ToString()); // what was chosen stays
        await form.GetByLabel("の予約を引き継ぐ人").SelectOptionAsync("successor さん");
        await leave.ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
        Assert.NotNull((await oneStop.Read(db => db.Users.FindAsync(leaver.Id).AsTask()))!.LeftAt);
        Assert.Equal([successor.Id], await oneStop.Read(db => Task.FromResult(db.Bookings.Where(b => b.ClientId == client).Select(b => b.StaffId).ToList())));
    }
}
