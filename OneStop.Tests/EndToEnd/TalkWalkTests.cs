using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Writing in a talk while its place, its quote, its person and one's own hands move on.</summary>
[Collection(BrowserGroups.First)]
public sealed class TalkWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task An_answer_written_at_an_older_place_is_seen_and_can_be_taken_back()
    {
        var (member, conversation, _) = await ALongTalk("古い場所の話", 120);
        var place = await oneStop.At<ConversationDesk, long>(member, async d => (await d.Open(conversation))!.First!.Order - 1);
        var page = await Open("olderplace", $"/inbox/{conversation}?list=all&at={place}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "最新へ" })).ToBeVisibleAsync();
        await Answer(page, "古い場所からの返信");
        await Expect(page.GetByText("まもなく送信します")).ToBeInViewportAsync();
        await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("at=")); // the same place can be asked for again
        await page.Messages().GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
        await Expect(await page.Composer()).ToHaveValueAsync("古い場所からの返信");
    }

    [Fact]
    public async Task Words_that_the_client_takes_back_are_gone_from_the_quoting_too()
    {
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "引用の話2" });
        var page = await Open("quoting", $"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.Messages().GetByRole(AriaRole.Article).Filter(new() { HasText = "引用の話2" }).GetByRole(AriaRole.Button, new() { Name = "引用", Exact = true }).ClickAsync();
        await Expect(page.Quoting()).ToContainTextAsync("引用の話2");
        await Answer(page, "引用して返します");
        await Expect(page.Quoting()).ToHaveCountAsync(0);
        await page.Messages().GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
        await Expect(await page.Composer()).ToHaveValueAsync("引用して返します");
        await Expect(page.Quoting()).ToContainTextAsync("引用の話2"); // it comes back with the words
        oneStop.Line.Unsend(friend.UserId, oneStop.Line.TalkOf(friend.UserId).Last(b => b.IsMine).Id);
        await Expect(page.Quoting()).ToHaveCountAsync(0);
        await Expect(page.GetByText("引用を外しました")).ToBeVisibleAsync();
        await Expect(page.GetByText("引用の話2")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task By_the_arrow_keys_nobody_is_made_responsible_on_the_way_to_somebody_else()
    {
        await oneStop.AMember("a-first", Duty.Counselor);
        await oneStop.AMember("b-second", Duty.Counselor);
        var (_, conversation, _) = await ALongTalk("担当の話", 1);
        var page = await Open("chooser", $"/inbox/{conversation}?list=all");
        await page.Composer();
        var list = page.GetByLabel("担当");
        await Expect(list.GetByRole(AriaRole.Option, new() { Name = "b-second さん" })).ToHaveCountAsync(1); // the colleagues are read after the talk
        await list.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.OpenSelect()).ToBeAttachedAsync();
        await Expect(list).ToHaveValueAsync(""); // opened, nothing chosen
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown"); // past the first, in the open list
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("担当を b-second さん にしました")).ToBeVisibleAsync();
        await Expect(page.GetByText("担当を a-first さん にしました")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_read_far_up_finds_the_place_again()
    {
        var (_, conversation, _) = await ALongTalk("昔の話", 180);
        var (_, other, _) = await ALongTalk("別の人の話", 1);
        var page = await Open("rememberer", $"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.MessagesReady();
        for (var first = 130; first > 30; first -= 50)
        {
            var wanted = page.GetByText($"昔の話{first - 50}", new() { Exact = true });
            await TestOneStop.Until(async () => // rows are there a moment before the next are asked for
            {
                await page.Messages().EvaluateAsync("m => { m.scrollTop = 0; m.dispatchEvent(new Event('scroll')); }");
                return await wanted.CountAsync() > 0;
            }, "the rows before");
        }
        var read = page.GetByText("昔の話60", new() { Exact = true });
        await read.EvaluateAsync("m => m.scrollIntoView({ block: 'start' })");
        await page.WaitForFunctionAsync(
            "([key, order]) => Math.abs(JSON.parse(sessionStorage.getItem(key))?.order - order) <= 1", // each move before was kept, too
            new[] { $"onestop.place.{conversation}", await read.EvaluateAsync<string>("m => m.closest('[data-order]').dataset.order") });
        await page.RowOf(other).ClickAsync();
        await Expect(page.Messages().GetByText("別の人の話0")).ToBeVisibleAsync();
        await page.RowOf(conversation).ClickAsync();
        await Expect(page.GetByText("昔の話60", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Who_scrolls_on_as_soon_as_more_has_come_stays_there()
    {
        var (_, conversation, _) = await ALongTalk("長い話", 120);
        var page = await Open("scroller", $"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.MessagesReady();
        await page.EvaluateAsync("""
            () => {
              const messages = document.querySelector('.messages');
              const line = () => [...messages.querySelectorAll('.text')].find(m => m.textContent === '長い話30');
              new MutationObserver((_, watch) => {
                if (!line()) return;
                watch.disconnect();
                setTimeout(() => { line().scrollIntoView({ block: 'center' }); messages.dataset.scrolled = 'yes'; });
              }).observe(messages, { childList: true, subtree: true });
              messages.scrollTop = 0;
            }
            """);
        await page.Scrolled();
        await page.Heard(); // the server's word that the rows are there, too
        await Expect(page.GetByText("長い話30", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Who_has_gone_on_after_sending_is_not_pulled_back()
    {
        var (_, conversation, friend) = await ALongTalk("送ったあとの話", 1);
        var page = await Open("goner", $"/inbox/{conversation}?list=all");
        await Answer(page, "先に送ります");
        var search = page.GetByRole(AriaRole.Searchbox, new() { NameRegex = new("ことばでさがす") });
        await search.FocusAsync();
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await search.PressSequentiallyAsync("さがす");
        await Expect(search).ToHaveValueAsync("さがす");
        await Expect(await page.Composer()).ToHaveValueAsync("");
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Any(b => b.Message["text"]?.GetValue<string>() == "先に送ります")),
            "the answer");
    }

    [Fact]
    public async Task Who_goes_on_within_the_hold_can_still_take_the_answer_back()
    {
        var (_, conversation, _) = await ALongTalk("急いだ返信の話", 1);
        var (_, next, _) = await ALongTalk("次の人の話", 1);
        var page = await Open("hasty", $"/inbox/{conversation}?list=all");
        await Answer(page, "まちがえた返信");
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await page.RowOf(next).ClickAsync();
        await page.Undo("さんへの返信を送ります");
        await Expect(page.GetByText("下書きに戻っています")).ToBeVisibleAsync();
        await page.RowOf(conversation).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("さんへの返信") })).ToHaveValueAsync("まちがえた返信");
    }

    [Fact]
    public async Task A_note_that_is_taken_back_returns_to_its_box()
    {
        var (_, conversation, _) = await ALongTalk("メモの話", 1);
        var page = await Open("noting", $"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        var note = await page.NoteBox();
        await note.FillAsync("明日の朝に電話する");
        await page.GetByRole(AriaRole.Button, new() { Name = "メモを残す" }).ClickAsync();
        await Expect(page.Notes()).ToContainTextAsync("明日の朝に電話する");
        await page.GetByRole(AriaRole.Tab, new() { Name = "返信" }).ClickAsync();
        await page.Notes().GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
        await Expect(note).ToBeVisibleAsync();
        await Expect(note).ToHaveValueAsync("明日の朝に電話する");
        await Expect(page.Notes()).ToHaveCountAsync(0);
    }

    private async Task<(StaffMember Member, Guid Conversation, VirtualFriend Friend)> ALongTalk(string words, int messages)
    {
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, messages).Select(i => $"{words}{i}")]);
        return (await oneStop.AMember("one", Duty.Counselor), await oneStop.ConversationOf(friend), friend);
    }

    private async Task<IPage> Open(string name, string path)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name, path);
        return page;
    }

    private static async Task Answer(IPage page, string text)
    {
        var reply = await page.Composer();
        await reply.FillAsync(text);
        await reply.PressAsync("Control+Enter");
    }
}
