using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Tests.House;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Bookings;

/// <summary>Typed text instead of buttons, from the telephone to the answer.</summary>
public sealed class TypedDialogueTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_sentence_about_a_booking_keeps_the_receipt_and_gets_the_buttons()
    {
        var friend = await oneStop.Booked("10月14日(水)", "10:00");
        var before = Said();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "子どもが熱を出したので予約を取り消したいのですが" });
        await Until(() => Task.FromResult(Said() == before + 2), "the receipt and the buttons");
        Assert.Contains("メッセージを受け取りました",
            Thumb.Read(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine && b.Message["type"]!.GetValue<string>() == "text").Message),
            StringComparison.Ordinal);
        Assert.Equal(["予約する", "予約を見る", "行けないことを伝える"], oneStop.Labels(friend));
        Assert.NotNull(await oneStop.DueOf(friend));
        await oneStop.Tap(friend, "行けないことを伝える");
        oneStop.AssertSays(friend, "予約を取り消しますか？"); // there is still time to cancel
        await oneStop.Type(friend, "予約の変更はどうすればいいですか"); // no receipt is due, and the buttons are shown nevertheless
        Assert.Contains("行けないことを伝える", oneStop.Labels(friend));

        int Said() => oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine);
    }

    [Fact]
    public async Task While_a_person_is_talking_with_them_the_bot_does_not_talk_in_between()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "資格の相談です");
        var (talk, member) = (await oneStop.ConversationOf(friend), await oneStop.OnShift("aoba"));
        await oneStop.At<AnswerDesk>(member, d => d.Answer(talk, "はい、どうぞ"));
        oneStop.PassTheHold();
        await Until(() => Task.FromResult(oneStop.Says(friend) == "はい、どうぞ"), "the answer");
        await oneStop.SaysAll(friend, ["来週の予約の件ですが"]);
        Assert.Equal(0, await oneStop.Read(db => Task.FromResult(db.Messages.Count(m => m.ConversationId == talk && m.Text!.Contains("予約のことですか")))));
    }

    [Fact]
    public async Task Who_cannot_come_needs_no_words_for_it()
    {
        await using var own = new TestOneStop();
        await own.InitializeAsync();
        var friend = await own.Booked("10月5日(月)", "22:00");
        await own.Type(friend, "やっぱり行けない");
        own.AssertSays(friend, "予約を取り消しますか？");
        own.Pass(Japan("2026-10-05T21:30") - own.Clock.GetUtcNow());
        await own.Hears(friend, "まもなくお約束");
        await own.Type(friend, "行けなくなりました");
        own.AssertSays(friend, "担当者に伝えました");
        Assert.NotNull(await own.DueOf(friend));
    }

    [Theory]
    [InlineData("18時で", "10月9日(金)", "10月9日(金) 18:00〜19:00")]
    [InlineData("18:07", "10月12日(月)", "始まる時間を選んでください")]
    [InlineData("夜", "10月15日(木)", "始まる時間を選んでください")]
    public async Task A_time_that_is_typed_where_one_is_asked_for_leads_back_to_the_step(string typed, string day, string answer)
    {
        var friend = await oneStop.OnTheWay(day, "10:00");
        await oneStop.Tap(friend, "時間を選び直す");
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, answer);
        Assert.Null(await oneStop.DueOf(friend));
    }

    [Theory]
    [InlineData("明日の夜で", "8:00", "10月6日(火) 夜おそく")]
    [InlineData("10/8 18:00", "12:00", "10月8日(木) 18:00〜19:00")]
    [InlineData("来週の火曜がいいです", "16:00", "日を選んでください")]
    [InlineData("10/8 18:10", "6:00", "始まる時間を選んでください")] // a time that is not offered: the offered times are shown
    [InlineData("明日18:07", "10:00", "始まる時間を選んでください")]
    [InlineData("10/8 30時", "14:00", "始まる時間を選んでください")]
    [InlineData("10/8 18:90", "18:00", "始まる時間を選んでください")]
    public async Task A_day_that_is_typed_where_one_is_asked_for_leads_back_to_the_step(string typed, string time, string answer)
    {
        var friend = await oneStop.OnTheWay("10月13日(火)", time);
        await oneStop.Tap(friend, "日を選び直す");
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, answer);
    }

    [Theory]
    [InlineData("10:00で", "10月20日(火)", "10:00", "10月20日(火) 10:00〜11:00")] // the same time: asks for confirmation again
    [InlineData("18時で", "10月21日(水)", "10:00", "10月21日(水) 18:00〜19:00")]
    [InlineData("18:10", "10月22日(木)", "10:00", "始まる時間を選んでください")]
    [InlineData("10/27の14時", "10月23日(金)", "10:00", "10月27日(火) 14:00〜15:00")]
    public async Task On_the_last_card_a_time_that_is_typed_is_taken_and_no_method_is_asked_for(string typed, string day, string time, string answer)
    {
        var friend = await oneStop.OnTheWay(day, time);
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, answer);
        Assert.DoesNotContain("どの方法で話しますか", (await oneStop.OutboxOf(friend))[^1], StringComparison.Ordinal);
        Assert.Null(await oneStop.DueOf(friend));
    }

    [Fact]
    public async Task Outside_the_dialogue_a_time_is_for_a_person()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "18時で");
        oneStop.AssertSays(friend, "メッセージを受け取りました");
        Assert.NotNull(await oneStop.DueOf(friend));
    }

    [Theory]
    [InlineData("使い方", "/guide")]
    [InlineData("個人情報の取り扱い", "/privacy")]
    public async Task What_opens_a_page_opens_the_same_when_it_is_typed(string typed, string page)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, typed);
        Assert.EndsWith(page, Thumb.Buttons(oneStop.Line.TalkOf(friend.UserId).Last(b => !b.IsMine).Message).First()["uri"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("090-1234-5678")]
    [InlineData("番号は０９０ー１２３４ー５６７８です")]
    public async Task A_telephone_number_gets_the_way_to_its_page_and_a_person_reads_it(string typed)
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, typed);
        oneStop.AssertSays(friend, "専用のページ");
        Assert.Equal(["電話番号を入れる"], oneStop.Labels(friend));
        Assert.NotNull(await oneStop.DueOf(friend));
    }

    [Fact]
    public async Task Thanks_are_answered_kindly_and_start_no_clock()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "ありがとうございます😊");
        oneStop.AssertSays(friend, "こちらこそ、ありがとうございます");
        Assert.Null(await oneStop.DueOf(friend));
        var talk = await oneStop.ConversationOf(friend);
        // staff see the message as new
        Assert.Equal(1, await oneStop.Read(db =>
            Task.FromResult(db.Conversations.Count(c => c.Id == talk
                && db.Messages.Any(m => m.ConversationId == talk && m.By == Speaker.Client && m.Order == c.SpokenOrder && m.Order == c.HeardOrder)))));

        await oneStop.SaysAll(friend, ["ありがとう"]); // not twice within an hour
        Assert.Equal(1, await oneStop.Read(db => Task.FromResult(db.Messages.Count(m => m.ConversationId == talk && m.Text!.StartsWith("こちらこそ")))));
    }

    [Fact]
    public async Task A_sticker_of_thanks_as_the_first_that_is_heard_gets_the_buttons_to_begin_with()
    {
        var friend = await oneStop.Somebody();
        foreach (var (said, begins) in new[] { (4, true), (5, false) }) // only after the greeting
        {
            oneStop.Line.Say(friend.UserId,
                new()
                {
                    ["type"] = "sticker",
                    ["packageId"] = "11537",
                    ["stickerId"] = "52002734",
                    ["stickerResourceType"] = "STATIC",
                    ["keywords"] = new System.Text.Json.Nodes.JsonArray("Thank you")
                });
            await Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == said), "the kind answer");
            Assert.Equal(begins, oneStop.Labels(friend).Contains("相談を予約したい"));
            oneStop.Clock.Advance(Conversation.ExchangeRunsFor + TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Who_thanks_for_the_receipt_goes_on_waiting_for_a_person()
    {
        var friend = await oneStop.Somebody();
        await oneStop.Type(friend, "資格の相談です");
        var due = await oneStop.DueOf(friend);
        oneStop.Line.Say(friend.UserId,
            new()
            {
                ["type"] = "sticker",
                ["packageId"] = "11537",
                ["stickerId"] = "52002734",
                ["stickerResourceType"] = "STATIC",
                ["keywords"] = new System.Text.Json.Nodes.JsonArray("Thank you")
            });
        await oneStop.Hears(friend, "もう少しお待ちください");
        Assert.Equal(due, await oneStop.DueOf(friend));
    }
}
