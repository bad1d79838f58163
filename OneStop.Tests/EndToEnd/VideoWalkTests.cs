using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.EndToEnd;

/// <summary>ビデオ通話: the manager enters the approved service, staff enters the room and sends it, and another client's room is refused.</summary>
[Collection(BrowserGroups.Third)]
public sealed class VideoWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Room = "https://video.example.jp/room-1";

    [Fact]
    public async Task From_the_approval_to_the_button_on_the_telephone_and_the_record()
    {
        await oneStop.AMember("video-chief", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("video-chief", "/settings/outside");
        var service = page.GetByRole(AriaRole.Region, new() { Name = "ビデオ通話のサービス" });
        await Expect(service).ToContainTextAsync("ビデオ通話は選べない");
        await service.GetByLabel("サービスの名前").FillAsync("見本会議");
        await service.GetByLabel("リンクのホスト名").FillAsync("video.example.jp");
        await service.GetByLabel("承認の文書番号").FillAsync("こ家支第9号");
        await service.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^承認日") }).FillAsync("2026-10-01");
        await service.GetByLabel("承認者の職・氏名").FillAsync("課長 見本");
        await service.GetByRole(AriaRole.Button, new() { Name = "入れる", Exact = true }).ClickAsync();
        await Expect(service).ToContainTextAsync("こ家支第9号");
        await Expect(service).ToContainTextAsync("ビデオ通話を選べる");

        var friend = await oneStop.Booked("10月8日(木)", "10:00", "ビデオ通話");
        var (booking, other) = ((await oneStop.BookingsOf(friend))[0], await Another());
        await page.GotoAsync($"/bookings/{booking.Id}");
        var sheet = page.GetByRole(AriaRole.Region, new() { Name = "ビデオ通話", Exact = true });
        await sheet.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^ビデオ通話のアドレス") }).FillAsync("https://elsewhere.example/room-1");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "入れる", Exact = true }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("承認されているサービス（");
        await sheet.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^ビデオ通話のアドレス") }).FillAsync(Room);
        await sheet.GetByRole(AriaRole.Button, new() { Name = "入れる", Exact = true }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("まだ送っていません");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "本人に送る" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Figure)).ToContainTextAsync("お約束のページを開く");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "この内容で送る" }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("送信待ち");
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "お約束のページ");
        await Expect(sheet).ToContainTextAsync("送りました");
        Assert.DoesNotContain("room-1", await page.TitleAsync() + page.Url, StringComparison.Ordinal);

        await page.GotoAsync($"/bookings/{other}");
        await sheet.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^ビデオ通話のアドレス") }).FillAsync($"{Room}/");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "入れる", Exact = true }).ClickAsync();
        await Expect(sheet).ToContainTextAsync("このアドレスは、ほかの方の予約で使われています");
    }

    /// <summary>Books another client by video.</summary>
    private async Task<Guid> Another()
    {
        var member = await oneStop.OnShift("video-other");
        var plan = new BookingPlan(BookingKind.Consultation, ContactMethod.Video, Japan("2026-10-08T14:00"), member.Id, false, false);
        var client = await oneStop.AClient(member);
        return (await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(client, plan, false))).Id;
    }
}
