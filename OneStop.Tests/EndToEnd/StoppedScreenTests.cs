using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A screen that cannot go on says so; one that a browser would translate does not stop in the first place.</summary>
[Collection(BrowserGroups.Second)]
public sealed class StoppedScreenTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Staff_screens_are_not_translated_and_clients_pages_may_be()
    {
        var page = await Opened("untranslated");
        await Expect(page.Document()).ToHaveAttributeAsync("translate", "no");
        await page.GotoAsync("/guide");
        await Expect(page.Document()).Not.ToHaveAttributeAsync("translate", "no");
    }

    [Fact]
    public async Task A_screen_whose_words_were_taken_away_says_that_it_stopped_and_goes_on_after_a_press()
    {
        var talk = await oneStop.AsksSomething("先に済む人です");
        await oneStop.AsksSomething("あとの人です");
        var page = await Opened("translated");
        await page.GotoAsync("/inbox?list=waiting");
        await Expect(page.InboxRows()).ToHaveCountAsync(2);
        await page.EvaluateAsync("""
            () => {
              const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
              const words = [];
              while (walk.nextNode()) if (walk.currentNode.data.trim()) words.push(walk.currentNode);
              for (const word of words) word.replaceWith(Object.assign(document.createElement('font'), { textContent: word.data })); // as a translation does it
              for (const row of document.querySelectorAll('.list-pane .row')) row.replaceWith(row.cloneNode(true));
            }
            """);
        // a row goes that is not where it was
        await oneStop.At<ConversationDesk>(await oneStop.AMember("colleague", Duty.Counselor), desk => desk.NeedNoAnswer(talk));
        var stopped = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "画面が止まりました" });
        await Expect(stopped).ToBeVisibleAsync();
        await page.AssertAccessible("a screen that stopped");
        await stopped.GetByRole(AriaRole.Button, new() { Name = "読み込み直す" }).ClickAsync();
        await Expect(page.GetByText("あとの人です")).ToBeVisibleAsync();
        await Expect(stopped).ToBeHiddenAsync();
    }

    private async Task<IPage> Opened(string name)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name);
        return page;
    }
}
