using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A counselor writes: to the client, to colleagues, now or later, and is stopped before she writes to the wrong person.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ComposerWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_note_is_seen_by_colleagues_and_cannot_be_sent_by_a_slip()
    {
        var (friend, conversation) = await AFriendWho("メモの試し");
        var (one, two) = (await Talk("noter", conversation), await Talk("colleague", conversation));
        await one.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        await (await one.NoteBox()).FillAsync("夕方に電話する");
        await Expect(one.GetByRole(AriaRole.Button, new() { NameRegex = new("さんへ送信") })).ToBeHiddenAsync(); // there is nothing to slip to
        await one.Keyboard.PressAsync("Control+Enter");
        await Expect(two.Notes("夕方に電話する")).ToBeVisibleAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
        await Expect(two.Notes("夕方に電話する")).ToHaveCountAsync(0);
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "夕方に電話する"));
    }

    [Fact]
    public async Task Neither_draft_turns_into_the_other()
    {
        var (_, conversation) = await AFriendWho("下書きの試し");
        var page = await Talk("drafter", conversation);
        await (await page.Composer()).FillAsync("返信の下書き");
        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        await (await page.NoteBox()).FillAsync("メモの下書き");
        await Expect(page.NoteSaved()).ToHaveTextAsync("下書きを保存しました");
        await TestOneStop.Until(() => oneStop.Read(db => db.Drafts.AnyAsync(d => d.Text == "返信の下書き")), "the reply, which is saved beside the note");
        await page.EvaluateAsync("() => sessionStorage.clear()"); // as on another machine
        await page.ReloadAsync();
        await Expect(await page.Composer()).ToHaveValueAsync("返信の下書き");
        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        await Expect(page.Note()).ToHaveValueAsync("メモの下書き");
    }

    [Fact]
    public async Task Another_persons_number_is_asked_about_before_anything_leaves()
    {
        var (friend, conversation) = await AFriendWho("宛先の試し");
        var (_, other) = await AFriendWho("別の人");
        var number = await oneStop.Read(db => Task.FromResult(db.Conversations.Where(c => c.Id == other).Select(c => c.Friend.Number).Single()));
        var page = await Talk("addresser", conversation);
        var reply = await page.Composer();
        await reply.FillAsync($"A-{number:D4} さんの面接の件です");
        await reply.PressAsync("Control+Enter");
        await Expect(page.GetByText("別の相談者の番号です")).ToBeVisibleAsync();
        await page.AssertAccessible("the question");
        await page.Keyboard.PressAsync("Escape"); // going back
        await Expect(reply).ToHaveValueAsync($"A-{number:D4} さんの面接の件です");
        Assert.Equal(0, await oneStop.CountInOutbox(friend, "面接の件"));

        await reply.PressAsync("Control+Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "このまま送る" }).ClickAsync();
        await Expect(page.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await Expect(reply).ToHaveValueAsync("");
    }

    [Fact]
    public async Task An_answer_is_put_to_later_moved_and_taken_back()
    {
        var (_, conversation) = await AFriendWho("あとで送る試し");
        var page = await Talk("planner", conversation);
        var reply = await page.Composer();
        await reply.FillAsync("明日お送りします");
        await page.GetByRole(AriaRole.Button, new() { Name = "あとで送る" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "あとで送る" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.PlannedAnswers()).ToContainTextAsync("明日お送りします");
        await Expect(reply).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).ClickAsync();
        await Expect(page.PlannedAnswers()).ToHaveCountAsync(0);
        await page.Undo("送信予約を取り消しました");
        await Expect(page.PlannedAnswers()).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "取り消して書き直す" }).ClickAsync();
        await Expect(reply).ToHaveValueAsync("明日お送りします");
        await page.GotoAsync("/inbox/later");
        await Expect(page.GetByText("送信予約はありません")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_message_is_quoted_and_a_document_is_sent()
    {
        var (friend, conversation) = await AFriendWho("引用の試し");
        var page = await Talk("quoting", conversation);
        var reply = await page.Composer();
        await page.ClientsMessages().GetByRole(AriaRole.Button, new() { Name = "引用" }).ClickAsync();
        await Expect(page.Quoting()).ToContainTextAsync("引用の試し");
        await reply.FillAsync("その件です");
        await reply.PressAsync("Control+Enter");
        await Expect(page.OurMessages("その件です").GetByRole(AriaRole.Button, new() { NameRegex = new("引用の試し") })).ToBeVisibleAsync();
        await Expect(page.Quoting()).ToHaveCountAsync(0);

        await page.GetByLabel("画像やPDFを送る")
            .SetInputFilesAsync(new FilePayload { Name = "見本のご案内.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        await Expect(page.OurMessages().GetByRole(AriaRole.Link, new() { NameRegex = new("見本のご案内.pdf") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "リンクを止める" }).ClickAsync();
        await Expect(page.GetByText("リンクは止まっています")).ToBeVisibleAsync();
        await page.Undo("リンクを止めました");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "リンクを止める" })).ToBeVisibleAsync();
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(Theirs(friend) == 5), "both");

        await page.GetByLabel("画像やPDFを送る").SetInputFilesAsync(new FilePayload { Name = "見本.pdf", MimeType = "application/pdf", Buffer = "MZ..."u8.ToArray() });
        await Expect(page.GetByText("安全のため、この種類のファイルは受け取れません。PDFか画像を選んでください。")).ToBeVisibleAsync(); // told by its bytes
        await page.GetByLabel("画像やPDFを送る").SetInputFilesAsync(new FilePayload { Name = "見本.pdf", MimeType = "application/pdf", Buffer = "ただの文章"u8.ToArray() });
        await Expect(page.GetByText("PDFとして読めないファイルです")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_counter_counts_as_LINE_does_and_says_in_how_many_parts_it_goes()
    {
        var (_, conversation) = await AFriendWho("長文の試し");
        var page = await Talk("counting", conversation);
        var reply = await page.Composer();
        await reply.FillAsync(new string('あ', 4998) + "😊"); // an emoji counts twice
        await Expect(page.GetByText("5,000 / 5,000", new() { Exact = true })).ToBeVisibleAsync();
        await reply.FillAsync(new string('あ', 5001));
        await Expect(page.GetByText("5,001文字（2通ほどに分けて送ります）", new() { Exact = true })).ToBeVisibleAsync();
        await reply.PressAsync("Control+Enter");
        await Expect(page.OurMessages()).ToHaveCountAsync(2);
    }

    private async Task<(VirtualFriend Friend, Guid Conversation)> AFriendWho(string says)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = says });
        await TestOneStop.Until(() => Task.FromResult(Theirs(friend) == 3), "the receipt");
        return (friend, await oneStop.ConversationOf(friend));
    }

    private int Theirs(VirtualFriend friend) => oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);

    private async Task<IPage> Talk(string name, Guid conversation)
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name, $"/inbox/{conversation}?list=all");
        await page.Composer();
        return page;
    }
}
