using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>今日: from the next talk to its record, and a 申し送り from one colleague to the next.</summary>
[Collection(BrowserGroups.Second)]
public sealed class TodayWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task From_the_next_talk_to_its_record_and_a_note_to_the_colleague_who_comes()
    {
        var counselor = await oneStop.OnShift("today-one", times: "9:00-25:00");
        await oneStop.OnShift("today-two");
        await oneStop.ABooking(counselor, await oneStop.AClient(counselor, "つぎの人"), 10);
        oneStop.PassTo(9.75);
        var page = await browser.Open(oneStop.Address, 1440, 900);
        await page.SignIn("today-one");
        var next = page.GetByRole(AriaRole.Region, new() { Name = "次の相談" });
        await Expect(next.GetByRole(AriaRole.Article)).ToContainTextAsync("あと15分");
        await Expect(next).ToContainTextAsync("空き 9:45〜10:00、11:15〜25:00");
        await page.AssertAccessible("today of a counselor");

        var notes = page.GetByRole(AriaRole.Region, new() { Name = "申し送り" });
        await notes.GetByText("申し送りを書く", new() { Exact = true }).ClickAsync();
        await notes.GetByLabel("申し送り（必須）").FillAsync("娘さんが電話に出るかもしれません");
        await notes.Choose("だれのこと", "10:00 つぎの人（R-0001）");
        await notes.GetByRole(AriaRole.Button, new() { Name = "申し送る" }).ClickAsync();
        await Expect(page.Toasts("申し送りを書きました")).ToBeVisibleAsync();

        var other = await browser.Open(oneStop.Address, 390, 844);
        await other.SignIn("today-two");
        await Expect(other.GetByText("今日の相談はありません。")).ToBeVisibleAsync();
        await other.GetByRole(AriaRole.Button, new() { NameRegex = new("^読みました") }).ClickAsync();
        await Expect(other.GetByText("読んでいない申し送りはありません。")).ToBeVisibleAsync();
        await notes.GetByText("自分が書いた申し送り").ClickAsync();
        await Expect(notes.GetByText("読んだ人: today-two さん").First).ToBeVisibleAsync(); // without a reload
        await other.Undo("申し送りを「読みました」にしました");
        await Expect(other.GetByText("娘さんが電話に出るかもしれません").First).ToBeVisibleAsync();
        await other.AssertFits("today on a telephone");

        await next.GetByRole(AriaRole.Link, new() { Name = "相談の前に読む" }).ClickAsync();
        var brief = page.GetByRole(AriaRole.Region, new() { Name = "相談の前に" });
        await Expect(brief).ToContainTextAsync("娘さんが電話に出るかもしれません");
        await Expect(brief).ToContainTextAsync("これまでの予約はありません");
        await page.AssertAccessible("a booking with its brief");

        oneStop.PassTo(11);
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "今日" }).ClickAsync();
        var missing = page.GetByRole(AriaRole.Region, new() { Name = "書きのこし" });
        await missing.GetByRole(AriaRole.Button, new() { NameRegex = new("^来談") }).ClickAsync();
        await Expect(missing).ToContainTextAsync("記録がまだ");
        await page.Undo("つぎの人（R-0001） の予約を「来談」にしました");
        await Expect(missing).ToContainTextAsync("来談・無断がまだ");
        await page.Keyboard.PressAsync("j"); // the free line has no row: the first row is the talk that is over
        await page.Keyboard.PressAsync("a");
        await Expect(missing).ToContainTextAsync("記録がまだ");
        await missing.GetByRole(AriaRole.Link, new() { NameRegex = new("^記録を書く") }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "相談記録" });
        await Expect(form.GetByLabel("始まり（必須）")).ToHaveValueAsync("10:00");
        await form.GetByLabel("就職・転職の希望").CheckAsync();
        await form.GetByLabel("主訴").FillAsync("昼の仕事を探したい");
        await form.GetByLabel("行ったこと").FillAsync("求人を見た");
        await form.GetByLabel("確定する").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "確定する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "この記録" })).ToContainTextAsync("確定");
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "今日" }).ClickAsync();
        await Expect(missing).ToContainTextAsync("書きのこしはありません。");
    }

    [Fact]
    public async Task A_manager_sees_the_team_and_whose_record_is_missing_and_turns_to_their_own_day()
    {
        var counselor = await oneStop.OnShift("team-one");
        await oneStop.AMember("team-chief", Duty.Manager);
        var client = await oneStop.AClient(counselor, "きのうの人");
        await oneStop.ABooking(counselor, client, 10);
        await oneStop.ABooking(counselor, client, 13);
        oneStop.PassTo(12.5);
        var page = await browser.Open(oneStop.Address, 1440, 900);
        await page.SignIn("team-chief");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "これからの相談" })).ToContainTextAsync("あと30分");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "勤務している人" })).ToContainTextAsync("勤務中・25:00まで");
        var missing = page.GetByRole(AriaRole.Region, new() { Name = "書きのこし" });
        await missing.GetByText("team-one さん").First.ClickAsync();
        await Expect(missing.GetByRole(AriaRole.Link, new() { NameRegex = new("^記録を書く") })).ToBeVisibleAsync();
        await page.AssertAccessible("today of the team");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "だれの今日か" }).GetByRole(AriaRole.Link, new() { Name = "自分" }).ClickAsync();
        await Expect(page.GetByText("今日は勤務がありません")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("view=mine$"));
    }
}
