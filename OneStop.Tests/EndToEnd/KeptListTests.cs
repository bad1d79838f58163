using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
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
        var page = await Opened();
        await page.GetByRole(AriaRole.Button, new() { Name = "表示する列を選ぶ" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "担当", Exact = true }).ClickAsync();
        await Expect(Head(page, "担当")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "担当", Exact = true })).ToHaveAttributeAsync("aria-checked", "false");

        var elsewhere = await Opened();
        await Expect(Head(elsewhere, "状態")).ToHaveCountAsync(1);
        await Expect(Head(elsewhere, "担当")).ToHaveCountAsync(0);
    }

    private static ILocator Head(IPage page, string title) => page.GetByRole(AriaRole.Columnheader, new() { Name = title });

    private async Task<IPage> Opened()
    {
        var member = await oneStop.OnShift("keeps");
        var client = await oneStop.AClient(member);
        await oneStop.At<BookingDesk>(member, desk => desk.Book(client, new(BookingKind.Consultation, ContactMethod.Phone, oneStop.Clock.GetUtcNow().AddHours(1), member.Id, true, false), false));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("keeps");
        await page.GotoAsync("/bookings");
        await Expect(page.GetByRole(AriaRole.Rowheader)).Not.ToHaveCountAsync(0);
        await page.Locator("html[data-shortcuts]").WaitForAsync();
        return page;
    }
}
