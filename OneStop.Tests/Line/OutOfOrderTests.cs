using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>LINE does not guarantee the order of events: edited texts and pictures are shown in the conversation as the client sees them.</summary>
public sealed class OutOfOrderTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private long Now => oneStop.Clock.GetUtcNow().ToUnixTimeMilliseconds() - 10_000;

    [Fact]
    public async Task Of_two_changes_the_later_one_holds_whichever_comes_first()
    {
        var friend = await oneStop.AFriend();
        await Post(friend, "01ORIGINAL", Now, Words("message", "8001", "さいしょ"));
        await Post(friend, "01SECOND", Now + 2000, Words("messageEdited", "8001", "二度めになおした"));
        await Post(friend, "01LATECOMER", Now + 1000, Words("messageEdited", "8001", "一度めになおした"));
        Assert.Equal(["二度めになおした"], await Said(friend));
    }

    [Fact]
    public async Task Words_that_come_after_their_change_add_nothing()
    {
        var friend = await oneStop.AFriend();
        await Post(friend, "01CHANGED", Now + 1000, Words("messageEdited", "8002", "なおした"));
        await Post(friend, "01BEFORE", Now, Words("message", "8002", "まえの"));
        Assert.Equal(["なおした"], await Said(friend));
        // the client gets the receipt nevertheless
        Assert.Contains(oneStop.Line.TalkOf(friend.UserId),
            b => !b.IsMine && b.Message["text"]?.GetValue<string>().StartsWith("メッセージを受け取りました", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("予約", "きょうの予約")] // words that the bot answers
    [InlineData("使い方", "使い方はどこ")]
    public async Task Words_of_a_button_that_come_after_their_change_add_nothing_either(string typed, string changed)
    {
        var friend = await oneStop.AFriend();
        var id = typed == "予約" ? "8003" : "8004";
        await Post(friend, $"01CHANGED{id}", Now + 1000, Words("messageEdited", id, changed));
        await Post(friend, $"01BEFORE{id}", Now, Words("message", id, typed));
        Assert.Equal([changed], await Said(friend));
    }

    [Fact]
    public async Task Pictures_sent_at_once_stand_in_the_order_in_which_they_were_chosen()
    {
        var friend = await oneStop.AFriend();
        foreach (var index in (int[])[3, 1, 4, 2])
            await Post(friend, $"01PICTURE{index}", Now + index, Picture($"900{index}", "E005A", index));
        await Post(friend, "01OTHERSET", Now + 5, Picture("9009", "E005B", 1));
        await Post(friend, "01OLDPHONE", Now + 6,
            """ "type":"message","message":{"type":"image","id":"9010","contentProvider":{"type":"line"},"imageSet":{"id":"E005A"}} """);
        Assert.Equal(["9001", "9002", "9003", "9004", "9009", "9010"], await Messages(friend, m => m.LineMessageId!));
        Assert.Equal(["9001", "9002", "9003", "9004", "9009", "9010"], await oneStop.Read(async db =>
        {
            var id = await oneStop.ConversationOf(friend);
            return await db.Messages.Where(m => m.ConversationId == id && m.By == Speaker.Client).OrderBy(m => m.Order)
                .Join(db.StoredFiles, m => m.FileId, f => f.Id, (_, f) => f.Source!.LineMessageId).ToListAsync();
        }));
    }

    private async Task Post(VirtualFriend friend, string id, long at, string more)
    {
        await oneStop.PostEvents(
            $$$"""{"webhookEventId":"{{{id}}}","timestamp":{{{at}}},"source":{"type":"user","userId":"{{{friend.UserId}}}"},"replyToken":"{{{oneStop.Line.HandOutReplyToken(friend.UserId)}}}",{{{more}}}}""");
        await oneStop.Processed(id);
    }

    private Task<List<string>> Said(VirtualFriend friend) => Messages(friend, m => m.Text!);

    private async Task<List<string>> Messages(VirtualFriend friend, System.Linq.Expressions.Expression<Func<Message, string>> what)
    {
        var id = await oneStop.ConversationOf(friend);
        return await oneStop.Read(db => db.Messages.Where(m => m.ConversationId == id && m.By == Speaker.Client)
            .OrderBy(m => m.Order).Select(what).ToListAsync());
    }

    private static string Words(string type, string id, string text) => $$""" "type":"{{type}}","message":{"type":"text","id":"{{id}}","text":"{{text}}"} """;

    private static string Picture(string id, string set, int index) =>
        $$$""" "type":"message","message":{"type":"image","id":"{{{id}}}","contentProvider":{"type":"line"},"imageSet":{"id":"{{{set}}}","index":{{{index}}},"total":4}} """;
}
