using Microsoft.Playwright;
using OneStop.Domain.Bookings;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The booking dialogue on the telephone's glass, by thumbs, with what people do beside the straight way.</summary>
[Collection(BrowserGroups.First)]
public sealed class TelephoneWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_client_books_on_two_telephones_asks_moves_leaves_comes_back_and_cancels()
    {
        await oneStop.OnShift("aoba");
        var friend = await oneStop.AFriend();
        var (one, other) = (await Telephone(friend), await Telephone(friend));
        foreach (var label in (string[])["相談を予約したい", "はい", "同意する", "10月8日(木)", "10:00"])
            await Tap(one, label);
        await Sees(one, "10月8日(木) 10:00〜11:00");
        await Type(one, "子どもを連れて行ってもいいですか");
        await Sees(one, "メッセージを受け取りました");

        await Sees(other, "10月8日(木) 10:00〜11:00");
        await Tap(one, "予約する");
        await Sees(one, "予約ができました");
        await Tap(other, "予約する");
        await Sees(other, "この予約はできています");
        Assert.Single(await oneStop.BookingsOf(friend));

        await Type(one, "予約の変更");
        await Sees(one, "ご予約");
        foreach (var label in (string[])["変更する", "10月9日(金)", "24:00"])
            await Tap(one, label);
        await Sees(one, "いまの予約はそのままです");
        await Tap(one, "変更する");
        await Sees(one, "予約を変更しました");

        await one.GetByRole(AriaRole.Button, new() { Name = "ブロック", Exact = true }).ClickAsync();
        var back = one.GetByRole(AriaRole.Button, new() { Name = "ブロックを解除", Exact = true });
        await Expect(back).ToBeVisibleAsync();
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1)); // nobody is back in the same instant
        await back.ClickAsync();
        await Expect(one.PhoneTalk().GetByText("おかえりなさい")).ToBeVisibleAsync();
        await Expect(one.PhoneTalk().GetByText("友だち追加ありがとうございます")).ToHaveCountAsync(1);
        await Type(one, "予約を取り消したい");
        await Expect(one.PhoneTalk().GetByText("10月9日(金) 24:00〜25:00")).ToHaveCountAsync(3); // asked, moved, and now
        await Tap(one, "取り消す");
        await Sees(one, "予約を取り消しますか？");
        await Tap(one, "取り消す");
        await Tap(one, "子どもの体調");
        await Sees(one, "また話したくなったら");
        await Tap(one, "予約を変更する"); // on a card far above
        await Sees(one, "この案内は古くなりました");
        var bookings = await oneStop.BookingsOf(friend);
        Assert.Equal([(BookingState.Cancelled, null), (BookingState.Cancelled, CancelReason.ChildUnwell)], bookings.Select(b => (b.State, b.Reason)));
    }

    [Fact]
    public async Task Who_comes_too_late_waits_for_room_and_is_offered_what_becomes_free()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        await own.OnShift("only", times: "10:00-12:15"); // one consultation a day with its buffer
        var (quick, slow) = (await own.AFriend(), await own.AFriend());
        var late = await Telephone(slow, own);
        foreach (var label in (string[])["相談を予約したい", "はい", "同意する", "10月8日(木)"])
            await Tap(late, label);
        await Sees(late, "10月8日(木) 午前");
        await own.Type(quick, "予約");
        await own.AnswersFirstQuestions(quick);
        foreach (var label in (string[])["10月8日(木)", "10:30", "予約する"])
            await own.Tap(quick, label);

        await Tap(late, "10:30");
        await Sees(late, "この時間は取れなくなりました");
        await Tap(late, "空いたら知らせる");
        await Sees(late, "空いたらお知らせします");
        await own.Tap(quick, "予約を取り消す");
        await own.Tap(quick, "取り消す");
        await Sees(late, "空きが出ました");
        await Tap(late, "この時間を見る");
        await Tap(late, "予約する");
        await Sees(late, "予約ができました");
        Assert.Equal(BookingState.Confirmed, Assert.Single(await own.BookingsOf(slow)).State);
    }

    private async Task<IPage> Telephone(VirtualFriend friend, TestOneStop? of = null)
    {
        var page = await browser.Open((of ?? oneStop).Address, 1000, 900);
        await page.GotoAsync($"/simulator#{friend.UserId}");
        await Sees(page, "はじめに");
        return page;
    }

    /// <summary>Presses the newest button with this label, and waits for the answer: another card with the same button may stand above it.</summary>
    private static async Task Tap(IPage page, string label)
    {
        var said = page.PhoneTalk().GetByRole(AriaRole.Article, new() { NameRegex = new("^公式アカウント") });
        var before = await said.CountAsync();
        await page.PhoneTalk()
            .GetByRole(AriaRole.Button, new() { NameRegex = new($"^{System.Text.RegularExpressions.Regex.Escape(label)}( [○△])?$") }).Last.ClickAsync();
        await said.Nth(before).WaitForAsync();
    }

    private static async Task Type(IPage page, string text)
    {
        await page.GetByLabel("メッセージ", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "送信", Exact = true }).ClickAsync();
    }

    private static Task Sees(IPage page, string words) => Expect(page.PhoneTalk().GetByText(words).Last).ToBeVisibleAsync();
}
