using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A key that leads to a box leads there however slow the server is: what is typed next is words, and never a command.</summary>
[Collection(BrowserGroups.Second)]
public sealed class SlowCircuitTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task N_and_R_lead_into_their_boxes_each_time_without_the_server()
    {
        await oneStop.AsksSomething("メモと返信の人");
        var (page, circuit) = await Inbox("turns");
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        circuit.Hold(); // it hears nothing of all this
        foreach (var time in Enumerable.Range(1, 9))
        {
            await page.Keyboard.PressAsync("n");
            await page.Keyboard.TypeAsync("eu ");
            await Expect(page.Note()).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("r");
            await page.Keyboard.TypeAsync("un ");
            await Expect(page.Reply()).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Note()).ToHaveValueAsync(string.Concat(Enumerable.Repeat("eu ", time)));
            await Expect(page.Reply()).ToHaveValueAsync(string.Concat(Enumerable.Repeat("un ", time)));
        }
        circuit.LetGo();
        await Expect(page.ReplySaved()).ToHaveTextAsync("下書きを保存しました");
        await Expect(page.TalkTitle()).ToBeVisibleAsync(); // U closed nothing
    }

    [Fact]
    public async Task Tabs_lead_into_their_boxes_by_mouse_and_by_arrow_keys()
    {
        await oneStop.AsksSomething("見出しの人");
        var (page, circuit) = await Inbox("tabs");
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        circuit.Hold();
        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        await Expect(page.Note()).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ", Selected = true })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Reply()).ToBeFocusedAsync();
        circuit.LetGo();
    }

    [Fact]
    public async Task What_is_pressed_while_a_talk_is_on_its_way_is_meant_for_it()
    {
        await oneStop.AsksSomething("先に開く人");
        await oneStop.AsksSomething("次に開く人");
        var (page, circuit) = await Inbox("ahead");
        var next = (await page.InboxLinks().Nth(1).GetByTitle(new Regex("A-[0-9]{4}")).GetAttributeAsync("title"))!;
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        circuit.Hold();
        await page.Keyboard.PressAsync("j"); // the first is still shown
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("ue z?");
        await Expect(page.Note()).ToHaveValueAsync("");
        circuit.LetGo();
        await Expect(page.TalkTitle()).ToHaveTextAsync(next);
        await Expect(page.Note()).ToHaveValueAsync("ue z?");
        await page.Heard();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_opens_a_talk_with_the_mouse_writes_into_its_answer_at_once()
    {
        await oneStop.AsksSomething("押して開く人");
        var (page, circuit) = await Inbox("mouse");
        circuit.Hold();
        await page.InboxLinks().First.ClickAsync();
        await page.Keyboard.TypeAsync("kue");
        circuit.LetGo();
        await Expect(page.Reply()).ToHaveValueAsync("kue");
        await Expect(page.Reply()).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("「要注意」をつける", "同僚に知らせたいこと")]
    [InlineData("メモを書く: ", "メモ")]
    [InlineData("呼び名を書く: ", "呼び名")]
    public async Task A_button_that_opens_a_box_leads_into_it(string button, string box)
    {
        await oneStop.AsksSomething("箱の人");
        var (page, circuit) = await Inbox("boxes");
        await page.Keyboard.PressAsync("j");
        await page.Composer();
        await page.ClientPane().GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).FocusAsync();
        circuit.Hold();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("ue");
        circuit.LetGo();
        await Expect(page.ClientPane().GetByRole(AriaRole.Textbox, new() { Name = box })).ToHaveValueAsync("ue");
        await Expect(page.ClientPane().GetByRole(AriaRole.Textbox, new() { Name = box })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Whoever_turns_to_something_else_drops_what_waited()
    {
        await oneStop.AsksSomething("やめる人");
        var (page, circuit) = await Inbox("drops");
        circuit.Hold();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("Escape");
        circuit.LetGo();
        await page.Composer();
        await page.Heard();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("?"); // and the keys are back
        await Expect(page.ShortcutSheet()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_has_begun_to_press_before_a_page_came_keeps_the_focus()
    {
        await oneStop.AsksSomething("題より先に押す人");
        var (page, circuit) = await Inbox("begun");
        circuit.Hold();
        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "予約", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "メニューをたたむ" }).ClickAsync();
        circuit.LetGo();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "予約", Exact = true })).ToBeVisibleAsync();
        await page.Heard();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "メニューを広げる" })).ToBeFocusedAsync();

        await page.Menu().GetByRole(AriaRole.Link, new() { Name = "利用者", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "利用者", Exact = true })).ToBeFocusedAsync(); // who waits for the page is led into it
    }

    /// <summary>The list's library sets the value one answer of the page after the choice. It was saved without it, or "nothing has changed".</summary>
    [Fact]
    public async Task What_is_chosen_just_before_saving_is_saved()
    {
        var member = await oneStop.AMember("choosing", Duty.Manager);
        var client = await oneStop.At<RegistrationDesk, Guid>(member, d => d.Register(new() { FullName = "選択 すぐ" }));
        var page = await browser.Open(oneStop.Address);
        var circuit = await SlowCircuit.Under(page);
        await page.SignIn("choosing", $"/clients/{client}/erasure");
        await page.Content().Choose("依頼の受け方", "電話");
        await page.Content().GetByRole(AriaRole.Combobox, new() { Name = "本人かどうかを確かめた方法" }).ClickAsync();
        var option = page.GetByRole(AriaRole.Option, new() { Name = "登録の電話番号にかけ直した", Exact = true });
        await Expect(option).ToBeVisibleAsync();
        circuit.Hold();
        await option.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受け付ける" }).DispatchEventAsync("click");
        circuit.LetGo();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "依頼 第1号" })).ToBeVisibleAsync();
    }

    /// <summary>The words were on their way when a colleague's came: they were saved over the colleague's, and nobody was asked.</summary>
    [Fact]
    public async Task What_was_typed_before_a_colleagues_words_were_seen_is_not_written_over_them()
    {
        var talk = await oneStop.AsksSomething("二人で書く人");
        var colleague = await oneStop.AMember("slow-colleague", Duty.Counselor);
        var (page, circuit) = await Inbox("at-once");
        await page.GotoAsync($"/inbox/{talk}");
        var button = page.ClientPane().GetByRole(AriaRole.Button, new() { Name = "「要注意」をつける" });
        await button.ClickAsync();
        var form = page.ClientPane().GetByRole(AriaRole.Form, new() { Name = "「要注意」をつける" });
        var box = form.GetByLabel("同僚に知らせたいこと");
        await Expect(box).ToBeFocusedAsync();
        await page.Heard();
        circuit.Hold();
        await box.FillAsync("電話は夕方に");
        await oneStop.At<CardDesk>(colleague, d => d.SetCaution(talk, new(MarkWish.None, new("朝は出られない"))));
        await Expect(page.ClientPane().GetByRole(AriaRole.Button, new() { Name = "「要注意」を外す" })).ToBeVisibleAsync();
        circuit.LetGo();
        await Expect(form.GetByText("ほかの人がこの内容を変えました")).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync("電話は夕方に");
    }

    private async Task<(IPage Page, SlowCircuit Circuit)> Inbox(string name)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        var circuit = await SlowCircuit.Under(page);
        await page.SignIn(name, "/inbox?list=all");
        await Expect(page.InboxRows().First).ToBeVisibleAsync();
        await page.ShortcutsReady();
        return (page, circuit);
    }
}
