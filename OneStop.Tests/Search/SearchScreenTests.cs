using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.EndToEnd;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.Search;

/// <summary>The search as counselors use it: by keyboard, by touch, with a screen reader.</summary>
[Collection(BrowserGroups.Third)]
public sealed class SearchScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_hit_is_opened_by_keyboard_alone_and_the_search_stays_until_Escape()
    {
        var friend = await ATalk("学童保育の申し込み", "べつの話");
        var page = await Inbox("keys");
        var box = Box(page);
        await box.FocusAsync();
        await page.Keyboard.InsertTextAsync("ガクドウ"); // kana where everybody writes kanji
        await Expect(page.GetByText("見つかりません")).ToBeVisibleAsync();
        await box.FillAsync("学童");
        await Expect(Hits(page)).ToHaveCountAsync(1);
        await Expect(Hits(page).GetByText("学童", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Hits(page)).ToContainTextAsync("学童保育の申し込み");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "メッセージ 1件" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        var order = await oneStop.Read(db => db.Messages.Where(m => m.Text == "学童保育の申し込み").Select(m => m.Order).SingleAsync());
        await page.WaitForURLAsync($"**/inbox/{await oneStop.ConversationOf(friend)}?list=waiting&at={order}");
        await Expect(Hits(page).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(box).ToHaveValueAsync("学童"); // the search stays
        Assert.DoesNotContain("学童", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
        Assert.DoesNotContain("学童", await page.TitleAsync(), StringComparison.Ordinal);

        await page.Composer(); // which takes the focus once when its conversation is open
        await box.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("");
        await Expect(Lists(page)).ToBeVisibleAsync();
        await Expect(Results(page)).ToHaveCountAsync(0);
        Assert.DoesNotContain(oneStop.Logged, line => line.Contains("学童", StringComparison.Ordinal));
        Assert.True(await oneStop.Read(db =>
            db.AuditValues.AnyAsync(v => v.After == "学童" && db.AuditEntries.Any(e => e.Id == v.EntryId && e.Act == AuditAct.Searched))));
    }

    [Fact]
    public async Task What_the_client_takes_back_goes_from_the_hits_on_the_screen()
    {
        var friend = oneStop.Line.Invent("ひなた");
        oneStop.Line.Follow(friend.UserId);
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "養育費の秘密" });
        await Indexed();
        var page = await Inbox("unsent");
        await Box(page).FillAsync("養育費");
        await Expect(Hits(page)).ToHaveCountAsync(1);
        oneStop.Line.Unsend(friend.UserId, id);
        await Expect(Hits(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task More_is_loaded_on_demand()
    {
        await ATalk([.. Enumerable.Range(1, 55).Select(i => $"整理券の{i}番")]);
        var page = await Inbox("more");
        await Box(page).FillAsync("整理券");
        await Expect(page.GetByText("メッセージ 50件以上")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "もっと見る" }).ClickAsync();
        await Expect(page.GetByText("メッセージ 55件")).ToBeVisibleAsync();
        await Expect(Hits(page)).ToHaveCountAsync(55);
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Every_state_is_accessible_and_fits(int width, bool dark)
    {
        await ATalk("就学援助の書類" + new string('あ', 200), "就学援助");
        var page = await Inbox("axe", width, dark);
        await Box(page).FillAsync("就学");
        await Expect(Hits(page).First).ToBeVisibleAsync();
        await Results(page).GetByText("しぼり込み", new() { Exact = true }).ClickAsync();
        await Check("hits and filters");
        await page.GetByLabel("送信者").SelectOptionAsync("Staff");
        await Expect(page.GetByText("しぼり込みの条件に合うものがありません")).ToBeVisibleAsync();
        await Expect(Results(page).GetByText("こちら", new() { Exact = true }).First).ToBeVisibleAsync();
        await Check("nothing within the filters");
        await page.GetByRole(AriaRole.Button, new() { Name = "条件を消してさがす" }).ClickAsync();
        await page.GetByLabel("いつから").FillAsync("2026-10-05");
        await page.GetByLabel("種類", new() { Exact = true }).SelectOptionAsync("Text");
        await Expect(Results(page).GetByText("2026年10月5日～・文章", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Hits(page).First).ToBeVisibleAsync();
        await Box(page).FillAsync("1"); // the number of the first friend
        await Expect(page.GetByText("2文字から、メッセージもさがせます")).ToBeVisibleAsync();
        await Check("a person");
        await page.GetByRole(AriaRole.Button, new() { Name = "一覧に戻る" }).ClickAsync();
        await Expect(Lists(page)).ToBeVisibleAsync();

        async Task Check(string state)
        {
            await page.AssertAccessible($"{state} at {width}{(dark ? " dark" : "")}");
            await page.AssertFits(state);
        }
    }

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Searchbox);

    private static ILocator Lists(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "一覧の種類" });

    private static ILocator Results(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "検索の結果" });

    private static ILocator Hits(IPage page) =>
        Results(page).GetByRole(AriaRole.List, new() { Name = "見つかったメッセージ" }).GetByRole(AriaRole.Listitem);

    private async Task<IPage> Inbox(string member, int width = 1440, bool dark = false)
    {
        await oneStop.AMember(member, Duty.Counselor);
        var page = await browser.Open(oneStop.Address, width, 780, dark);
        await page.SignIn(member, "/inbox");
        await page.InboxRows().First.WaitForAsync();
        return page;
    }

    private async Task<VirtualFriend> ATalk(params string[] texts)
    {
        var friend = await oneStop.AFriend();
        foreach (var text in texts)
            oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await Indexed(texts[^1]);
        return friend;
    }

    private Task Indexed(string last = "養育費の秘密") =>
        TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.Text == last && !db.UnindexedMessages.Any())), "the index");
}
