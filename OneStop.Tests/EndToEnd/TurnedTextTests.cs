using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A sign in a client's words that turns the direction of writing turns nothing of the screen.</summary>
[Collection(BrowserGroups.Third)]
public sealed class TurnedTextTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    /// <summary>
    /// The innermost elements that hold such words without holding them in: what is written
    /// after the words, in an element around them, would be turned too.
    /// </summary>
    private const string Leaking = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.includes('\u202E')))
          .filter(e => getComputedStyle(e).display === 'inline' && getComputedStyle(e).unicodeBidi !== 'isolate')
          .map(e => e.outerHTML.slice(0, 120))
        """;

    [Fact]
    public async Task What_turns_a_text_ends_with_it_in_the_talk_in_the_list_and_in_search()
    {
        var conversation = await oneStop.AsksSomething("明日は\u202E休みです");
        await oneStop.AMember("turned", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("turned", $"/inbox/{conversation}?list=all");
        await Expect(page.ClientsMessages().First).ToBeVisibleAsync();
        await Expect(page.InboxRows().First).ToContainTextAsync("明日は");
        Assert.Empty(await page.EvaluateAsync<string[]>(Leaking));
        Assert.Contains("\u202E休みです\u202C\u2069", await page.InboxRows().First.TextContentAsync());
    }
}
