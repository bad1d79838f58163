using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Channels;
using OneStop.Domain.Friends;
using OneStop.Line.Simulator;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>A booking's confirmation whose delivery is unknown is pushed once more, and says so; no other message is.</summary>
public sealed class ConfirmationTests(TestOneStop oneStop) : TroubledRoad(oneStop), IClassFixture<TestOneStop>
{
    private const string Again = "念のためもう一度";

    [Theory]
    [InlineData(Trouble.ServerError, "10:00", 1)]
    [InlineData(Trouble.ServerErrorAfter, "11:30", 2)] // LINE had accepted it: better twice than not at all
    [InlineData(Trouble.Silent, "13:00", 1)]
    [InlineData(Trouble.SilentAfter, "14:30", 2)]
    [InlineData(Trouble.Dropped, "16:00", 1)]
    [InlineData(Trouble.DroppedAfter, "17:30", 2)]
    public async Task A_booking_whose_reply_got_no_answer_is_confirmed_once_more(Trouble trouble, string time, int copies)
    {
        var friend = await Office.OnTheWay("10月8日(木)", time);
        await PressInTrouble(friend, "予約する", trouble);
        await Advancing(() => Task.FromResult(Count(friend, Again) == 1), Patience);
        var conversation = await Office.ConversationOf(friend);
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Office.Clock.Advance(TimeSpan.FromHours(1));
        await Rounds();
        Assert.Equal((copies, 1), (Count(friend, "予約ができました"), Count(friend, Again)));
        Assert.False(await AsksAPerson(conversation));
    }

    [Fact]
    public async Task A_change_and_a_cancellation_are_confirmed_once_more_too()
    {
        var friend = await Office.Booked("10月9日(金)", "10:00");
        await Office.Tap(friend, "予約を変更する");
        foreach (var label in (string[])["10月9日(金)", "13:00"])
            await Office.Tap(friend, label);
        await PressInTrouble(friend, "変更する", Trouble.Dropped);
        await Advancing(() => Task.FromResult(Count(friend, Again) == 1), Patience);
        Assert.Equal(1, Count(friend, "予約を変更しました"));

        await Office.Tap(friend, "予約を取り消す");
        await PressInTrouble(friend, "取り消す", Trouble.Dropped);
        await Advancing(() => Task.FromResult(Count(friend, Again) == 2), Patience);
        Assert.Equal(1, Count(friend, "予約を取り消しました"));
    }

    [Fact]
    public async Task Where_the_portal_stopped_in_the_middle_of_the_reply_it_is_confirmed_once_more_and_only_once()
    {
        var friend = await Office.Booked("10月10日(土)", "10:00");
        var conversation = await Office.ConversationOf(friend);
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        await Office.Read(async db =>
        {
            var (said, person) = (await db.OutgoingMessages.Where(m => m.ConversationId == conversation).OrderByDescending(m => m.Order).FirstAsync(),
                await db.Conversations.Where(c => c.Id == conversation).Select(c => c.Friend).SingleAsync());
            var now = Office.Clock.GetUtcNow();
            var cutOff = OutgoingMessage.For(person, conversation, said.Order + 1, said.Contents, now, now, new("token", now.AddSeconds(50)));
            Assert.Equal(Route.Reply, cutOff.Try(now, TimeSpan.Zero)); // as recorded before the call; then the portal is killed
            db.Add(cutOff);
            return await db.SaveChangesAsync();
        });
        await Advancing(() => Task.FromResult(Count(friend, Again) == 1), Patience);
        await Rounds();
        Assert.Equal(1, Count(friend, Again));
    }

    [Fact]
    public async Task Who_has_blocked_the_account_meanwhile_is_sent_nothing_and_a_person_is_asked()
    {
        var friend = await Office.OnTheWay("10月11日(日)", "10:00");
        Office.Line.Orders.Give(new(LineCall.Reply, Trouble.Silent));
        Press(friend, "予約する");
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.KeptWaiting == 1), "the reply to be tried");
        Office.Line.Block(friend.UserId);
        var id = LineUserId.Parse(friend.UserId);
        await TestOneStop.Until(() => Office.Read(db => db.Friends.AnyAsync(f => f.LineUserId == id && f.BlockedAt != null)));
        var conversation = await Office.ConversationOf(friend);
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal((Delivery.Unknown, 0, true),
            ((await Outgoing(conversation)).State, await Office.CountInOutbox(friend, Again), await AsksAPerson(conversation)));
    }

    [Fact]
    public async Task What_was_cancelled_meanwhile_is_not_confirmed_once_more()
    {
        var friend = await Office.OnTheWay("10月12日(月)", "10:00");
        Office.Line.Orders.Give(new(LineCall.Reply, Trouble.SilentAfter));
        Press(friend, "予約する");
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.KeptWaiting == 1), "the reply to be tried");
        await Cancel(friend);
        await Advancing(() => Task.FromResult(Count(friend, "予約を取り消しました") == 1), Patience);
        await Rounds();
        Assert.Equal(0, await Office.CountInOutbox(friend, Again));
    }

    [Fact]
    public async Task What_was_cancelled_while_its_second_confirmation_was_tried_is_not_confirmed_any_more()
    {
        var friend = await Office.OnTheWay("10月13日(火)", "10:00");
        Office.Line.Orders.Give(new(LineCall.Reply, Trouble.Dropped));
        Office.Line.Orders.Give(new(LineCall.Push, Trouble.RateLimit, int.MaxValue));
        Press(friend, "予約する");
        var conversation = await Office.ConversationOf(friend);
        await TestOneStop.Until(async () =>
            await Outgoing(conversation) is { PushTriedAt: not null, HinderedBy: DeliveryProblem.Busy, Confirms.IsRepeated: true }, "the push to be tried");
        await Cancel(friend);
        Office.Line.Orders.Clear();
        await Advancing(() => Task.FromResult(Count(friend, "予約を取り消しました") == 1), Patience);
        Assert.Equal(0, await Office.CountInOutbox(friend, Again));
        Assert.False(await AsksAPerson(conversation));
    }

    private async Task Cancel(VirtualFriend friend)
    {
        var id = (await Office.BookingsOf(friend)).Single().Id;
        Office.Line.Press(friend.UserId, new Cancels(id).Data, "取り消す", null);
        await TestOneStop.Until(() => Office.Read(db => db.Bookings.AnyAsync(b => b.Id == id && b.State == BookingState.Cancelled)), "the cancelling");
    }

    /// <summary>Presses a button and waits until its reply fails, before time passes: later the token would have expired, and it would be pushed.</summary>
    private async Task PressInTrouble(VirtualFriend friend, string label, Trouble trouble)
    {
        Office.Line.Orders.Give(new(LineCall.Reply, trouble));
        Press(friend, label);
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.Waiting.Count == 0), "the reply to be tried");
    }

    private void Press(VirtualFriend friend, string label)
    {
        var (data, says) = Thumb.Find(Office.Line.TalkOf(friend.UserId), label);
        Office.Line.Press(friend.UserId, data, says, null);
    }

    private int Count(VirtualFriend friend, string words) =>
        Office.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && Thumb.Read(b.Message).Contains(words, StringComparison.Ordinal));
}
