using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What a counselor does all day, each by one key.</summary>
[Collection(BrowserGroups.Second)]
public sealed class InboxKeysTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_tag_is_put_on_by_one_key_and_by_its_name_in_the_palette()
    {
        await ATag("面接前");
        await ATag("書類待ち");
        var page = await Talk("tagger", await oneStop.AsksSomething("タグの人"));
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "タグをつける" })).ToContainTextAsync("書類待ち"); // the palette reads them once
        await page.Keyboard.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "タグをつける" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape"); // the list that opened
        await page.Keyboard.PressAsync("Escape"); // out of it
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.InsertTextAsync("書類待ち");
        await Expect(page.Palette().GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.ClientPane().GetByRole(AriaRole.Button, new() { Name = "タグ「書類待ち」を外す" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_last_words_are_quoted_or_need_no_answer_by_one_key()
    {
        var page = await Talk("quoter", await oneStop.AsksSomething("引用される言葉"));
        await page.Keyboard.PressAsync("q");
        await page.Keyboard.TypeAsync("ed");
        await Expect(page.Reply()).ToHaveValueAsync("ed");
        await Expect(page.Quoting()).ToContainTextAsync("引用される言葉");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("d");
        await Expect(page.GetByText("返信不要にしました（")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_is_sent_and_the_next_talk_opened_by_one_key()
    {
        await oneStop.AsksSomething("先に待つ人");
        var page = await Talk("onward", await oneStop.AsksSomething("次に待つ人"));
        await page.InboxLinks().First.ClickAsync();
        await Expect(page.InboxLinks().First).ToHaveAttributeAsync("aria-current", "true");
        await page.Composer();
        var next = await page.InboxLinks().Nth(1).GetAttributeAsync("href");
        await page.Reply().FillAsync("お答えします");
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await Expect(page.GetByText("さんへの返信を送ります")).ToBeVisibleAsync(); // and can be taken back from there
        await Expect(page.Current(page.InboxRows())).ToHaveAttributeAsync("href", next!);
        await Expect(page.Reply()).ToBeFocusedAsync();
        await Expect(page.Reply()).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_next_talk_is_the_one_below_also_where_the_answered_one_is_gone_by_then()
    {
        foreach (var who in (string[])["上の人", "まん中の人"])
            await oneStop.AsksSomething(who);
        var (page, circuit) = await Slow("below", await oneStop.AsksSomething("下の人"));
        var rows = page.InboxLinks();
        await Expect(rows.Nth(2)).ToBeVisibleAsync();
        var all = await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.pathname)");
        var middle = Guid.Parse(all[1][^36..]);
        await rows.Nth(1).ClickAsync();
        await Expect(rows.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await page.Composer();
        await page.Reply().FillAsync("お答えします");
        circuit.Hold();
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await oneStop.At<ConversationDesk>(await oneStop.AMember("colleague", Duty.Counselor), desk => desk.NeedNoAnswer(middle));
        await Expect(page.RowOf(middle)).ToHaveCountAsync(0);
        circuit.LetGo();
        await Expect(page.Current(page.InboxRows())).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(all[2]));
        await Expect(page.Reply()).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_key_that_leads_to_no_box_holds_up_no_other()
    {
        var friend = await oneStop.AFriend();
        var talk = await oneStop.ConversationOf(friend);
        await oneStop.SaysAll(friend, ["ブロックする前の言葉"]);
        oneStop.Line.Block(friend.UserId);
        await TestOneStop.Until(() => oneStop.Read(db => db.Conversations.AnyAsync(c => c.Id == talk && c.Friend.BlockedAt != null)), "the block");
        await oneStop.AMember("blocked", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("blocked", $"/inbox/{talk}?list=all");
        await Expect(page.GetByText("にブロックされました")).ToBeVisibleAsync();
        await page.ShortcutsReady();
        await page.NoteReady();
        foreach (var key in (string[])["r", "q"])
        {
            await page.Messages().FocusAsync();
            await page.Keyboard.PressAsync(key);
            await page.Keyboard.PressAsync("?");
            await Expect(page.ShortcutSheet()).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.ShortcutSheet()).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task T_unfolds_the_pane_that_the_tags_stand_in()
    {
        await ATag("たたまれたタグ");
        var talk = await oneStop.AsksSomething("せまい窓の人");
        await oneStop.AMember("folded", Duty.Counselor);
        var page = await browser.Open(oneStop.Address, 1024, 768);
        await page.SignIn("folded", $"/inbox/{talk}?list=all");
        await page.Composer();
        await page.ShortcutsReady();
        await page.Messages().FocusAsync();
        await Expect(page.ClientPane()).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "タグをつける" })).ToBeFocusedAsync();
        await page.ClientPane().GetByRole(AriaRole.Button, new() { Name = "人の情報を閉じる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "人の情報", Exact = true })).ToBeFocusedAsync(); // back where it came from
    }

    private async Task<(IPage Page, SlowCircuit Circuit)> Slow(string name, Guid conversation)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        var circuit = await SlowCircuit.Under(page);
        await Opened(page, name, conversation);
        return (page, circuit);
    }

    private async Task ATag(string name) => await oneStop.At<TagDesk>(await oneStop.AMember("tag-keeper", Duty.Manager), d => d.Add(name));

    private async Task<IPage> Talk(string name, Guid conversation)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await Opened(page, name, conversation);
        return page;
    }

    private static async Task Opened(IPage page, string name, Guid conversation)
    {
        await page.SignIn(name, $"/inbox/{conversation}?list=waiting");
        await page.Composer();
        await page.ShortcutsReady();
        await page.Messages().FocusAsync();
    }
}
