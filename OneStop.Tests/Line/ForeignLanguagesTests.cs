using OneStop.Line.Reception;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>First messages that are not in Japanese: the language is recognized without any service, and answered in it.</summary>
public sealed class ForeignLanguagesTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData("Hello, I am looking for a job", "English")]
    [InlineData("can you help me", "English")]
    [InlineData("Thank you!", "English")]
    [InlineData("Xin chào, tôi muốn tìm việc làm", "Vietnamese")]
    [InlineData("xin chao toi muon tim viec", "Vietnamese")]
    [InlineData("你好，我想找工作", "Chinese")]
    [InlineData("请问可以预约吗", "Chinese")]
    [InlineData("我是單親媽媽，想找工作", "Chinese")]
    [InlineData("안녕하세요 일자리를 찾고 있어요", "Korean")]
    [InlineData("नमस्ते, मलाई काम चाहियो", "Nepali")]
    [InlineData("Kumusta po, naghahanap ako ng trabaho", "Tagalog")]
    [InlineData("Gusto ko po magtanong", "Tagalog")]
    [InlineData("Hello\uFFFE, I am looking for a job", "English")]
    public void A_language_is_known_by_its_letters_and_words(string text, string tongue) => Assert.Equal(tongue, ForeignLanguages.Of(text)?.Name);

    [Theory]
    [InlineData("こんにちは")]
    [InlineData("Hello! 仕事をさがしています")] // kana decide
    [InlineData("予約確認")] // characters used in both languages
    [InlineData("離婚調停中、単親家庭")]
    [InlineData("感謝申請過去没収返還")]
    [InlineData("yoyaku onegai")] // romaji
    [InlineData("OK")]
    [InlineData("PCスキル")]
    [InlineData("https://www.example.jp/the/job/for/you")]
    [InlineData("090-0000-0000")]
    [InlineData("😊")]
    [InlineData("\uFFFE")] // not a character, and not normalizable
    public void Whatever_is_in_doubt_is_Japanese(string text) => Assert.Null(ForeignLanguages.Of(text));

    [Theory]
    [InlineData("Hello, I am looking for a job", "A person will read your message")]
    [InlineData("Tôi cần tìm việc", "Nhân viên sẽ đọc")]
    [InlineData("请问可以预约吗", "工作人员会阅读")]
    [InlineData("일자리를 찾고 있어요", "담당자가 메시지를")]
    [InlineData("मलाई काम चाहियो", "कर्मचारीले")]
    [InlineData("Naghahanap ako ng trabaho", "Babasahin ng aming staff")]
    public async Task The_receipt_says_in_their_language_that_a_person_will_answer(string text, string words)
    {
        var friend = await oneStop.AFriend();
        await oneStop.Type(friend, text);
        oneStop.AssertSays(friend, words);
        oneStop.AssertSays(friend, "あなたの ことばで");
        oneStop.AssertSays(friend, "までに担当者がお返事します");
        Assert.Contains("guide", Assert.Single(
            Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message))["uri"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_begins_with_a_sticker_gets_the_buttons_of_the_greeting_and_only_then()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId,
            new() { ["type"] = "sticker", ["packageId"] = "11537", ["stickerId"] = "52002734", ["stickerResourceType"] = "STATIC" });
        await TestOneStop.Until(() => Task.FromResult(Theirs(friend).Count == 4), "the receipt and the buttons");
        Assert.Contains("メッセージを受け取りました", Thumb.Read(Theirs(friend)[2].Message));
        Assert.Equal(Labels(Theirs(friend)[1]), Labels(Theirs(friend)[3]));
        Assert.Contains("相談を予約したい", Labels(Theirs(friend)[3]));

        var other = await oneStop.AFriend("つばさ");
        await oneStop.Type(other, "こんにちは");
        Assert.Equal(3, Theirs(other).Count);
    }

    private List<Bubble> Theirs(VirtualFriend friend) => [.. oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine)];

    private static List<string> Labels(Bubble bubble) => [.. Thumb.Buttons(bubble.Message).Select(b => b["label"]!.GetValue<string>())];
}
