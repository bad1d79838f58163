using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The forms around a booking by keys: what is missing is told beside its field, and who did not come is sent a kind word.</summary>
[Collection(BrowserGroups.First)]
public sealed class BookingFormWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();
    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task What_is_missing_is_told_beside_its_field_and_the_first_is_gone_to(int width, bool dark)
    {
        await oneStop.OnShift("filler");
        var page = await browser.Open(oneStop.Address, width, 800, dark);
        await page.SignIn("filler", "/bookings/new?day=2026-10-07");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" });
        await save.PressAsync("Enter");
        var search = page.GetByRole(AriaRole.Searchbox, new() { NameRegex = new("利用者をさがす") });
        await Expect(search).ToBeFocusedAsync();
        await Expect(search).ToHaveAccessibleDescriptionAsync("利用者を選んでください。はじめての人は、お名前（呼び名）を入力してください。");
        await page.GetByLabel("はじめての人の名前（呼び名）").FillAsync("すみれ");
        await save.PressAsync("Enter");
        var asked = page.GetByRole(AriaRole.Radiogroup, new() { NameRegex = new("^対象者の確認") });
        await Expect(asked.GetByRole(AriaRole.Radio, new() { Name = "はい" })).ToBeFocusedAsync();
        await Expect(asked).ToHaveAccessibleDescriptionAsync("対象者の確認で、答えを選んでください。");
        await Expect(page.GetByText("入力を確かめるところが 3 か所あります。")).ToBeVisibleAsync();
        await Expect(page.FieldFaults()).ToHaveCountAsync(3);
        await page.AssertAccessible("a form that is not filled in");
        await page.AssertFits("a form that is not filled in");
        await page.Keyboard.PressAsync("Space"); // はい
        await Expect(page.FieldFaults()).ToHaveCountAsync(2); // told no more once it is answered
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("読み上げて、同意をもらいました") }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") }).CheckAsync();
        await Expect(page.FieldFaults()).ToHaveCountAsync(0);
        await save.PressAsync("Enter");
        await Expect(page.BookingRows("すみれ")).ToContainTextAsync("17:00〜18:00");
    }

    [Fact]
    public async Task Who_has_blocked_the_account_is_called_instead_and_no_screen_says_that_they_know()
    {
        var friend = await oneStop.Booked("10月7日(水)", "15:00");
        await oneStop.OnShift("caller");
        var page = await browser.Open(oneStop.Address, 360, 800);
        await page.SignIn("caller", "/bookings?day=2026-10-07");
        var row = page.BookingRows();
        var tells = page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^本人にLINEで知らせる") });
        var note = page.GetByText("LINEでは届きません（ブロックされています）。電話で知らせてください。");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^取消") }).ClickAsync();
        await Expect(tells).ToBeCheckedAsync();
        oneStop.Line.Block(friend.UserId); // while the form is open
        await TestOneStop.Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null)), "the block");
        await page.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).ClickAsync();
        await Expect(page.Toasts()).ToContainTextAsync("取り消しました（LINEでは届きません。電話で知らせてください）");
        await page.Undo("取り消しました（LINEでは届きません");
        await Expect(row).ToContainTextAsync("確定");

        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^取消") }).ClickAsync();
        await Expect(note).ToBeVisibleAsync();
        await Expect(tells).ToBeDisabledAsync();
        await Expect(tells).Not.ToBeCheckedAsync();
        await page.AssertAccessible("cancelling for somebody who is not reached");
        await page.AssertFits("cancelling for somebody who is not reached");
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^変更") }).ClickAsync();
        await Expect(note).ToBeVisibleAsync();
        await Expect(tells).Not.ToBeCheckedAsync();

        await page.GotoAsync($"/bookings/new?conversation={await oneStop.ConversationOf(friend)}&day=2026-10-08");
        await Expect(note).ToBeVisibleAsync();
        await Expect(tells).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^仮として提案する") })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).ClickAsync();
        await Expect(page.Toasts("17:00 に入れました")).Not.ToContainTextAsync("知らせました");
        Assert.Contains("予約ができました", oneStop.Says(friend), StringComparison.Ordinal); // nothing came after that
    }

    [Fact]
    public async Task Who_loses_the_time_to_another_can_choose_anew_in_the_same_form()
    {
        var member = await oneStop.OnShift("slower");
        await oneStop.AClient(member, "おそい人");
        var other = await oneStop.At<BookingDesk, EnteredBooking>(member, async desk => await desk.Book(await oneStop.AClient(member, "はやい人"), At(10), false));
        await oneStop.Read(db =>
        {
            db.Add(new BookingCell(member.Id, BookingCell.IndexOf(At(17).Start), 0, other.Id)); // no list knows of it, as of one that is just being saved
            return db.SaveChangesAsync();
        });
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("slower", "/bookings/new?day=2026-10-07");
        await ChooseClient(page, "おそい人");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") }).CheckAsync();
        var save = page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" });
        await save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("この時間は、たったいまほかの予約が入りました。");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^20:00") }).CheckAsync();
        await save.ClickAsync();
        await Expect(page.BookingRows("おそい人")).ToContainTextAsync("20:00〜21:00");
    }

    [Fact]
    public async Task What_was_filled_in_comes_back_with_its_person_and_a_double_press_books_once()
    {
        var member = await oneStop.OnShift("returner");
        var client = await oneStop.AClient(member, "もどる人");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("returner", "/bookings/new?day=2026-10-07");
        await ChooseClient(page, "もどる人");
        var time = page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") });
        await time.CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "やめる" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "編集を続ける" }).ClickAsync();
        await TestOneStop.Until(async () => (await oneStop.At<FormDraftDesk, KeptDraft?>(member, d => d.Open("booking:")))?.Words.Contains("17:00:00", StringComparison.Ordinal) == true,
            "the draft with its time");

        await page.GotoAsync("/bookings/new?day=2026-10-08");
        await Expect(page.GetByText("書きかけを戻しました")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "だれの予約ですか" })).ToContainTextAsync("もどる人");
        await Expect(time).ToBeCheckedAsync();
        await Expect(page.GetByText("ほかの人がこの内容を変えました")).ToHaveCountAsync(0); // the form only begins on another day
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).DblClickAsync();
        await Expect(page.BookingRows("もどる人")).ToContainTextAsync("17:00〜18:00");
        await page.Heard(); // both presses
        Assert.Equal((1, 0), (await oneStop.Read(db => db.Bookings.CountAsync(b => b.ClientId == client)), await oneStop.Read(db => db.FormDrafts.CountAsync())));
    }

    [Fact]
    public async Task A_person_who_is_taken_meanwhile_is_chosen_no_more_and_that_is_said()
    {
        var (member, wished) = (await oneStop.OnShift("chooser"), await oneStop.OnShift("wished"));
        await oneStop.AClient(member, "えらぶ人");
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("chooser", "/bookings/new?day=2026-10-07");
        await ChooseClient(page, "えらぶ人");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^17:00") }).CheckAsync();
        var person = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^担当者") });
        await page.Content().Choose("担当者", "wished さん");
        await oneStop.At<BookingDesk>(member, async desk => await desk.Book(await oneStop.AClient(member, "さきの人"), At(17) with { StaffId = wished.Id }, false));
        await Expect(page.GetByText("wished さん は、この時間には空いていません。")).ToBeVisibleAsync();
        await Expect(person).ToHaveValueAsync(new Regex("^おまかせ"));
        await page.AssertAccessible("a person who is taken");
        await page.GetByRole(AriaRole.Button, new() { Name = "予約を入れる" }).ClickAsync();
        await Expect(page.BookingRows("えらぶ人")).ToContainTextAsync("chooser さん");
    }

    [Fact]
    public async Task Who_did_not_come_is_sent_a_kind_word_when_somebody_has_looked_at_it()
    {
        var friend = await oneStop.Booked("10月5日(月)", "15:00");
        await oneStop.OnShift("carer");
        oneStop.Pass(TimeSpan.FromHours(7));
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("carer", "/bookings?day=2026-10-05");
        var row = page.BookingRows();
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^無断") }).PressAsync("Enter");
        var care = row.GetByRole(AriaRole.Button, new() { NameRegex = new("^声をかける") });
        await care.PressAsync("Enter");
        var send = page.GetByRole(AriaRole.Button, new() { Name = "この内容で送る" });
        await Expect(send).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Figure, new() { Name = "本人に届くカード" })).ToContainTextAsync("またお待ちしています");
        await page.AssertAccessible("the kind word");
        await page.Keyboard.PressAsync("Escape");
        await Expect(send).ToHaveCountAsync(0);
        await care.PressAsync("Enter");
        await Expect(send).ToBeEnabledAsync(); // before it is read whether somebody has waited too long, a press does nothing
        await send.PressAsync("Enter");
        await Expect(row).ToContainTextAsync("声かけ済");
        await page.Toasts("声かけを送ります").GetByRole(AriaRole.Button, new() { Name = "元に戻す" }).PressAsync("Enter");
        await Expect(care).ToBeVisibleAsync();
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "またお待ちしています"));

        await page.GotoAsync($"/inbox/{await oneStop.ConversationOf(friend)}");
        var pane = page.ClientBookings();
        await pane.GetByText("ほかの予約（1件）").PressAsync("Enter"); // it is over, and folded away
        await pane.GetByRole(AriaRole.Button, new() { NameRegex = new("^声をかける") }).PressAsync("Enter");
        await Expect(send).ToBeEnabledAsync();
        await send.PressAsync("Enter");
        await Expect(page.Messages()).ToContainTextAsync("またお待ちしています");
        await Expect(send).ToHaveCountAsync(0);
        oneStop.PassTheHold();
        await oneStop.Hears(friend, "またお待ちしています");
    }

    /// <summary>The person's part of the form changes with the choice, and moves what lies below it: nobody presses anything there before.</summary>
    private static async Task ChooseClient(IPage page, string name)
    {
        var seek = page.GetByRole(AriaRole.Searchbox, new() { NameRegex = new("利用者をさがす") });
        await seek.FillAsync(name);
        await seek.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "だれの予約ですか" })).ToContainTextAsync(name);
        await Expect(seek).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "対象者の確認と同意" })).ToBeVisibleAsync();
    }

    private static BookingPlan At(double hour) =>
        new(BookingKind.Consultation, ContactMethod.Phone, new ServiceDay(new(2026, 10, 7)).At(TimeSpan.FromHours(hour)), null, Beyond: false, Tells: false);
}
