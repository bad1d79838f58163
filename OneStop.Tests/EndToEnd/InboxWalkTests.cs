using Microsoft.Playwright;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Tags;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A counselor finds, marks and reads talks, as she would in the browser.</summary>
[Collection(BrowserGroups.Third)]
public sealed class InboxWalkTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_filter_lies_in_the_address_and_is_kept_under_a_name()
    {
        var (friend, _) = await AFriendWho("写真を送ります");
        oneStop.Line.SendBytes(friend.UserId,
            new() { ["type"] = "image", ["contentProvider"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "line" } }, Pictures.Png(), "image/png");
        var page = await Inbox("finder", "all");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("絞り込み") }).ClickAsync();
        await page.GetByLabel("種類", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "画像" });
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=picture"));
        await Expect(page.InboxRows()).ToHaveCountAsync(1);
        await page.ReloadAsync(); // the address says it all
        await Expect(page.InboxRows()).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("保存条件") }).ClickAsync();
        await page.GetByLabel("いまの条件の名前").FillAsync("写真のある人");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "保存した条件" }).GetByRole(AriaRole.Link)).ToContainTextAsync("写真のある人");
        await page.GotoAsync("/inbox?list=waiting");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("保存条件") }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "保存した条件" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("list=all&kind=picture"));
        await page.GetByRole(AriaRole.Button, new() { Name = "「写真のある人」を削除する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "保存した条件" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await page.Undo("「写真のある人」を削除しました");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "保存した条件" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Several_are_tagged_and_closed_at_once_and_all_of_it_is_undone()
    {
        var manager = await oneStop.AMember("picker", Duty.Counselor, Duty.Manager);
        await oneStop.At<TagDesk>(manager, d => d.Add("まとめて"));
        var (_, first) = await AFriendWho("まとめての一人目");
        await oneStop.At<ConversationDesk>(manager, d => d.NeedNoAnswer(first));
        await AFriendWho("まとめての二人目");
        var page = await Inbox("picker", "all");
        await page.GetByRole(AriaRole.Button, new() { Name = "選択", Exact = true }).ClickAsync();
        foreach (var text in (string[])["まとめての一人目", "まとめての二人目"])
            await page.InboxRows(text).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByLabel("タグをつける").First.SelectOptionAsync(new SelectOptionValue { Label = "まとめて" });
        await Expect(page.InboxRows().GetByText("まとめて", new() { Exact = true })).ToHaveCountAsync(2);
        await page.Undo("2件に「まとめて」をつけました");
        await Expect(page.InboxRows().GetByText("まとめて", new() { Exact = true })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "完了にする" }).ClickAsync();
        await Expect(page.GetByText("1件を完了にしました（1件は、返信待ちか完了済みのため、そのままです）")).ToBeVisibleAsync();
        await Expect(page.InboxRows("まとめての一人目").GetByText("完了")).ToBeVisibleAsync();
        await page.Undo("1件を完了にしました");
        await Expect(page.InboxRows("まとめての一人目").GetByText("完了")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_long_list_scrolls_in_its_own_pane_and_never_moves_the_inbox()
    {
        await oneStop.AMember("scanner", Duty.Counselor);
        for (var i = 0; i < 6; i++)
            await AFriendWho($"長い一覧{i}");
        var page = await browser.Open(oneStop.Address, height: 360);
        await page.SignIn("scanner", "/inbox?list=all");
        await Expect(page.UnreadRow("長い一覧0")).ToHaveCountAsync(1);
        Assert.True(await page.InboxRows().First.EvaluateAsync<bool>("row => row.parentElement.scrollHeight > row.parentElement.clientHeight"));
        Assert.True(await page.Content().EvaluateAsync<bool>("main => main.scrollHeight === main.clientHeight"));
    }

    [Fact]
    public async Task A_talk_is_put_back_among_the_unread()
    {
        var (_, conversation) = await AFriendWho("未読に戻す話");
        var page = await Inbox("unreader", "all", conversation);
        await page.Composer();
        await page.GetByRole(AriaRole.Button, new() { Name = "未読にする" }).ClickAsync();
        await Expect(page.UnreadRow("未読に戻す話")).ToBeVisibleAsync();
        await page.Undo("未読にしました");
        await Expect(page.UnreadRow("未読に戻す話")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_colleagues_know_of_a_person_is_written_beside_the_talk_and_seen_by_all_at_once()
    {
        var (_, conversation) = await AFriendWho("人の情報の試し");
        var (one, two) = (await Inbox("writer", "all", conversation), await Inbox("reader", "all", conversation));
        await one.GetByRole(AriaRole.Button, new() { NameRegex = new("呼び名を書く") }).ClickAsync();
        await one.GetByRole(AriaRole.Textbox, new() { Name = "呼び名", Exact = true }).FillAsync("かえで");
        await one.Keyboard.PressAsync("Enter");
        await Expect(two.GetByRole(AriaRole.Heading, new() { NameRegex = new("かえで（A-") })).ToBeVisibleAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "「要注意」をつける" }).ClickAsync();
        await one.GetByLabel("同僚に知らせたいこと").FillAsync("強い不安がある");
        await one.GetByRole(AriaRole.Button, new() { Name = "つける", Exact = true }).ClickAsync();
        await Expect(two.ClientPane().GetByText("強い不安がある")).ToBeVisibleAsync();
        await Expect(two.Current(two.InboxRows()).GetByText("要注意")).ToBeVisibleAsync();
        await one.GetByRole(AriaRole.Button, new() { NameRegex = new("メモを書く") }).ClickAsync();
        await one.GetByRole(AriaRole.Textbox, new() { Name = "メモ" }).FillAsync("小学生の子と二人");
        await one.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(two.GetByRole(AriaRole.Region, new() { Name = "メモ" }).GetByText("小学生の子と二人")).ToBeVisibleAsync();
        await one.Undo("メモを保存しました");
        await Expect(two.GetByRole(AriaRole.Region, new() { Name = "メモ" }).GetByText("小学生の子と二人")).ToHaveCountAsync(0);
        await one.AssertAccessible("the pane of the person");
    }

    [Fact]
    public async Task A_flag_that_a_colleague_set_first_is_asked_about_and_not_written_over()
    {
        var (_, conversation) = await AFriendWho("印の試し");
        var page = await Inbox("flagger", "all", conversation);
        var colleague = await oneStop.AMember("first-flagger", Duty.Counselor);
        await page.GetByRole(AriaRole.Button, new() { Name = "「要注意」をつける" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "「要注意」をつける" });
        await form.GetByLabel("同僚に知らせたいこと").FillAsync("電話は夕方に");
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "つける" })).Not.ToHaveAttributeAsync("aria-disabled", "true"); // the server has it
        await oneStop.At<CardDesk>(colleague, d => d.SetCaution(conversation, new(MarkWish.None, new("朝は出られない"))));
        await Expect(form.GetByText("ほかの人がこの内容を変えました")).ToBeVisibleAsync();
        await form.GetByLabel("同僚に知らせたいこと").PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ほかの人が先に変更しました" });
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "電話は夕方に" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "選んだ内容で保存" }).ClickAsync();
        await Expect(page.ClientPane().GetByText("電話は夕方に")).ToBeVisibleAsync();
        await page.Undo("「要注意」をつけました");
        await Expect(page.ClientPane().GetByText("朝は出られない")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Older_messages_load_on_scrolling_up_and_what_is_read_stays_where_it_is()
    {
        var (_, conversation) = await ALongTalk("長い話", 140);
        var page = await Inbox("scroller", "all", conversation);
        await page.Composer();
        await Expect(page.Messages().GetByText("長い話139", new() { Exact = true })).ToBeInViewportAsync(); // at the newest
        await Expect(page.Messages().GetByText("長い話60", new() { Exact = true })).ToHaveCountAsync(0);
        await page.Messages().EvaluateAsync("m => { m.scrollTop = 200; }");
        await Expect(page.Messages().GetByText("長い話60", new() { Exact = true })).ToHaveCountAsync(1);
        await TestOneStop.Until(async () => await page.Messages().EvaluateAsync<double>("m => m.scrollTop") > 1000, "the place of the reader to be kept");
    }

    [Fact]
    public async Task A_place_in_the_past_is_opened_and_the_newest_is_one_press_away()
    {
        var (member, conversation) = await ALongTalk("過去の話", 140);
        var place = (await oneStop.At<ConversationDesk, ConversationView?>(member, d => d.ReadAgain(conversation, 0)))!.Messages.Single(m =>
            m.Text == "過去の話20").Order;
        var page = await Inbox("jumper", "all", conversation, $"&at={place}");
        await Expect(page.Messages().GetByText("過去の話20", new() { Exact = true })).ToBeInViewportAsync();
        await Expect(page.Current(page.Messages())).ToContainTextAsync("過去の話20");
        await Expect(page.Messages().GetByText("過去の話139", new() { Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "最新へ" }).ClickAsync();
        await Expect(page.Messages().GetByText("過去の話139", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_telephone_the_persons_pane_has_the_focus_and_gives_it_back()
    {
        var (_, conversation) = await AFriendWho("せまい画面の話");
        await oneStop.AMember("narrow", Duty.Counselor);
        var page = await browser.Open(oneStop.Address, 360, 780);
        await page.SignIn("narrow", "/inbox?list=all");
        var talk = page.RowOf(conversation);
        await talk.ClickAsync();
        await page.Composer();
        await page.MessagesReady(); // its script hears Escape
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "人の情報", Exact = true });
        var close = page.GetByRole(AriaRole.Button, new() { Name = "人の情報を閉じる" });
        await opener.PressAsync("Enter");
        await Expect(close).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(opener).ToBeFocusedAsync();

        await opener.PressAsync("Enter");
        await Expect(close).ToBeFocusedAsync();
        await page.GoBackAsync(); // away with the pane open: the list is not left behind glass
        await talk.ClickAsync();
        await page.Composer();
    }

    [Fact]
    public async Task The_first_unread_message_is_marked_and_found()
    {
        var (friend, conversation) = await AFriendWho("読んだ話");
        var page = await Inbox("latecomer", "all", conversation);
        await page.Composer();
        await page.GotoAsync("/inbox?list=all");
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, 70).Select(i => $"未読の話{i}")]);
        await page.GotoAsync($"/inbox/{conversation}?list=all");
        await page.GetByRole(AriaRole.Button, new() { Name = "未読の最初へ" }).ClickAsync();
        await Expect(page.GetByText("ここから未読")).ToBeVisibleAsync();
        await Expect(page.Messages().GetByText("未読の話0", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_quote_leads_to_what_it_quotes_and_a_picture_is_looked_at_in_full()
    {
        var (friend, conversation) = await AFriendWho("引用される話");
        var quoted = oneStop.Line.TalkOf(friend.UserId).Last(b => b.IsMine).Id;
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, 80).Select(i => $"あいだの話{i}")]);
        oneStop.Line.SendBytes(friend.UserId,
            new() { ["type"] = "image", ["contentProvider"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "line" } }, Pictures.Png(), "image/png");
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "引用します", ["quotedMessageId"] = quoted });
        var page = await Inbox("quoter", "all", conversation);
        await Expect(page.ClientsMessages("引用します")).ToBeVisibleAsync();

        await page.MessagesReady();
        await page.Messages().GetByRole(AriaRole.Link, new() { Name = "送られてきた画像" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "画像" }).GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await page.AssertAccessible("a picture in full");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "画像" })).ToHaveCountAsync(0);
        await Expect(page.Messages().GetByRole(AriaRole.Link, new() { Name = "送られてきた画像" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("相談者「引用される話」") }).ClickAsync();
        await Expect(page.Current(page.Messages())).ToContainTextAsync("引用される話");
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(1440, true)]
    public async Task Everything_that_opens_is_accessible_and_fits(int width, bool dark)
    {
        var (_, conversation) = await AFriendWho("開くものの試し" + new string('長', 200));
        await oneStop.AMember("opener", Duty.Counselor);
        var page = await browser.Open(oneStop.Address, width, 780, dark);
        await page.SignIn("opener", "/inbox?list=all");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("絞り込み") }).ClickAsync();
        await Check("filters");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("保存条件") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "選択", Exact = true }).ClickAsync();
        await Check("saved views and picking");

        await page.GotoAsync($"/inbox/{conversation}?list=all");
        await page.Composer();
        await page.GetByRole(AriaRole.Button, new() { Name = "あとで送る" }).ClickAsync();
        await Check("sending later");
        await page.GetByRole(AriaRole.Tab, new() { Name = "社内メモ" }).ClickAsync();
        await Check("the note");
        if (width == 360)
            await page.GetByRole(AriaRole.Button, new() { Name = "人の情報", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "「連絡は控えめに」をつける" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "連絡不可の時間帯を決める" }).ClickAsync();
        await Check("the person");

        async Task Check(string what)
        {
            await page.AssertAccessible($"{what} at {width}{(dark ? " dark" : "")}");
            await page.AssertFits(what);
        }
    }

    private async Task<(VirtualFriend Friend, Guid Conversation)> AFriendWho(string says)
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = says });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        return (friend, await oneStop.ConversationOf(friend));
    }

    private async Task<(StaffMember Member, Guid Conversation)> ALongTalk(string words, int messages)
    {
        var friend = await oneStop.AFriend();
        await oneStop.SaysAll(friend, [.. Enumerable.Range(0, messages).Select(i => $"{words}{i}")]);
        var conversation = await oneStop.ConversationOf(friend);
        return (await oneStop.AMember("one", Duty.Counselor), conversation);
    }

    private async Task<IPage> Inbox(string name, string list, Guid? conversation = null, string more = "")
    {
        await oneStop.AMember(name, Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn(name, $"/inbox{(conversation is null ? "" : $"/{conversation}")}?list={list}{more}");
        await Expect(page.InboxRows().First).ToBeVisibleAsync();
        return page;
    }
}
