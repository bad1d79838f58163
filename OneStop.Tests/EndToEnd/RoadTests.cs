using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>From a client's telephone to a counselor's inbox and back, in two browsers over real HTTP.</summary>
[Collection(BrowserGroups.Second)]
public sealed class RoadTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_message_appears_without_a_reload_and_the_answer_arrives_on_the_telephone()
    {
        var (phone, desk) = await Both();
        await Expect(phone.GetByText("友だち追加ありがとうございます")).ToBeVisibleAsync(); // greeted
        await Expect(desk.GetByText("返信を待っている人はいません")).ToBeVisibleAsync();

        await Say(phone, "資格を取りたいです");
        await Expect(phone.GetByText("メッセージを受け取りました")).ToBeVisibleAsync(); // the receipt, at once
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("資格を取りたいです") }).ClickAsync(); // it came by itself

        var reply = await desk.Composer();
        await reply.FillAsync("どんな資格をお考えですか。");
        await reply.PressAsync("Control+Enter");
        await Expect(desk.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await Expect(reply).ToHaveValueAsync("");
        oneStop.PassTheHold();
        await Expect(phone.GetByText("どんな資格をお考えですか。")).ToBeVisibleAsync();
        await Expect(desk.GetByText("送信済み").Last).ToBeVisibleAsync();
        await Expect(desk.GetByText("まもなく送信します")).ToBeHiddenAsync();

        await Say(phone, "医療事務です");
        await Expect(desk.ClientsMessages().GetByText("医療事務です")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_is_taken_back_within_five_seconds_and_its_words_return()
    {
        var (phone, desk) = await Both();
        await Say(phone, "取り消しの試し");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("取り消しの試し") }).ClickAsync();
        var reply = await desk.Composer();
        await reply.FillAsync("まちがえた返信");
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new("さんへ送信") }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "取り消す", Exact = true }).ClickAsync();
        await Expect(desk.GetByText("まもなく送信します")).ToBeHiddenAsync();
        await Expect(reply).ToHaveValueAsync("まちがえた返信");
        oneStop.PassTheHold();
        await Say(phone, "まだですか");
        await Expect(desk.ClientsMessages().GetByText("まだですか")).ToBeVisibleAsync();
        Assert.All(await oneStop.Read(db => (from m in db.Messages
                                             join o in db.OutgoingMessages on m.OutgoingId equals o.Id
                                             where m.Text == "まちがえた返信"
                                             select o.State).ToListAsync()), state => Assert.Equal(Delivery.TakenBack, state));
        await Expect(phone.GetByText("まちがえた返信")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_video_a_voice_and_a_quote_are_shown_and_the_quote_empties_when_it_is_taken_back()
    {
        var (phone, desk) = await Both();
        await Say(phone, "これを引用します");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("これを引用します") }).ClickAsync();
        await phone.GetByLabel("写真・ファイル").SetInputFilesAsync(
            new FilePayload { Name = "動画.mp4", MimeType = "video/mp4", Buffer = [0, 0, 0, 0x18, .. "ftypmp42"u8, .. new byte[32]] });
        await phone.GetByLabel("写真・ファイル").SetInputFilesAsync(
            new FilePayload { Name = "声.m4a", MimeType = "audio/mp4", Buffer = [0, 0, 0, 0x18, .. "ftypM4A "u8, .. new byte[32]] });
        await Expect(desk.GetByLabel("送られてきた動画")).ToBeVisibleAsync();
        await Expect(desk.GetByLabel("送られてきた音声")).ToBeVisibleAsync();

        await Mine(phone, "これを引用します").GetByRole(AriaRole.Button, new() { Name = "引用" }).ClickAsync();
        await Say(phone, "という件です");
        await Expect(desk.Messages().GetByRole(AriaRole.Button, new() { Name = "相談者「これを引用します」" })).ToBeVisibleAsync();
        await Mine(phone, "これを引用します").GetByRole(AriaRole.Button, new() { Name = "送信取消" }).ClickAsync();
        await Expect(desk.Messages().GetByText("引用元は送信が取り消されました")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_while_an_IME_composes_never_sends()
    {
        var (phone, desk) = await Both();
        await Say(phone, "変換の試し");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("変換の試し") }).ClickAsync();
        var reply = await desk.Composer();
        await reply.FillAsync("へんかんちゅう");
        await reply.EvaluateAsync(
            "box => { box.dispatchEvent(new CompositionEvent('compositionstart')); box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true })); box.dispatchEvent(new CompositionEvent('compositionend')); box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229, bubbles: true })); }");
        await reply.PressAsync("Enter"); // alone, it is a line break
        await Expect(reply).ToHaveValueAsync("へんかんちゅう\n");
        await desk.Heard();
        await Expect(desk.GetByText("まもなく送信します")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Pictures_go_both_ways()
    {
        var (phone, desk) = await Both();
        await phone.GetByLabel("写真・ファイル").SetInputFilesAsync(APicture("rirekisho.png"));
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("画像") }).First.ClickAsync();
        var theirs = desk.GetByRole(AriaRole.Img, new() { Name = "送られてきた画像" });
        await Expect(theirs).ToBeVisibleAsync();
        Assert.True(await theirs.EvaluateAsync<bool>("async img => { await img.decode(); return img.naturalWidth === 64; }"));

        await desk.GetByLabel("画像やPDFを送る").SetInputFilesAsync(APicture("chirashi.png"));
        await Expect(desk.GetByRole(AriaRole.Img, new() { Name = "送った画像" })).ToBeVisibleAsync();
        oneStop.PassTheHold();
        var ours = phone.PhoneTalk().GetByRole(AriaRole.Article, new() { NameRegex = new("^公式アカウント") }).GetByRole(AriaRole.Img, new() { Name = "画像" });
        await Expect(ours).ToBeVisibleAsync();
        Assert.True(await ours.EvaluateAsync<bool>("async img => { await img.decode(); return img.naturalWidth === 64; }"));
    }

    [Fact]
    public async Task To_one_who_has_blocked_nothing_can_be_sent_and_the_screen_says_so()
    {
        var (phone, desk) = await Both();
        await Say(phone, "ブロックの試し");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("ブロックの試し") }).ClickAsync();
        var reply = await desk.Composer();
        await reply.FillAsync("届かない返信");
        await reply.PressAsync("Control+Enter");
        await Expect(desk.GetByText("まもなく送信します")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "ブロック", Exact = true }).ClickAsync();
        await Expect(desk.GetByText("にブロックされました。解除されるまで")).ToBeVisibleAsync();
        oneStop.PassTheHold();
        await Expect(desk.GetByText("この方は公式アカウントをブロックしているため、届きません。")).ToBeVisibleAsync();
        await Expect(desk.GetByText("送信失敗")).ToBeVisibleAsync();

        await phone.GetByRole(AriaRole.Button, new() { Name = "ブロックを解除" }).ClickAsync();
        await Expect(desk.GetByText("ブロックが解除されました")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "再送" }).ClickAsync();
        await Expect(phone.GetByText("届かない返信")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "送信をやめる" })).ToBeHiddenAsync();
        await Expect(reply).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Assigned_answered_and_done_with_undo()
    {
        var (phone, desk) = await Both();
        await Say(phone, "完了の試し");
        await desk.GetByRole(AriaRole.Link, new() { NameRegex = new("完了の試し") }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "完了", Exact = true })).ToBeDisabledAsync(); // somebody waits
        await desk.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        await Expect(desk.GetByLabel("担当")).ToHaveValueAsync((await oneStop.AMember("counselor", Duty.Counselor)).Id.ToString());
        await desk.GetByRole(AriaRole.Button, new() { Name = "返信不要" }).ClickAsync();
        await Expect(desk.GetByText("返信不要にしました（")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "完了", Exact = true }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "完了を取り消す" })).ToBeVisibleAsync();
        await desk.Undo("完了にしました");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "完了", Exact = true })).ToBeVisibleAsync();
    }

    private async Task<(IPage Phone, IPage Desk)> Both()
    {
        await oneStop.AMember("counselor", Duty.Counselor);
        foreach (var earlier in await oneStop.Read(async db =>
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Conversations)))
            await Settle(earlier);

        var phone = await browser.Open(oneStop.Address, 900, 900);
        await phone.GotoAsync("/simulator");
        await phone.GetByLabel("新しい人の名前").FillAsync("こはる");
        await phone.GetByRole(AriaRole.Button, new() { Name = "加える" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "友だち追加", Exact = true }).ClickAsync();
        await Expect(phone.GetByText("はじめに")).ToBeVisibleAsync();

        var desk = await browser.Open(oneStop.Address);
        await desk.SignIn("counselor");
        await desk.Menu().GetByRole(AriaRole.Link, new() { NameRegex = new("^受信箱") }).ClickAsync();
        return (phone, desk);
    }

    /// <summary>Clears the list, so that each test begins with nobody waiting.</summary>
    private async Task Settle(Conversation conversation)
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.As(member, async services =>
        {
            var conversations = (ConversationDesk)services.GetService(typeof(ConversationDesk))!;
            if (conversation.AnswerDue is not null)
                await conversations.NeedNoAnswer(conversation.Id);
        });
    }

    /// <summary>On the telephone: what its owner has said.</summary>
    private static ILocator Mine(IPage phone, string words) =>
        phone.PhoneTalk().GetByRole(AriaRole.Article, new() { NameRegex = new("^自分") }).Filter(new() { HasText = words });

    private static async Task Say(IPage phone, string text)
    {
        await phone.GetByLabel("メッセージ", new() { Exact = true }).FillAsync(text);
        await phone.GetByRole(AriaRole.Button, new() { Name = "送信", Exact = true }).ClickAsync();
    }

    private static FilePayload APicture(string name) => new() { Name = name, MimeType = "image/png", Buffer = Pictures.Png() };
}
