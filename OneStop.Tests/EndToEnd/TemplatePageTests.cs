using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Where templates are looked after.</summary>
[Collection(BrowserGroups.Third)]
public sealed class TemplatePageTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task The_manager_writes_words_anew_and_brings_the_old_words_back()
    {
        await oneStop.AMember("editor", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("editor");
        await page.GetByRole(AriaRole.Link, new() { Name = "定型文" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新しい定型文" }).ClickAsync();
        await page.GetByLabel("フォルダー（必須）").FillAsync("書く棚");
        await page.GetByLabel("題名").FillAsync("書いた文");
        await page.GetByLabel("よみがな").FillAsync("カイタ");
        var body = page.GetByRole(AriaRole.Textbox, new() { Name = "本文（必須）" });
        await body.FillAsync("こちらは");
        await TestOneStop.Until(async () => // its script may be on the way
        {
            if (await body.InputValueAsync() != "こちらは")
                return true;
            await page.GetByRole(AriaRole.Button, new() { Name = "担当者" }).ClickAsync();
            return false;
        }, "the button to write");
        await Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new("^見え方") })).ToContainTextAsync("こちらはeditor");
        await body.PressSequentiallyAsync("{{相談社}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(body).ToBeFocusedAsync();
        await Expect(body).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("「相談社」という差し込みはありません"));
        await body.FillAsync("一つめの文");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByText("第1版")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("よみがな")).ToHaveValueAsync("かいた");

        await body.FillAsync("二つめの文");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByText("第2版")).ToBeVisibleAsync();
        await Expect(page.GetByText("に保存しました")).ToBeVisibleAsync();
        await page.GetByText("第1版").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この文に戻す" }).ClickAsync();
        await Expect(body).ToHaveValueAsync("一つめの文");
        await page.Undo("版の文に戻しました");
        await Expect(body).ToHaveValueAsync("二つめの文");
        await Expect(page.GetByText("第4版")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "使うのをやめる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "定型文" })).ToBeVisibleAsync();
        await Expect(page.Loading()).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "書いた文" })).ToHaveCountAsync(0);
        await page.Undo("使うのをやめました");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "書いた文" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("カイタ");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_counselor_reads_shared_ones_and_copies_them_for_herself()
    {
        var id = await oneStop.ATemplate("写される文", "うつされる", "写される本文");
        await oneStop.AMember("copier", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("copier", $"/settings/templates/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "自分の定型文に写して直す" }).ClickAsync();
        await page.GetByLabel("題名").FillAsync("わたしの写し");
        await Expect(page.GetByText("使う人")).ToHaveCountAsync(0); // shared is not hers to choose
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByText("第1版")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "わたしの写し" })).ToContainTextAsync("自分・案内");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "「写される文」を使うのをやめる" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leaving_with_changes_asks_first_and_loses_nothing_by_itself()
    {
        var id = await oneStop.ATemplate("残る文", "のこる", "はじめの本文");
        await oneStop.AMember("leaver", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("leaver", $"/settings/templates/{id}");
        var body = page.GetByRole(AriaRole.Textbox, new() { Name = "本文（必須）" });
        await body.FillAsync("書きかけ");
        await page.GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" }).ClickAsync();
        var ask = page.GetByRole(AriaRole.Dialog, new() { Name = "保存していない変更があります" });
        await Expect(ask.GetByRole(AriaRole.Button, new() { Name = "編集を続ける" })).ToBeFocusedAsync(); // Enter loses nothing
        await page.AssertAccessible("asked before leaving");
        await page.Keyboard.PressAsync("Enter");
        await Expect(ask).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" })).ToBeFocusedAsync(); // back where it came from
        await Expect(body).ToHaveValueAsync("書きかけ");

        await page.GetByRole(AriaRole.Link, new() { Name = "受信箱" }).First.ClickAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "保存せずに離れる" }).ClickAsync();
        await Expect(page.InboxPane()).ToBeVisibleAsync();
        await page.GotoAsync($"/settings/templates/{id}");
        await Expect(body).ToHaveValueAsync("はじめの本文");
        await page.GetByRole(AriaRole.Link, new() { Name = "一覧へ戻る" }).ClickAsync(); // nothing was changed: nothing is asked
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "定型文" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_manager_names_and_orders_the_folders()
    {
        await oneStop.ATemplate("上の文", "うえ", "本文", "上の棚");
        await oneStop.ATemplate("下の文", "した", "本文", "下の棚");
        await oneStop.AMember("orderer", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("orderer", "/settings/templates");
        var folders = page.GetByRole(AriaRole.Navigation, new() { Name = "フォルダー" });
        await folders.GetByRole(AriaRole.Link, new() { NameRegex = new("下の棚") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "ひとつ上へ" }).ClickAsync();
        await Expect(folders).ToContainTextAsync(new System.Text.RegularExpressions.Regex("下の棚.*上の棚", System.Text.RegularExpressions.RegexOptions.Singleline));
        await page.GetByRole(AriaRole.Button, new() { Name = "名前を変える" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "フォルダー名" }).FillAsync("上の棚");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("「上の棚」というフォルダーはもうあります。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "フォルダー名" }).FillAsync("いちばんの棚");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "いちばんの棚" })).ToBeVisibleAsync();
    }
}
