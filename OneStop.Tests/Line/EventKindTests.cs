using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Friends;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>The effects of less common events: videos and voices, quotes, edits, old buttons, groups.</summary>
public sealed class EventKindTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly byte[] Mp4 = [0, 0, 0, 0x18, .. "ftypmp42"u8, 0, 0, 0, 0, 1, 2, 3, 4];
    private static readonly byte[] M4a = [0, 0, 0, 0x18, .. "ftypM4A "u8, 0, 0, 0, 0, 5, 6, 7, 8];

    [Fact]
    public async Task A_video_is_fetched_when_LINE_has_prepared_it_with_its_face()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.Preparing, Times: 3));
        SendVideo(friend);
        var file = await Settled(friend, advancing: true, patiently: true);
        Assert.Equal(("video/mp4", FileState.Stored, "42秒"), (file.Contents!.ContentType, file.State, file.Name));
        Assert.Equal("image/png", file.Preview!.ContentType);
        Assert.Equal(MessageKind.Video, (await Thread(friend)).Last(m => m.By == Speaker.Client).Kind);
    }

    [Fact]
    public async Task A_video_that_LINE_cannot_prepare_is_said_plainly()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.PreparingFailed));
        oneStop.Line.Contents.Transcode(SendVideo(friend), "failed");
        var file = await Settled(friend, advancing: false);
        Assert.Equal(FileState.Refused, file.State);
        Assert.Contains("再生の準備", file.Reason);
    }

    [Fact]
    public async Task A_voice_is_fetched_and_needs_no_face()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.SendBytes(friend.UserId, Media("audio"), M4a, "audio/mp4");
        var file = await Settled(friend, advancing: false);
        Assert.Equal(("audio/mp4", FileState.Stored), (file.Contents!.ContentType, file.State));
        Assert.Null(file.Preview);
    }

    [Fact]
    public async Task A_content_of_which_only_half_comes_is_fetched_again_and_nothing_of_the_half_stays()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.HalfOnly));
        SendVideo(friend);
        var file = await Settled(friend, advancing: true);
        Assert.Equal(Mp4.Length, file.Contents!.Length);
    }

    [Fact]
    public async Task A_content_that_comes_slowly_but_does_not_stop_is_whole_however_long_it_takes()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.Slowly));
        var began = oneStop.Clock.GetUtcNow();
        SendVideo(friend);
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () =>
        {
            oneStop.Clock.Advance(TimeSpan.FromSeconds(1)); // so that each part arrives long before its timeout
            return await oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State == FileState.Stored));
        }, "the last piece", TimeSpan.FromMinutes(1));
        Assert.True(oneStop.Clock.GetUtcNow() - began > TimeSpan.FromMinutes(6));
        Assert.Equal(0, await oneStop.Read(db => db.StoredFiles.Where(f => f.ConversationId == conversation).Select(f => f.Attempts).SingleAsync()));
    }

    [Fact]
    public async Task Contents_that_do_not_come_hold_up_no_other()
    {
        var stuck = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.Silent, Times: 4));
        for (var i = 0; i < 4; i++)
            SendVideo(stuck);
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.KeptWaiting == 4), "four to be under way");
        var friend = await oneStop.AFriend();
        SendVideo(friend);
        Assert.Equal(FileState.Stored, (await Settled(friend, advancing: false)).State);
        await Calm();
    }

    [Fact]
    public async Task A_content_that_is_gone_is_said_to_be_gone()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Content, Trouble.Gone));
        SendVideo(friend);
        Assert.Equal(FileState.Gone, (await Settled(friend, advancing: false)).State);
    }

    [Fact]
    public async Task A_quote_shows_what_it_quotes_until_that_is_taken_back()
    {
        var friend = await oneStop.AFriend();
        var first = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "最初の質問" });
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "これのことです", ["quotedMessageId"] = first });
        await Shows(friend, "これのことです");
        var quoting = (await Thread(friend)).Single(m => m.Text == "これのことです");
        Assert.Equal("最初の質問", quoting.Quoted!.Text);
        Assert.Equal("q" + first, await oneStop.Read(db => db.Messages.Where(m => m.LineMessageId == first).Select(m => m.QuoteToken).SingleAsync()));

        oneStop.Line.Unsend(friend.UserId, first);
        await TestOneStop.Until(async () => (await Thread(friend)).Single(m => m.Text == "これのことです").Quoted is { IsUnsent: true, Text: null },
            "the quote to be empty");
        Assert.Null(await oneStop.Read(db => db.Messages.Where(m => m.LineMessageId == first).Select(m => m.QuoteToken).SingleAsync()));
    }

    [Fact]
    public async Task While_another_module_has_the_talk_what_is_said_is_kept_and_the_bot_says_nothing()
    {
        const string user = "U55555555555555555555555555555551";
        await oneStop.PostEvents(
            Standby("01STANDBY1", user, "\"type\":\"follow\""),
            Standby("01STANDBY2", user, "\"type\":\"message\",\"message\":{\"id\":\"9551\",\"type\":\"text\",\"text\":\"予約\"}"), // no dialogue begins either
            Standby("01STANDBY3", user, "\"type\":\"postback\",\"postback\":{\"data\":\"what=help\"}"));
        await oneStop.Processed("01STANDBY1", "01STANDBY2", "01STANDBY3");
        var conversation = await oneStop.Read(db => db.Conversations.Where(c => c.Friend.LineUserId == LineUserId.Parse(user)).Select(c => c.Id).SingleAsync());
        Assert.Equal(["友だちに追加されました", "予約", "ボタンが押されました"],
            await oneStop.Read(db => db.Messages.Where(m => m.ConversationId == conversation).OrderBy(m => m.Order).Select(m => m.Text).ToListAsync()));
        Assert.False(await oneStop.Read(db => db.OutgoingMessages.AnyAsync(m => m.ConversationId == conversation)));
        Assert.True(await oneStop.Read(db => db.Conversations.AnyAsync(c => c.Id == conversation && c.AnswerDue != null))); // staff must answer
    }

    [Fact]
    public async Task An_edit_without_words_is_kept_as_an_event_and_holds_nothing_up()
    {
        const string user = "U55555555555555555555555555555552";
        await oneStop.PostEvents(
            $$$"""{"type":"messageEdited","webhookEventId":"01EDITED1","timestamp":1791158400000,"source":{"type":"user","userId":"{{{user}}}"},"message":{"id":"9552","type":"text"}}""",
            $$$"""{"type":"messageEdited","webhookEventId":"01EDITED2","timestamp":1791158400000,"source":{"type":"user","userId":"{{{user}}}"},"message":{"id":"9552","type":"text","text":null}}""");
        await oneStop.Processed("01EDITED1", "01EDITED2");
        Assert.False(await oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId.StartsWith("01EDITED") && e.Failure != null)));
    }

    [Fact]
    public async Task What_was_taken_back_while_it_was_put_aside_is_finished_without_a_word()
    {
        var friend = await oneStop.AFriend();
        await oneStop.Read(db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "IncomingEvents" ("EventId", "Sender", "MessageId", "OccurredAt", "ReceivedAt", "Body", "Attempts")
            VALUES ('01WIPED', {friend.UserId}, '9553', '2026-10-05 00:00:00', '2026-10-05 00:00:00', {IncomingEvent.Wiped}, 8)
            """));
        oneStop.Services.GetRequiredService<IncomingSignal>().Raise();
        await oneStop.Processed("01WIPED");
        Assert.DoesNotContain(await Thread(friend), m => m.Kind == MessageKind.Unsupported);
    }

    [Fact]
    public async Task A_quote_of_what_the_service_said_finds_it()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "質問です" });
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3));
        var receipt = oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine);
        await TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.LineMessageId == receipt.Id)));
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "わかりました", ["quotedMessageId"] = receipt.Id });
        await Shows(friend, "わかりました");
        Assert.StartsWith("メッセージを受け取りました", (await Thread(friend)).Single(m => m.Text == "わかりました").Quoted!.Text);
    }

    [Fact]
    public async Task An_edited_message_shows_its_new_words()
    {
        var friend = await oneStop.AFriend();
        var id = oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "まちがえた言葉" });
        await Shows(friend, "まちがえた言葉");
        await oneStop.PostEvents(Event(friend, "01EDITED", "messageEdited", $$""" "message":{"id":"{{id}}","type":"text","text":"直した言葉"} """));
        await oneStop.Processed("01EDITED");
        Assert.Contains(await Thread(friend), m => m.Text == "直した言葉");
        Assert.DoesNotContain(await Thread(friend), m => m.Text == "まちがえた言葉");
    }

    [Theory]
    [InlineData("01OLDBUTTON", "postback", """ "postback":{"data":"booking:2019"} """, "いまは使えないボタンが押されました")]
    [InlineData("01MENUTAB", "postback", """ "postback":{"data":"tab","params":{"newRichMenuAliasId":"b","status":"SUCCESS"}} """, "メニューが切り替えられました")]
    [InlineData("01PLAYED", "videoPlayComplete", """ "videoPlayComplete":{"trackingId":"x"} """, "動画が最後まで再生されました")]
    [InlineData("01LINKED", "accountLink", """ "link":{"result":"ok","nonce":"secret-nonce"} """, "アカウントの連携が行われました")]
    public async Task An_event_that_needs_no_answer_of_a_person_is_a_line_in_the_talk(string id, string type, string more, string shown)
    {
        var friend = await oneStop.AFriend();
        await oneStop.PostEvents(Event(friend, id, type, more));
        await oneStop.Processed(id);
        Assert.Contains(await Thread(friend), m => m.By == Speaker.Event && m.Text == shown);
        Assert.DoesNotContain(await Thread(friend), m => m.Text?.Contains("secret-nonce", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_old_button_gets_a_kind_answer_and_a_way_on()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Press(friend.UserId, "something-of-last-year", "前のボタン");
        await TestOneStop.Until(() =>
            Task.FromResult(oneStop.Line.TalkOf(friend.UserId)
                .Any(b => !b.IsMine && TextOf(b)?.StartsWith("このボタンは、いまは使えません", StringComparison.Ordinal) == true)), "the answer");
    }

    private string SendVideo(VirtualFriend friend) => oneStop.Line.SendBytes(friend.UserId, Media("video"), Mp4, "video/mp4");

    private static string Standby(string id, string user, string fields) =>
        $$$"""{"mode":"standby",{{{fields}}},"webhookEventId":"{{{id}}}","timestamp":1791158400000,"source":{"type":"user","userId":"{{{user}}}"}}""";

    private static JsonObject Media(string type) => new() { ["type"] = type, ["duration"] = 42000, ["contentProvider"] = new JsonObject { ["type"] = "line" } };

    private string Event(VirtualFriend friend, string id, string type, string more) =>
        $$$"""{"type":"{{{type}}}","timestamp":{{{oneStop.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"source":{"type":"user","userId":"{{{friend.UserId}}}"},"webhookEventId":"{{{id}}}",{{{more}}}}""";

    /// <param name="advancing">True to advance the clock: through the delay before the next attempt, and past the timeout
    /// of an attempt that never ends.</param>
    /// <param name="patiently">True to advance only through the delays, so that no call times out because the machine is slow.</param>
    private async Task<StoredFile> Settled(VirtualFriend friend, bool advancing, bool patiently = false)
    {
        var conversation = await oneStop.ConversationOf(friend);
        StoredFile? file = null;
        await TestOneStop.Until(async () =>
        {
            file = await oneStop.Read(db => db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ConversationId == conversation));
            if (file is null or { State: FileState.Waiting } && advancing)
                Pass(file?.NextTryAt - oneStop.Clock.GetUtcNow(), patiently);
            return file is { State: not FileState.Waiting };
        }, "the file to be settled");
        return file!;
    }

    private void Pass(TimeSpan? pause, bool patiently)
    {
        if (pause > TimeSpan.Zero)
            oneStop.Clock.Advance(pause.Value);
        else if (!patiently)
            oneStop.Clock.Advance(TimeSpan.FromMinutes(6));
        oneStop.Services.GetRequiredService<FileSignal>().Raise();
    }

    /// <summary>Waits until no file of another test is being fetched: it would use up the orders meant for this test.</summary>
    private Task Calm() => TestOneStop.Until(async () =>
    {
        oneStop.Clock.Advance(TimeSpan.FromHours(1));
        oneStop.Services.GetRequiredService<FileSignal>().Raise();
        return !await oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.State == FileState.Waiting));
    }, "the other files");

    private async Task<IReadOnlyList<MessageRow>> Thread(VirtualFriend friend)
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var conversation = await oneStop.ConversationOf(friend);
        return (await oneStop.As(member, s => s.GetRequiredService<ConversationDesk>().Open(conversation)))!.Messages;
    }

    private Task Shows(VirtualFriend friend, string text) => TestOneStop.Until(async () => (await Thread(friend)).Any(m => m.Text == text), $"「{text}」");

    private static string? TextOf(Bubble bubble) => bubble.Message["text"]?.GetValue<string>();
}
