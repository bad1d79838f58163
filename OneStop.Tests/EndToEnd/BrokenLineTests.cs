using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>The line to the portal breaks and comes back: nothing stays behind that was said into it.</summary>
[Collection(BrowserGroups.First)]
public sealed class BrokenLineTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_window_that_is_looked_at_again_over_a_dead_line_goes_on_when_there_is_a_line()
    {
        await oneStop.AsksSomething("眠る前の話");
        var (page, circuit) = await Inbox("sleeper", "/inbox?list=all");
        await page.Hide(true); // the lid is shut
        await page.Heard();
        circuit.Hold();
        await page.Hide(false); // told to nobody: the line is dead and nobody has noticed
        await circuit.Break();
        circuit.Mend();
        await oneStop.AsksSomething("眠っている間の話");
        await Expect(page.InboxRows("眠っている間の話")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_to_be_sent_without_a_line_says_so_until_it_is_sent()
    {
        var talk = await oneStop.AsksSomething("線が切れる話");
        var (page, circuit) = await Inbox("offline", $"/inbox/{talk}?list=all");
        var (reply, saved, banner) = (await page.Composer(), page.ReplySaved(), page.Reconnecting());
        await reply.FillAsync("切れた後の返信");
        await Expect(saved).ToHaveTextAsync("下書きを保存しました");
        await circuit.Break();
        await Expect(banner).ToBeVisibleAsync();
        await reply.PressAsync("Control+Enter");
        await Expect(saved).ToHaveTextAsync("接続を待っています。まだ送っていません");
        await reply.PressSequentiallyAsync("です");
        await Expect(saved).ToHaveTextAsync("接続を待っています。まだ送っていません");
        circuit.Mend();
        await Expect(banner).ToBeHiddenAsync();
        const string left = "まだ送っていません。もう一度送ってください";
        await Expect(saved).ToHaveTextAsync(left);
        await TestOneStop.Until(() => oneStop.Read(db => db.Drafts.AnyAsync(d => d.ConversationId == talk && d.Text == "切れた後の返信です")), "the draft to be saved");
        await page.Heard();
        await Expect(saved).ToHaveTextAsync(left); // saved is not sent
        await page.ReloadAsync();
        await page.Composer();
        await Expect(saved).ToHaveTextAsync(left);

        await reply.PressAsync("Control+Enter");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await Expect(saved).ToHaveTextAsync("");
        await Expect(reply).ToHaveValueAsync("");
    }

    private async Task<(IPage Page, SlowCircuit Circuit)> Inbox(string name, string path)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        var circuit = await SlowCircuit.Under(page);
        await page.SignIn(name, path);
        await Expect(page.InboxRows().First).ToBeVisibleAsync();
        await page.ShortcutsReady();
        return (page, circuit);
    }
}
