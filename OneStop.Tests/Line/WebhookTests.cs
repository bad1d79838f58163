using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>The webhook endpoint: Messaging API reference, webhooks.</summary>
public sealed class WebhookTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Hanako = "U11111111111111111111111111111111";
    private const string Taro = "U22222222222222222222222222222222";

    [Fact]
    public void The_signature_is_LINEs_own_example()
    {
        var body = """{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}"""u8;
        Assert.True(WebhookSignature.IsValid(body, "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=", "8c570fa6dd201bb328f1c1eac23a96d8"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64 at all")]
    [InlineData("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")] // a signature with another secret
    [InlineData("AAAA")]
    public async Task A_wrong_signature_is_refused_without_a_word(string? signature)
    {
        var response = await oneStop.PostWebhook("""{"destination":"U0","events":[]}""", signature);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"events":{}}""")]
    public async Task Signed_but_unreadable_is_a_bad_request(string body) =>
    Assert.Equal(HttpStatusCode.BadRequest, (await oneStop.PostWebhook(body)).StatusCode);

    [Fact]
    public async Task A_body_that_is_too_big_is_refused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge,
            (await oneStop.PostWebhook($$"""{"events":[],"x":"{{new string('a', 1100 * 1024)}}"}""")).StatusCode);

    [Fact]
    public async Task LINEs_connection_test_is_answered() =>
    Assert.Equal(HttpStatusCode.OK, (await oneStop.PostWebhook("""{"destination":"U0","events":[]}""")).StatusCode);

    [Fact]
    public async Task Several_peoples_events_in_one_body_go_to_several_conversations()
    {
        await oneStop.PostEvents(Text("01SEVERAL1", Hanako, "花子の質問"), Text("01SEVERAL2", Taro, "太郎の質問"));
        await oneStop.Processed("01SEVERAL1", "01SEVERAL2");
        var said = await oneStop.Read(db => db.Messages.Where(m => m.Text == "花子の質問" || m.Text == "太郎の質問").Select(m => m.ConversationId).ToListAsync());
        Assert.Equal(2, said.Distinct().Count());
    }

    [Fact]
    public async Task An_event_that_comes_again_is_kept_and_processed_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => oneStop.PostEvents(Text("01AGAIN", Hanako, "一度だけ"))));
        await oneStop.Processed("01AGAIN");
        await oneStop.PostEvents(Text("01AGAIN", Hanako, "一度だけ").Replace("\"isRedelivery\":false", "\"isRedelivery\":true"));
        await oneStop.PostEvents(Text("01AFTER", Hanako, "そのあと"));
        await oneStop.Processed("01AFTER");
        Assert.Equal(1, await oneStop.Read(db => db.IncomingEvents.CountAsync(e => e.EventId == "01AGAIN")));
        Assert.Equal(1, await oneStop.Read(db => db.Messages.CountAsync(m => m.Text == "一度だけ")));
    }

    [Fact]
    public async Task Many_at_once_from_one_new_friend_become_one_friend_in_order()
    {
        const string newcomer = "U33333333333333333333333333333333";
        await oneStop.PostEvents([.. Enumerable.Range(0, 30).Select(i => Text($"01ORDER{i:D2}", newcomer, $"順番{i:D2}", 1_791_158_400_000 + i))]);
        await oneStop.Processed([.. Enumerable.Range(0, 30).Select(i => $"01ORDER{i:D2}")]);
        var said = await oneStop.Read(db => db.Messages.Where(m => m.Text!.StartsWith("順番")).OrderBy(m => m.Order).Select(m => m.Text!).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"順番{i:D2}"), said);
    }

    [Theory]
    [InlineData("""{"type":"someday","webhookEventId":"01NEWKIND","source":{"type":"user","userId":"U11111111111111111111111111111111"},"timestamp":1791158400000}""", "01NEWKIND", "未対応イベント（someday）")]
    [InlineData("""{"message":{"id":"1","type":"hologram","depth":3},"webhookEventId":"01NEWMESSAGE","source":{"type":"user","userId":"U11111111111111111111111111111111"},"timestamp":1791158400000,"type":"message"}""", "01NEWMESSAGE", "未対応イベント（message/hologram）")]
    [InlineData("""{"type":"message","message":"not an object","webhookEventId":"01WRONG","source":{"type":"user","userId":"U11111111111111111111111111111111"}}""", "01WRONG", "未対応イベント（message）")]
    public async Task What_is_not_known_is_kept_and_shown(string happened, string id, string shown)
    {
        await oneStop.PostEvents(happened);
        await oneStop.Processed(id);
        Assert.True(await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text == shown)));
        Assert.Equal(happened, await oneStop.Read(db => db.IncomingEvents.Where(e => e.EventId == id).Select(e => e.Body).SingleAsync()));
    }

    [Fact]
    public async Task One_that_cannot_be_processed_is_put_aside_shown_and_blocks_no_other()
    {
        const string jiro = "U55555555555555555555555555555555";
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() // makes the database refuse this text
            ? "CREATE TRIGGER refuse BEFORE INSERT ON \"Messages\" WHEN NEW.\"Text\" = '保存できない' BEGIN SELECT RAISE(ABORT, 'refused'); END"
            : "ALTER TABLE \"Messages\" ADD CONSTRAINT refuse CHECK (\"Text\" <> N'保存できない')"));
        await oneStop.PostEvents(Text("01BROKEN", jiro, "保存できない"), Text("01UNBROKEN", jiro, "そのあとの質問", 1_791_158_400_500));
        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // through all retry delays
            return oneStop.Read(db => db.IncomingEvents.PutAside().AnyAsync(e => e.EventId == "01BROKEN"));
        }, "all attempts to fail");
        await TestOneStop.Until(() =>
        {
            oneStop.Clock.Advance(TimeSpan.FromMinutes(1));
            return oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId == "01UNBROKEN" && e.ProcessedAt != null));
        }, "the next one to be processed");
        Assert.True(await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text!.StartsWith("読み取れないメッセージ"))));
        using var http = oneStop.Http();
        Assert.Contains("could not be processed", await (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_event_without_an_id_is_kept_once_by_its_hash()
    {
        const string happened = """{"type":"follow","deliveryContext":{"isRedelivery":false},"source":{"type":"user","userId":"U11111111111111111111111111111111"},"timestamp":1791158400000}""";
        await oneStop.PostEvents(happened);
        await oneStop.PostEvents(happened.Replace("false", "true", StringComparison.Ordinal)); // a redelivery changes nothing else
        Assert.Equal(1, await oneStop.Read(db => db.IncomingEvents.CountAsync(e => e.EventId.StartsWith("sha256:"))));
    }

    public static TheoryData<string> Documented =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Line", "Documented"), "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task Each_event_as_LINE_documents_it_ends_where_it_should_or_is_kept(string file)
    {
        var body = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Line", "Documented", file));
        var ids = WebhookBody.Read(Encoding.UTF8.GetBytes(body), oneStop.Clock.GetUtcNow()).Select(e => e.EventId).ToArray();
        Assert.Equal(HttpStatusCode.OK, (await oneStop.PostWebhook(body)).StatusCode);
        await oneStop.Processed(ids);
        var failed = await oneStop.Read(db => db.IncomingEvents.Where(e => ids.Contains(e.EventId) && (e.Failure != null || e.PutAsideAt != null))
            .Select(e => e.Failure).ToListAsync());
        Assert.Empty(failed);
        var shown = await oneStop.Read(async db =>
            (await db.Messages.Select(m => m.UnsentAt == null ? m.Text : Wiped)
                .ToListAsync()).Concat(await db.StoredFiles.Select(f => f.Source!.LineMessageId).ToListAsync()).ToList());
        var ends = WhereItEnds[Path.GetFileNameWithoutExtension(file)];
        if (ends is Group or NoFriend)
            Assert.Equal(ids.Length, await oneStop.Read(db =>
                db.IncomingEvents.CountAsync(e => ids.Contains(e.EventId) && e.Sender == null && e.Body != "{}")));
        else
            Assert.Contains(ends, shown);
    }

    private const string Group = "(kept; no conversation of one person)";
    private const string Wiped = "(wiped)";
    private const string NoFriend = "(kept; from nobody)";

    /// <summary>What the conversation shows of each event, which file is fetched, or that it stays in the incoming events.</summary>
    private static readonly Dictionary<string, string> WhereItEnds = new()
    {
        ["message-text"] = "この求人について教えてください",
        ["message-image"] = "354718705033693861",
        ["message-video"] = "1分00秒",
        ["message-audio"] = "325709",
        ["message-file"] = "file.txt",
        ["message-location"] = "日本、〒102-8282 東京都千代田区紀尾井町1番3号",
        ["message-sticker"] = "Let's\nhang out\nthis\nweekend!",
        ["unsend"] = Wiped,
        ["follow"] = "友だちに追加されました",
        ["unfollow"] = "ブロックされました",
        ["join"] = Group,
        ["leave"] = Group,
        ["memberJoined"] = Group,
        ["memberLeft"] = Group,
        ["messageEdited"] = Group,
        ["messageEdited-user"] = "直しました",
        ["postback"] = "いまは使えないボタンが押されました",
        ["videoPlayComplete"] = "動画が最後まで再生されました",
        ["beacon"] = "未対応イベント（beacon）",
        ["accountLink"] = "アカウントの連携が行われました",
        ["membership"] = "未対応イベント（membership）",
        ["delivery"] = "未対応イベント（delivery）",
        ["module"] = NoFriend,
        ["activated"] = NoFriend,
        ["deactivated"] = NoFriend,
        ["botSuspended"] = NoFriend,
        ["botResumed"] = NoFriend,
    };

    [Fact]
    public async Task Nothing_that_was_said_and_nobodys_id_is_in_the_log()
    {
        await oneStop.PostEvents(Text("01SECRET", Hanako, "だれにも言えない秘密"));
        await oneStop.Processed("01SECRET");
        Assert.DoesNotContain(oneStop.Logged, line => line.Contains("秘密", StringComparison.Ordinal) || line.Contains(Hanako, StringComparison.Ordinal));
        Assert.NotEmpty(oneStop.Logged);
    }

    private static string Text(string eventId, string user, string text, long at = 1_791_158_400_000) =>
        $$$"""{"replyToken":"r{{{eventId}}}","type":"message","mode":"active","timestamp":{{{at}}},"source":{"type":"user","userId":"{{{user}}}"},"webhookEventId":"{{{eventId}}}","deliveryContext":{"isRedelivery":false},"message":{"id":"{{{Math.Abs(eventId.GetHashCode(StringComparison.Ordinal))}}}","type":"text","text":"{{{text}}}"}}""";
}
