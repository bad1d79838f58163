using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Templates under a counselor's hands: chosen while a text is written.</summary>
[Collection(BrowserGroups.First)]
public sealed class TemplateTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("お返事します。", "/kak")] // romaji of the reading
    [InlineData("", "/かく")]
    [InlineData("一行め\n", "／確か")] // a full-width slash, the title
    [InlineData("と", "/棚")] // the folder
    public async Task A_slash_at_any_place_puts_a_template_there(string before, string typed)
    {
        await Share("確かめてからの返事", "かくにん", "確かめてからお返事します。", folder: "返事の棚");
        var (page, text) = await Write();
        await text.FillAsync(before + "よろしくお願いします。");
        await CaretTo(text, before.Length);
        await page.Keyboard.InsertTextAsync(typed[..1]);
        await page.Keyboard.InsertTextAsync(typed[1..]);
        await Expect(Chosen(page)).ToContainTextAsync("確かめてからの返事");
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync(before + "確かめてからお返事します。よろしくお願いします。");
        await Expect(text).ToBeFocusedAsync();
        await Expect(page.GetByText("下書きを保存しました")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Z"); // as if it had been typed
        await Expect(text).ToHaveValueAsync(before + typed + "よろしくお願いします。");
    }

    [Fact]
    public async Task Two_templates_go_into_one_message_and_a_blank_is_asked_once()
    {
        await Share("日時のお知らせ", "にちじ", "{{?日時}}に{{?場所}}で。{{?日時}}です。");
        await Share("むすびの言葉", "むすび", "お待ちしています。{{担当者}}");
        var (page, text) = await Write("two");
        await page.Keyboard.TypeAsync("/nichi");
        await Expect(Chosen(page)).ToContainTextAsync("日時のお知らせ");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByLabel("日時", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("金曜10時");
        await page.GetByLabel("日時", new() { Exact = true })
            .EvaluateAsync("box => { for (const how of [{ isComposing: true }, { keyCode: 229 }]) box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...how })); }");
        await Expect(page.GetByLabel("日時", new() { Exact = true })).ToBeFocusedAsync(); // an Enter that confirms a conversion goes nowhere
        await page.Keyboard.PressAsync("Enter"); // on to the next; only the last one puts the words in
        await Expect(page.GetByLabel("場所", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("天神");
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("金曜10時に天神で。金曜10時です。");
        await page.Keyboard.TypeAsync("/musubi");
        await Expect(Chosen(page)).ToContainTextAsync("むすびの言葉");
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("金曜10時に天神で。金曜10時です。お待ちしています。two");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_left_unfilled_blocks_sending_and_says_what_it_is()
    {
        await Share("持ち物の案内", "もちもの", "持ち物は{{?持ち物}}です。");
        var (page, text) = await Write();
        await page.Keyboard.TypeAsync("/motimono"); // the other romanisation
        await Expect(Chosen(page)).ToContainTextAsync("持ち物の案内");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "本文に入れる" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("持ち物は{{?持ち物}}です。");
        var send = page.GetByRole(AriaRole.Button, new() { NameRegex = new("さんへ送信") });
        await Expect(send).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(text).ToHaveValueAsync("持ち物は{{?持ち物}}です。"); // it would be gone

        await CaretTo(text, 0);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("「持ち物」がまだ埋まっていません") }).ClickAsync();
        await page.Keyboard.InsertTextAsync("履歴書");
        await Expect(text).ToHaveValueAsync("持ち物は履歴書です。");
        await Expect(page.GetByText("がまだ埋まっていません")).ToBeHiddenAsync();
        await Expect(send).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Keys_that_confirm_a_Japanese_conversion_choose_nothing()
    {
        await Share("変換のための文", "へんかん", "変換の本文");
        await Share("変換のもうひとつ", "へんかんもうひとつ", "もうひとつの本文");
        var (page, text) = await Write();
        var ime = await page.Context.NewCDPSessionAsync(page);
        await page.Keyboard.TypeAsync("/");
        await Compose("へんｋ");
        await Compose("へんか");
        await Expect(page.TemplateList().GetByRole(AriaRole.Option)).ToHaveCountAsync(2); // it finds while they compose
        var chosen = await Chosen(page).InnerTextAsync();
        foreach (var key in (string[])["ArrowDown", "Enter", "Tab"]) // as an input method passes them on, and as some browsers still report them
            await text.EvaluateAsync(
                "(t, key) => { for (const how of [{ isComposing: true }, { keyCode: 229 }]) t.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how })); }", key);
        await Expect(page.TemplateList()).ToBeVisibleAsync();
        await Expect(Chosen(page)).ToHaveTextAsync(chosen, new() { UseInnerText = true });

        await ime.SendAsync("Input.insertText", new() { ["text"] = "へんかん" });
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("本文$"));

        Task Compose(string kana) =>
            ime.SendAsync("Input.imeSetComposition", new() { ["text"] = kana, ["selectionStart"] = kana.Length, ["selectionEnd"] = kana.Length });
    }

    [Theory]
    [InlineData("https://example.jp/a/")]
    [InlineData("www.例え.jp/")]
    [InlineData("10/5")]
    [InlineData("and/or")]
    public async Task A_slash_in_an_address_or_a_date_is_only_a_slash(string typed)
    {
        await Share("開かないはずの文", "ひらかない", "本文");
        var (page, text) = await Write();
        await text.PressSequentiallyAsync(typed);
        await Expect(page.TemplateList()).ToBeHiddenAsync();
        await text.PressSequentiallyAsync(" /");
        await Expect(page.TemplateList()).ToBeVisibleAsync(); // it was listening
    }

    [Fact]
    public async Task Escape_leaves_the_slash_and_the_composer_has_its_keys_back()
    {
        await Share("閉じる文", "とじる", "本文");
        var (page, text) = await Write();
        await page.Keyboard.TypeAsync("はい/");
        await Expect(page.TemplateList().GetByRole(AriaRole.Option).First).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Control+Enter"); // does not send while the list is open
        await Expect(text).ToHaveValueAsync("はい/");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("いいえ");
        await Expect(page.TemplateList()).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("はい/いいえ\n");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task By_the_button_and_the_keyboard_alone()
    {
        await Share("鍵盤だけの文", "けんばん", "{{?中身}}の本文");
        var (page, text) = await Write();
        await page.Keyboard.TypeAsync("前。");
        await page.GetByRole(AriaRole.Button, new() { Name = "定型文", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(text).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("けんばん");
        await Expect(Chosen(page)).ToContainTextAsync("鍵盤だけの文");
        await Expect(text).ToHaveAttributeAsync("aria-activedescendant", (await Chosen(page).GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("中身")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape"); // nothing was done
        await Expect(text).ToHaveValueAsync("前。けんばん");
        await Expect(text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_I_use_most_stands_first_and_a_change_is_there_at_once()
    {
        await Share("めったに使わない", "めった", "本文");
        var often = await Share("いつも使う", "いつも", "いつもの本文");
        var me = await oneStop.AMember("habit", Duty.Counselor);
        for (var i = 0; i < 3; i++)
            await oneStop.As(me, s => s.GetRequiredService<ReplyTemplateDesk>().CountUse(often));
        var (page, text) = await Write("habit");
        await page.Keyboard.TypeAsync("/");
        await Expect(page.TemplateList().GetByRole(AriaRole.Option).First).ToContainTextAsync("いつも使う");
        await page.Keyboard.PressAsync("Escape");
        await Share("できたての文", "できたて", "できたての本文");
        await text.FillAsync("");
        await TestOneStop.Until(async () => // the page hears of it a moment later
        {
            await text.FillAsync("");
            await text.PressSequentiallyAsync("/でき");
            return await page.TemplateList().GetByRole(AriaRole.Option).CountAsync() == 1;
        });
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task The_list_the_form_and_the_pages_are_accessible_and_fit(int width, bool dark)
    {
        var id = await Share($"とても長い題名をつけた定型文{width}{dark}、いくつもの言葉が並ぶものの見本", $"ながい{width}{dark}",
            "{{相談者}}さん、{{?とても長い名前の書き入れるところ}}です。\n" + new string('あ', 200));
        var (page, _) = await Write("axe", width, dark);
        var where = $"{width}{(dark ? " dark" : "")}";
        await page.Keyboard.TypeAsync("/");
        await Expect(page.TemplateList().GetByRole(AriaRole.Option).First).ToBeInViewportAsync();
        await Check("list");
        await page.Keyboard.InsertTextAsync("ながい");
        await Expect(Chosen(page)).ToContainTextAsync("とても長い題名");
        await page.Keyboard.InsertTextAsync(width + dark.ToString());
        await Expect(page.TemplateList().GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^とても長い題名") })).ToBeVisibleAsync();
        await Check("form");
        await page.GetByRole(AriaRole.Button, new() { Name = "本文に入れる" }).ClickAsync();
        await Expect(page.GetByText("がまだ埋まっていません")).ToBeVisibleAsync();
        await Check("unfilled");
        foreach (var path in (string[])["/settings/templates", "/settings/templates?retired=1", "/settings/templates/new", $"/settings/templates/{id}",
            "/settings/templates/0199b1a0-0000-7000-8000-000000000000"])
        {
            await page.GotoAsync(path);
            await page.Content().GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await Expect(page.Loading()).ToHaveCountAsync(0);
            await Check(path);
        }

        async Task Check(string what)
        {
            await page.AssertAccessible($"{what} at {where}");
            await page.AssertFits($"{what} at {where}");
        }
    }

    private static ILocator Chosen(IPage page) => page.TemplateList().GetByRole(AriaRole.Option, new() { Selected = true });

    private static Task<bool> CaretTo(ILocator text, int at) =>
        text.EvaluateAsync<bool>("(t, at) => { t.focus(); t.setSelectionRange(at, at); return true; }", at);

    /// <summary>A counselor in front of an empty answer.</summary>
    private async Task<(IPage Page, ILocator Text)> Write(string name = "writer", int width = 1440, bool dark = false)
    {
        await oneStop.AMember(name, name == "axe" ? [Duty.Manager] : [Duty.Counselor]);
        var conversation = await oneStop.ConversationOf(await oneStop.AFriend());
        var page = await browser.Open(oneStop.Address, width, 780, dark);
        await page.SignIn(name, $"/inbox/{conversation}");
        var text = await page.Composer();
        await page.TemplatesReady();
        await text.FocusAsync();
        return (page, text);
    }

    private Task<Guid> Share(string title, string reading, string body, string folder = "案内") => oneStop.ATemplate(title, reading, body, folder);
}
