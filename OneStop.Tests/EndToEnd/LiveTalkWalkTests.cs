using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A booked chat in the browser: from the booking through the talk with its clocks to the closing words and the record; and handing it over.</summary>
[Collection(BrowserGroups.Third)]
public sealed class LiveTalkWalkTests(Browser browser) : IAsyncLifetime
{
    /// <summary>What is seen: all words of the clocks are in the page, and one of each is shown.</summary>
    private static readonly LocatorAssertionsToContainTextOptions Shown = new() { UseInnerText = true };

    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_talk_begins_from_its_booking_counts_in_the_page_and_ends_in_the_record()
    {
        var member = await oneStop.OnShift("talker");
        var (friend, _) = await oneStop.AHour(member, "2026-10-05T10:00");
        await oneStop.CallEnded(friend, "the greeting");
        oneStop.ItIs("2026-10-05T09:50");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("talker", "/bookings?day=2026-10-05");
        await page.BookingRows().GetByRole(AriaRole.Button, new() { NameRegex = new("^相談を始める") }).ClickAsync();

        await Expect(page.LiveTalk()).ToContainTextAsync("残り", Shown);
        await Expect(page.LiveTalk()).ToContainTextAsync("返信待ちなし", Shown);
        await page.AssertAccessible("a running talk");
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, "相談員が入りました");
        await oneStop.CallEnded(friend, "相談員が入りました"); // a call on its way is given up when the clock goes on

        await oneStop.SaysAll(friend, ["学童のことで相談です"]);
        await Expect(page.LiveTalk()).Not.ToContainTextAsync("返信待ちなし", Shown);
        await Expect(page.InboxRows("相談中")).ToHaveCountAsync(1); // whoever looks at the list
        oneStop.Clock.Advance(TimeSpan.FromSeconds(70));
        await Expect(page.LiveTalk()).ToContainTextAsync("お待たせ中", Shown);
        await oneStop.SaysAll(friend, ["聞こえていますか"]);
        await Expect(page.ClientsMessages("聞こえていますか")).ToBeVisibleAsync();
        await Expect(page.LiveTalk()).ToContainTextAsync("お待たせ中", Shown); // the wait goes on
        oneStop.Clock.Advance(TimeSpan.FromSeconds(120));
        await Expect(page.LiveTalk()).ToContainTextAsync("至急", Shown);
        await page.Reply().FillAsync("いっしょに考えましょう");
        await page.Reply().PressAsync("Control+Enter");
        await Expect(page.LiveTalk()).ToContainTextAsync("返信待ちなし", Shown);

        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-05T10:40"));
        await Expect(page.LiveTalk().GetByRole(AriaRole.Status)).ToHaveTextAsync("あと10分です。そろそろ、まとめに入りましょう");
        await oneStop.HasRead(friend, "いっしょに考えましょう");
        await oneStop.CallEnded(friend, "いっしょに考えましょう");
        oneStop.Clock.SetUtcNow(TestOneStop.Japan("2026-10-05T10:50"));
        await Expect(page.LiveTalk().GetByRole(AriaRole.Status)).ToHaveTextAsync("60分になりました。結びのことばを送って、終わりにしましょう");
        await Expect(page.LiveTalk()).ToContainTextAsync("超過", Shown);
        await page.AssertAccessible("a talk whose hour is over");

        await page.Reply().FillAsync("それでは");
        await page.LiveTalk().GetByRole(AriaRole.Button, new() { Name = "結びのことば" }).ClickAsync();
        await Expect(page.Reply()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^それでは\n今日はお話しいただき")); // nothing typed is lost
        await page.Reply().FillAsync("");
        await page.LiveTalk().GetByRole(AriaRole.Button, new() { Name = "相談を終える" }).ClickAsync();
        await Expect(page.LiveTalk()).ToContainTextAsync("相談を終えました", Shown);
        await Expect(page.Reply()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^今日はお話しいただき"));
        await Expect(page.OurMessages("今日はお話しいただき")).ToHaveCountAsync(0); // a person sends them
        await page.AssertAccessible("a talk that has ended");
        await page.Reply().PressAsync("Control+Enter");

        var form = page.GetByRole(AriaRole.Form, new() { Name = "相談記録" });
        await Expect(form.GetByLabel("始まり（必須）")).ToHaveValueAsync("9:50");
        await Expect(form.GetByLabel("終わり（必須）")).ToHaveValueAsync("10:50");
        await Expect(form.GetByLabel("チャット")).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^引用する: 学童のこと") })).ToBeVisibleAsync();
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, "今日はお話しいただき");
    }

    [Fact]
    public async Task The_hour_goes_to_a_colleague_and_comes_back_and_the_client_reads_who_is_late()
    {
        var (member, other) = (await oneStop.OnShift("giver"), await oneStop.OnShift("taker"));
        var (friend, booking) = await oneStop.AHour(member, "2026-10-05T10:00", Domain.ContactMethod.Phone);
        await oneStop.CallEnded(friend, "the greeting");
        oneStop.ItIs("2026-10-05T09:55");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("giver", $"/bookings/{booking}");
        var part = page.GetByRole(AriaRole.Region, new() { Name = "遅れる・ほかの人に頼む" });
        await part.GetByRole(AriaRole.Button, new() { Name = "遅れます" }).ClickAsync();
        await part.GetByRole(AriaRole.Button, new() { Name = "15分ほど遅れます" }).FocusAsync();
        await Expect(part.GetByRole(AriaRole.Figure)).ToContainTextAsync("15分ほど遅れます");
        await page.AssertAccessible("announcing to be late");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Content()).ToContainTextAsync("15分遅れ");
        oneStop.PassTheHold();
        await oneStop.HasRead(friend, "15分ほど遅れます");

        await part.GetByRole(AriaRole.Button, new() { Name = "ほかの人に頼む" }).ClickAsync();
        await Expect(part.GetByRole(AriaRole.Figure)).ToContainTextAsync("takerがお話をお聞きします");
        await page.AssertAccessible("asking a colleague");
        await part.GetByRole(AriaRole.Button, new() { Name = "taker さんさんに頼む" }).ClickAsync();
        await Expect(page.Content()).ToContainTextAsync("担当 taker さん");
        Assert.Equal(other.Id, (await oneStop.Stored(booking)).StaffId);
        await page.Undo("に頼みました");
        await Expect(page.Content()).ToContainTextAsync("担当 giver さん");
        Assert.Equal(1, await oneStop.Read(db => db.BookingCells.Where(c => c.BookingId == booking).Select(c => c.StaffId).Distinct().CountAsync()));
    }
}
