using Microsoft.Playwright;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What every list of the kit does, shown with the templates.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ListTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Several_are_chosen_by_keys_acted_on_and_brought_back()
    {
        var page = await Opened();
        foreach (var key in (string[])["j", "x", "j", "x", "j", "k"])
            await page.Keyboard.PressAsync(key);
        var bulk = page.GetByRole(AriaRole.Region, new() { Name = "選んだもの" });
        await Expect(bulk).ToContainTextAsync("2件を選択中");
        var other = await oneStop.ATemplate("あとの文", "あと", "あと");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "あとの文" })).ToBeVisibleAsync(); // a colleague's change is shown
        await Expect(bulk).ToContainTextAsync("2件を選択中"); // and the choice stays
        await page.AssertAccessible("a list with chosen rows");

        await bulk.GetByRole(AriaRole.Button, new() { Name = "使うのをやめる" }).ClickAsync();
        await Expect(bulk).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
        await page.Undo("2件の定型文を使うのをやめました");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(4);
        await oneStop.At<ReplyTemplateDesk>(await oneStop.AMember("list-manager", Duty.Manager), desk => desk.Retire(other));
    }

    [Fact]
    public async Task What_narrows_and_sorts_stands_in_the_address_and_what_is_typed_does_not()
    {
        var page = await Opened();
        await page.GetByRole(AriaRole.Link, new() { Name = "題名", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sort=title$"));
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "題名" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(page.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("いの文");
        await page.GetByRole(AriaRole.Link, new() { Name = "題名", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader).First).ToContainTextAsync("ろの文");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "題名" })).ToHaveAttributeAsync("aria-sort", "ascending");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("ろの");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1件" })).ToContainTextAsync("ほかに2件（絞り込み中）");
        Assert.DoesNotContain("%E3", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("そんな言葉はない");
        await Expect(page.GetByText("合うものはありません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "さがすのをやめる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter"); // opens the row that has the focus
        await Expect(page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^本文") })).ToHaveValueAsync("いの本文");
    }

    private async Task<IPage> Opened()
    {
        foreach (var word in (string[])["い", "ろ", "は"])
            await oneStop.ATemplate($"{word}の文", $"{word}のぶん", $"{word}の本文");
        await oneStop.AMember("list-manager", Duty.Manager);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("list-manager", "/settings/templates");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(3);
        await page.ShortcutsReady();
        return page;
    }
}
