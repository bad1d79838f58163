using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>What a counselor does all day, each by one key.</summary>
[Collection(nameof(EndToEnd))]
public sealed class InboxKeysTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_tag_is_put_on_by_one_key_and_by_its_name_in_the_palette()
    {
        await ATag("面接前");
        await ATag("書類待ち");
        var page = await Talk("tagger", await oneStop.AsksSomething("タグの人"));
        await page.Keyboard.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "タグをつける" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape"); // the list that opened
        await page.Keyboard.PressAsync("Escape"); // out of it
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.InsertTextAsync("書類待ち");
        await Expect(page.Locator("#palette-list [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".card-tags")).ToContainTextAsync("書類待ち");
    }

    [Fact]
    public async Task The_last_words_are_quoted_or_need_no_answer_by_one_key()
    {
        var page = await Talk("quoter", await oneStop.AsksSomething("引用される言葉"));
        await page.Keyboard.PressAsync("q");
        await page.Keyboard.TypeAsync("ed");
        await Expect(page.Locator("#reply")).ToHaveValueAsync("ed");
        await Expect(page.Locator(".quoting")).ToContainTextAsync("引用される言葉");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("d");
        await Expect(page.GetByText("返信不要にしました（")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_is_sent_and_the_next_talk_opened_by_one_key()
    {
        var first = await oneStop.AsksSomething("先に待つ人");
        await oneStop.AsksSomething("次に待つ人");
        var page = await Talk("onward", first);
        var next = await page.Locator(".list-pane .row a:not([aria-current])").First.GetAttributeAsync("href");
        await page.Locator("#reply").FillAsync("お答えします");
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await Expect(page.Locator(".list-pane .row a[aria-current]")).ToHaveAttributeAsync("href", next!);
        await Expect(page.Locator("#reply")).ToBeFocusedAsync();
        await Expect(page.Locator("#reply")).ToHaveValueAsync("");
        await Expect(page.GetByText("さんへの返信を送ります")).ToBeVisibleAsync(); // and can be taken back from there
    }

    private async Task ATag(string name) => await oneStop.At<TagDesk>(await oneStop.AMember("tag-keeper", Duty.Manager), d => d.Coin(name));

    private async Task<IPage> Talk(string name, Guid conversation)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name);
        await page.GotoAsync($"/inbox/{conversation}?list=waiting");
        await page.Composer();
        await page.Locator("html[data-hands]").WaitForAsync();
        await page.Locator("#messages").FocusAsync();
        return page;
    }
}
