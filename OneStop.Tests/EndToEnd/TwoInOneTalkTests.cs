using Microsoft.Playwright;
using OneStop.Domain.Conversations.Inbox;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>Two counselors have the same talk open: each sees the other, and neither answers unawares.</summary>
[Collection(BrowserGroups.Second)]
public sealed class TwoInOneTalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task Each_sees_the_other_look_and_write()
    {
        var talk = await oneStop.AsksSomething("二人で見る会話");
        var one = await Talk("looker", talk);
        await Expect(one.TalkState()).Not.ToContainTextAsync("閲覧中");
        var two = await Talk("writer", talk);
        await Expect(one.TalkState()).ToContainTextAsync("writer さん 閲覧中");
        await Expect(two.TalkState()).ToContainTextAsync("looker さん 閲覧中");
        await two.Keyboard.TypeAsync("いま書いています");
        await Expect(two.ReplySaved()).ToHaveTextAsync("下書きを保存しました");
        await Expect(one.GetByText("この方への返信を書いています")).ToBeVisibleAsync();
        await Expect(one.TalkState()).ToContainTextAsync("writer さん 入力中");
        await one.AssertAccessible("a talk in which a colleague writes");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // the writer went away in the middle of a sentence
        await Expect(one.GetByText("この方への返信を書いています")).ToHaveCountAsync(0);
        await two.GetByRole(AriaRole.Link, new() { Name = "今日" }).First.ClickAsync();
        await Expect(one.TalkState()).Not.ToContainTextAsync("writer");
    }

    [Fact]
    public async Task Who_looks_at_another_window_looks_at_no_talk_and_what_is_brought_back_is_not_being_written()
    {
        var talk = await oneStop.AsksSomething("裏に回される会話");
        var (one, two) = (await Talk("front", talk), await Talk("behind", talk));
        await Expect(one.TalkState()).ToContainTextAsync("behind さん 閲覧中");
        await two.Hide(true);
        await Expect(one.TalkState()).Not.ToContainTextAsync("behind");
        await two.Hide(false);
        await Expect(one.TalkState()).ToContainTextAsync("behind さん 閲覧中");

        var (me, colleague) = (await oneStop.AMember("front", Duty.Counselor), await oneStop.AMember("behind", Duty.Counselor));
        await two.EvaluateAsync("key => sessionStorage.setItem(key, '昨日の書きかけ')", $"onestop.draft.{colleague.Id:N}.{talk:N}");
        await two.ReloadAsync();
        await Expect(await two.Composer()).ToHaveValueAsync("昨日の書きかけ");
        await Expect(two.ReplySaved()).ToHaveTextAsync("下書きを保存しました");
        var seen = await oneStop.At<PresenceDesk, IReadOnlyList<PresentColleague>>(me, desk => desk.Others(talk));
        Assert.False(Assert.Single(seen).IsWriting);
        await two.Reply().PressSequentiallyAsync("の続き");
        await Expect(one.TalkState()).ToContainTextAsync("behind さん 入力中");
    }

    [Fact]
    public async Task A_draft_from_before_a_colleagues_answer_is_asked_about_when_it_is_sent_after_it()
    {
        var talk = await oneStop.AsksSomething("置いておかれる会話");
        var (one, two) = (await Talk("answers", talk), await Talk("returns", talk));
        await two.Keyboard.TypeAsync("11時です");
        await Expect(two.ReplySaved()).ToHaveTextAsync("下書きを保存しました");
        await two.GetByRole(AriaRole.Link, new() { Name = "今日" }).First.ClickAsync();
        await Expect(two.Reply()).ToHaveCountAsync(0);
        await one.Keyboard.TypeAsync("10時にお願いします");
        await one.Keyboard.PressAsync("Control+Enter");
        await Expect(one.OurMessages()).ToHaveCountAsync(1);
        await two.GotoAsync($"/inbox/{talk}?list=all");
        await Expect(await two.Composer()).ToHaveValueAsync("11時です");
        await two.Reply().PressAsync("Control+Enter");
        await Expect(two.Doubts()).ToContainTextAsync("10時にお願いします");
    }

    [Fact]
    public async Task The_second_answer_is_asked_about_and_its_text_kept()
    {
        var talk = await oneStop.AsksSomething("二人が答える会話");
        var (one, two) = (await Talk("quick", talk), await Talk("slower", talk));
        await two.Keyboard.TypeAsync("11時です");
        await one.Keyboard.TypeAsync("10時にお願いします");
        await one.Keyboard.PressAsync("Control+Enter");
        await Expect(two.GetByText("たったいま、返信しました")).ToBeVisibleAsync();
        await Expect(two.Messages().GetByText("まもなく送信します")).ToBeVisibleAsync();
        await Expect(two.Messages().GetByRole(AriaRole.Button, new() { Name = "取り消す" })).ToHaveCountAsync(0); // it is not theirs to take back
        await Expect(one.Messages().GetByRole(AriaRole.Button, new() { Name = "取り消す" })).ToBeVisibleAsync();

        await two.Keyboard.PressAsync("Control+Enter");
        await Expect(two.Doubts()).ToContainTextAsync("10時にお願いします");
        await two.GetByRole(AriaRole.Button, new() { Name = "戻って直す" }).ClickAsync();
        await Expect(two.Reply()).ToHaveValueAsync("11時です");
        await Expect(two.OurMessages()).ToHaveCountAsync(1);
        await two.Reply().FillAsync("お待ちしています");
        await two.Keyboard.PressAsync("Control+Enter"); // written knowing of the other
        await Expect(two.OurMessages()).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Z_takes_back_what_was_done_last_be_it_an_answer_in_its_hold_or_a_toast()
    {
        var talk = await oneStop.AsksSomething("取り消される会話");
        var page = await Talk("undoer", talk);
        await page.Keyboard.TypeAsync("まちがいです");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Messages().GetByText("まもなく送信します")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("e"); // done, after the answer
        await Expect(page.GetByText("完了にしました")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "完了を取り消す" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "完了", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Messages().GetByText("まもなく送信します")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.Reply()).ToHaveValueAsync("まちがいです");
        await Expect(page.OurMessages()).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("書きまちがい");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Notes()).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("z");
        await Expect(page.Note()).ToHaveValueAsync("書きまちがい");
        await Expect(page.Notes()).ToHaveCountAsync(0);
    }

    private async Task<IPage> Talk(string name, Guid conversation)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name, $"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.ShortcutsReady();
        await page.Reply().FocusAsync();
        return page;
    }
}
