using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>自動応答: once per wait, and not during an exchange with staff; after the exchange, the client learns when somebody will answer.</summary>
public sealed class ReceiptTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task When_the_exchange_is_over_whoever_still_waits_gets_one_receipt()
    {
        var friend = await oneStop.AFriend();
        await Ask(friend);
        var (talk, member) = (await oneStop.ConversationOf(friend), await oneStop.AMember("one", Duty.Counselor));
        await oneStop.At<AnswerDesk>(member, d => d.Answer(talk, "はい、どうぞ"));
        Assert.Equal(1, await Receipts(friend));
        oneStop.Clock.Advance(TimeSpan.FromMinutes(20));
        await Ask(friend);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(30));
        await Ask(friend);
        Assert.Equal(1, await Receipts(friend)); // the exchange is running
        oneStop.Clock.Advance(TimeSpan.FromMinutes(15)); // more than an hour since staff wrote, but not since the client did
        await Ask(friend);
        Assert.Equal(2, await Receipts(friend));
        oneStop.Clock.Advance(TimeSpan.FromHours(7));
        await Ask(friend);
        Assert.Equal(2, await Receipts(friend)); // once per wait
        await oneStop.At<AnswerDesk>(member, d => d.Answer(talk, "お待たせしました"));
        oneStop.Clock.Advance(TimeSpan.FromHours(2));
        await Ask(friend);
        Assert.Equal(3, await Receipts(friend));
    }

    private Task Ask(VirtualFriend friend) => oneStop.SaysAll(friend, ["質問です"]);

    private async Task<int> Receipts(VirtualFriend friend)
    {
        var talk = await oneStop.ConversationOf(friend);
        return await oneStop.Read(db =>
            Task.FromResult(db.Messages.Count(m => m.ConversationId == talk && m.By == Speaker.Bot && m.Text!.StartsWith("メッセージを受け取りました"))));
    }
}
