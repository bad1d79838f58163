using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Line.Reception;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>Text that can be shown only in part, or not at all, is marked as such; LINE's own webhook tests create no friend.</summary>
public sealed class ReceivedWordsTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Nothing = "（目に見えない文字だけのメッセージです）";

    [Fact]
    public void Emoji_of_LINEs_own_are_named_as_such_where_they_stand()
    {
        var text = new ReceivedText("はい(love)です()😊") { Emojis = [new(2, 6), new(10, 2)] };
        Assert.Equal(("はい〔絵文字〕です〔絵文字〕😊", "はいです😊"), (text.Shown, text.Typed));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(3, 9)] // beyond the end
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_place_that_the_text_does_not_have_changes_nothing(int index, int length) =>
        Assert.Equal("(x)です", new ReceivedText("(x)です") { Emojis = [new(index, length)] }.Shown);

    [Fact]
    public void Places_that_overlap_are_replaced_once() =>
        Assert.Equal("あ〔絵文字〕", new ReceivedText("あ(love)") { Emojis = [new(1, 6), new(1, 6)] }.Shown);

    [Theory]
    [InlineData("", Nothing)]
    [InlineData(" \u3000\n", Nothing)]
    [InlineData("\u200B\u2060\uFEFF", Nothing)] // zero-width
    [InlineData("\u3164", Nothing)] // a letter by its category, but invisible
    [InlineData("\u2800\uFE0F", Nothing)]
    [InlineData("\u200Bあ", "\u200Bあ")]
    [InlineData("。", "。")]
    public void Words_of_which_nothing_can_be_seen_are_said_to_be_so(string text, string shown) => Assert.Equal(shown, new ReceivedText(text).Shown);

    [Fact]
    public async Task A_message_with_them_is_no_empty_bubble()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "\u3164" });
        await TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.By == Speaker.Client && m.Text == Nothing)), "the sentence");
    }

    [Theory]
    [InlineData("Udeadbeefdeadbeefdeadbeefdeadbeef", "00000000000000000000000000000000")]
    [InlineData("Udeadbeefdeadbeefdeadbeefdeadbeef", "ffffffffffffffffffffffffffffffff")]
    [InlineData("U206d25c2ea6bd87c17655609a1c37cb8", "00000000000000000000000000000000")] // an older one
    public async Task Lines_button_for_trying_the_webhook_makes_no_client(string user, string token)
    {
        var met = await oneStop.Read(db => db.Friends.CountAsync());
        var id = $"01VERIFY{user[1]}{token[0]}";
        await oneStop.PostEvents();
        await oneStop.PostEvents(
            $$$"""{"type":"message","webhookEventId":"{{{id}}}","timestamp":1791158400000,"replyToken":"{{{token}}}","source":{"type":"user","userId":"{{{user}}}"},"message":{"id":"100001","type":"text","text":"Hello, world"}}""");
        await oneStop.Processed(id);
        Assert.Equal(met, await oneStop.Read(db => db.Friends.CountAsync()));
    }
}
