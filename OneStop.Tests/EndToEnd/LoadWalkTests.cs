using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Load;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>混みぐあい, from an hour in which nobody is left to the shift that helps; 来談の状況, from a rate to its bookings.</summary>
[Collection(BrowserGroups.Second)]
public sealed class LoadWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly DateOnly Wednesday = new(2026, 10, 7);

    [Fact]
    public async Task The_manager_sees_where_nobody_is_left_and_why_a_shift_would_help_until_there_is_one()
    {
        var (manager, counselor) = (await oneStop.AMember("load-chief", Duty.Manager), await oneStop.OnShift("load-day", times: "10:00-13:00"));
        await oneStop.Read(db =>
        {
            var asked = AskedInVain.Of(new(2026, 10, 4), Wednesday, 20, BookingKind.Consultation, ContactMethod.Chat);
            asked.Add();
            db.AskedInVain.Add(asked);
            return db.SaveChangesAsync();
        });
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("load-chief", "/load");
        var wanted = page.GetByRole(AriaRole.Region, new() { Name = "勤務があると受けられる時間（これから1週間）" });
        await Expect(wanted).ToContainTextAsync("1回たずねられ、勤務0人（チャット）。20:00〜22:00の勤務があると受けられます。");
        await page.GetByRole(AriaRole.Link, new() { Name = "次の日" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "10月6日(火)" })).ToBeVisibleAsync(); // until then the link leads to this day
        await page.GetByRole(AriaRole.Link, new() { Name = "次の日" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "10月7日(水)" })).ToBeVisibleAsync();
        var evening = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "20:00〜21:00" }) });
        await Expect(evening.GetByRole(AriaRole.Cell).Nth(2)).ToContainTextAsync("勤務なし");

        await oneStop.At<ShiftDesk, ShiftChange>(manager, d => d.SetDay(counselor.Id, Wednesday, WorkingTimes.Read("19:00-23:00")));
        await Expect(evening.GetByRole(AriaRole.Cell).Nth(2)).ToContainTextAsync("あと1人"); // without a reload
        await Expect(wanted).ToContainTextAsync("いまはありません");

        await page.GetByRole(AriaRole.Link, new() { Name = "週", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "定着面談" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "時間帯ごとの空き: 定着面談" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("day=2026-10-07&view=week&kind=RetentionMeeting$"));
    }

    [Fact]
    public async Task A_counselor_opens_the_bookings_behind_a_rate_and_gets_no_suggestions()
    {
        var counselor = await oneStop.OnShift("load-rate", times: "8:00-10:00");
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(counselor, async d => await d.Book(await oneStop.AClient(counselor, "忘れた人"),
            new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 5)).At(TimeSpan.FromHours(9)), counselor.Id, Beyond: true, Tells: false, Reason: "本人の希望"),
            isProposal: false));
        await oneStop.At<BookingDesk>(counselor, d => d.Close(booking.Id, wasHeld: false));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("load-rate", "/load");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "人ごとの予約と勤務の表" })).ToContainTextAsync("load-rate さん");
        await Expect(page.GetByText("勤務があると受けられる時間")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "終わった時間も見る（3時間）" })).ToBeVisibleAsync();
        oneStop.Clock.Advance(TimeSpan.FromHours(1));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "終わった時間も見る（4時間）" })).ToBeVisibleAsync(); // without a reload
        await page.GetByRole(AriaRole.Link, new() { Name = "来談の状況" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table).First).ToContainTextAsync("1/1件");
        await page.GetByRole(AriaRole.Button, new() { Name = "電話の無断 1件を見る" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "電話の無断", Exact = true }).Last).ToContainTextAsync("忘れた人");
    }
}
