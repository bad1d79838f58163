using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Friends;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What hands do without a mouse, as each person sets it.</summary>
[Collection(BrowserGroups.Second)]
public sealed class KeyboardShortcutsTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Conversations_are_gone_through_answered_and_done_by_single_keys()
    {
        await Asking("まえの人");
        await Asking("あとの人");
        var page = await Inbox("keys");
        var rows = page.InboxLinks();
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(0)).ToHaveAttributeAsync("aria-current", "true");
        await page.Composer(); // open, and yet the keys still go on
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await page.Keyboard.PressAsync("k");
        await Expect(rows.Nth(0)).ToHaveAttributeAsync("aria-current", "true");
        var name = await AliasOf(rows.Nth(0));
        await Expect(page.TalkTitle()).ToHaveTextAsync(name);
        await page.Composer();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("jk? e"); // at once, sooner than the server answers
        await Expect(page.Reply()).ToHaveValueAsync("jk? e"); // typed, not pressed
        await Expect(page.TalkTitle()).ToHaveTextAsync(name);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Held(page, "jk? e")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape"); // out of the box
        await Expect(page.Reply()).Not.ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "完了", Exact = true })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("e");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "完了を取り消す" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_pressed_faster_than_talks_open_lose_nothing()
    {
        await Asking("速い人の一人目");
        await Asking("速い人の二人目");
        var page = await Inbox("faster");
        var rows = page.InboxLinks();
        var (first, second) = (await AliasOf(rows.Nth(0)), await AliasOf(rows.Nth(1)));
        await page.Keyboard.PressAsync("j");
        foreach (var _ in Enumerable.Range(0, 15)) // the script of a talk comes when the next one is open already
        {
            foreach (var key in (string[])["j", "k", "j"])
                await page.Keyboard.PressAsync(key);
            await Expect(page.TalkTitle()).ToHaveTextAsync(second);
            foreach (var key in (string[])["k", "j", "k"])
                await page.Keyboard.PressAsync(key);
            await Expect(page.TalkTitle()).ToHaveTextAsync(first);
        }
        await page.Composer();
    }

    [Fact]
    public async Task No_key_acts_while_an_IME_composes_or_with_another_key_held()
    {
        await Asking("変換中の人");
        var page = await Inbox("composing");
        await page.EvaluateAsync("""
            () => {
              for (const more of [{ isComposing: true }, { keyCode: 229 }, { altKey: true }, { metaKey: true }, { ctrlKey: true }])
                for (const key of ['j', '?']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, isComposing: true, bubbles: true }));
            }
            """);
        await page.Keyboard.PressAsync("?"); // the keys do listen, and those before would have come first
        await Expect(page.ShortcutSheet()).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        Assert.EndsWith("/inbox", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("j"); // nor while a dialog is open
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.ShortcutSheet()).ToBeHiddenAsync();
        Assert.EndsWith("/inbox", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_lists_what_works_here()
    {
        await Asking("一覧の人");
        var page = await Inbox("sheet");
        await page.Keyboard.PressAsync("?");
        var sheet = page.ShortcutSheet();
        await Expect(sheet.GetByText("次の会話を開く", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(sheet.GetByText("返信を書く")).ToBeHiddenAsync(); // nothing is open yet
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('[role=dialog]')");
        await page.EvaluateAsync("() => document.activeElement.blur()"); // as before it has taken the focus
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync(); // the server closes it
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        await page.GetByRole(AriaRole.Button, new() { Name = "キーボード操作の一覧" }).ClickAsync();
        await Expect(sheet.GetByText("返信を書く")).ToBeVisibleAsync();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "個人設定" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "個人設定" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_switches_the_keys_off_has_none_of_them_in_any_window()
    {
        await Asking("切る人");
        var page = await Inbox("without");
        var settings = await page.Context.NewPageAsync();
        await settings.GotoAsync("/settings/me");
        await settings.GetByLabel("ショートカットを使う").UncheckAsync();
        await Expect(settings.GetByText("保存しました。")).ToBeVisibleAsync();
        await page.ShortcutsAre(false); // the other window knows
        foreach (var key in (string[])["?", "Control+k", "j"])
            await page.Keyboard.PressAsync(key);
        await settings.GetByLabel("ショートカットを使う").CheckAsync();
        await page.Heard(); // and whatever came before it
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.EndsWith("/inbox", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("j");
        await page.Composer();
    }

    [Theory]
    [InlineData("jushin")]
    [InlineData("zyusin")]
    [InlineData("じゅしん")]
    [InlineData("受信")]
    public async Task The_palette_finds_a_place_by_name_reading_and_romaji(string typed)
    {
        await oneStop.AMember("palette", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("palette");
        await page.ShortcutsReady();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.InsertTextAsync(typed);
        await Expect(Options(page)).ToHaveCountAsync(1);
        await Expect(Options(page)).ToContainTextAsync("受信箱");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "受信箱" })).ToBeAttachedAsync();
        await Expect(page.Palette()).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_palette_does_what_can_be_done_on_the_page_and_gives_the_focus_back()
    {
        await Asking("返信不要の人");
        var page = await Inbox("acting");
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        await page.Keyboard.PressAsync("r"); // into the box at once, without the server
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("画面や操作の名前") })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Reply()).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("hensinhuyou");
        await Expect(Options(page)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("返信不要にしました（")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("gamen"); // dark or light: the first of those whose reading holds it
        await Expect(Options(page)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.DarkShell()).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("roguauto");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ログイン" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_palette_opens_a_conversation_by_its_number_and_the_trail_says_who_looked_for_it()
    {
        var alias = await Asking("番号の人");
        var page = await Inbox("number");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("99999");
        await Expect(Options(page)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("A-99999 の会話はありません")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(alias[^4..]);
        await Expect(Options(page, new() { Name = $"{alias} の会話を開く" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.TalkTitle()).ToHaveTextAsync(alias);
        Assert.DoesNotContain(alias[^4..], new Uri(page.Url).Query, StringComparison.Ordinal);

        var who = (await oneStop.AMember("number", Duty.Counselor)).Id;
        var words = await oneStop.Read(db =>
            db.AuditValues.Where(v => db.AuditEntries.Any(e => e.Id == v.EntryId && e.Act == AuditAct.Searched && e.ActorId == who))
            .Select(v => v.After).ToListAsync());
        Assert.Equal([alias, Friend.AliasOf(99999)], words.Order());
    }

    [Fact]
    public async Task Enter_sends_for_whom_has_set_it_so()
    {
        var alias = await Asking("Enterの人");
        var page = await Inbox("enter");
        await page.GotoAsync("/settings/me");
        await page.GetByLabel("Enter で送信").Last.CheckAsync();
        await Expect(page.GetByText("保存しました。")).ToBeVisibleAsync();
        await page.GotoAsync("/inbox?list=all");
        await page.GetByRole(AriaRole.Region, new() { Name = "会話の一覧" }).GetByRole(AriaRole.Link).Filter(new() { HasText = alias }).ClickAsync();
        // in another talk an answer of another test may be in its hold
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = alias })).ToBeVisibleAsync();
        var reply = await page.Composer();
        await Expect(reply).ToHaveAttributeAsync("placeholder", "返信を書く（Enter で送信）");
        await reply.FillAsync("一行目");
        await reply.EvaluateAsync(
            "box => { for (const more of [{ isComposing: true }, { keyCode: 229 }]) box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more })); }");
        await reply.PressAsync("Shift+Enter");
        await reply.PressSequentiallyAsync("二行目");
        await Expect(reply).ToHaveValueAsync("一行目\n二行目");
        await reply.PressAsync("Enter");
        await Expect(page.GetByText("まもなく送信します")).ToHaveCountAsync(1); // one answer, not one for each line
        await Expect(Held(page, "二行目")).ToBeVisibleAsync();
        await Expect(reply).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Sheet_and_palette_are_accessible_and_fit(int width, bool dark)
    {
        await Asking("検査の人");
        var page = await Inbox("checked", width, dark);
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        await page.Keyboard.PressAsync("?");
        await Expect(page.ShortcutSheet()).ToBeVisibleAsync();
        await page.AssertAccessible($"the sheet at {width}{(dark ? " dark" : "")}");
        await page.AssertFits("the sheet");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.ShortcutSheet()).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Options(page).First).ToBeVisibleAsync();
        await page.AssertAccessible($"the palette at {width}{(dark ? " dark" : "")}");
        await page.Keyboard.TypeAsync("qqq");
        await Expect(page.GetByText("見つかりません。ほかの言い方")).ToBeVisibleAsync();
        await page.AssertAccessible($"the empty palette at {width}{(dark ? " dark" : "")}");
        await page.AssertFits("the palette");
    }

    private async Task<string> Asking(string text)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        var id = LineUserId.Parse(friend.UserId);
        return Friend.AliasOf(await oneStop.Read(db => db.Friends.Where(f => f.LineUserId == id).Select(f => f.Number).SingleAsync()));
    }

    private async Task<IPage> Inbox(string name, int width = 1440, bool dark = false)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address, width, dark: dark);
        await page.SignIn(name, "/inbox");
        await Expect(page.InboxRows().First).ToBeVisibleAsync();
        await page.ShortcutsReady();
        return page;
    }

    /// <summary>The mark at an answer in its hold; the hold of each test's answers lasts as long as the clock stands.</summary>
    private static ILocator Held(IPage page, string words) => page.Messages().GetByRole(AriaRole.Article).Filter(new() { HasText = words }).GetByText("まもなく送信します");

    private static ILocator Options(IPage page, LocatorGetByRoleOptions? which = null) => page.Palette().GetByRole(AriaRole.Option, which);

    private static async Task<string> AliasOf(ILocator row) => (await row.GetByTitle(new Regex("A-[0-9]{4}")).GetAttributeAsync("title"))!;
}
