using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Portal.Features.Conversations.Thread;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>
/// A message that is retried: staff see the cause and can abandon it, each attempt is the same call, and LINE's answers are not lost.
/// </summary>
public sealed class RetriedSendingTests(TestOneStop oneStop) : TroubledRoad(oneStop), IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(Trouble.ServerError, DeliveryProblem.Silence, "正しい応答がない")]
    [InlineData(Trouble.Dropped, DeliveryProblem.Silence, "正しい応答がない")]
    [InlineData(Trouble.RateLimit, DeliveryProblem.Busy, "混み合っている")]
    [InlineData(Trouble.Unauthorized, DeliveryProblem.TokenRefused, "システム管理者に知らせて")]
    public async Task While_it_is_tried_again_staff_see_what_hinders_it(Trouble trouble, DeliveryProblem problem, string says)
    {
        var (_, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, trouble, Times: 2));
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        var row = (await Opened(conversation)).Messages.Last(m => m.By == Speaker.Staff);
        Assert.Equal(problem, row.HinderedBy);
        Assert.Contains(says, MessageWords.Of(row.Delivery!.Value, row.Attempts, row.HinderedBy).Word);
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
    }

    [Theory]
    [InlineData(Trouble.RateLimit, Delivery.TakenBack)] // LINE refused it, so it was certainly not sent
    [InlineData(Trouble.Dropped, Delivery.Unknown)] // it may have arrived
    public async Task What_is_tried_again_and_again_can_be_given_up_and_holds_up_no_later_answer(Trouble trouble, Delivery end)
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, trouble));
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        var stuck = await Outgoing(conversation);
        await Answer(conversation, "あとの返信");
        var member = await Office.AMember("counselor", Duty.Counselor);
        await Office.At<AnswerDesk>(member, d => d.Abandon(conversation, stuck.Id));
        Office.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted, "the later answer");

        var given = await Office.Read(db => db.OutgoingMessages.SingleAsync(m => m.Id == stuck.Id));
        Assert.Equal((end, false), (given.State, given.AsksSomebody));
        Assert.Equal(0, Copies(friend));
        Assert.False(await AsksAPerson(conversation));
        await Assert.ThrowsAsync<RuleException>(() => Office.At<AnswerDesk>(member, d => d.Abandon(conversation, stuck.Id)));
    }

    [Theory]
    [InlineData(true, 0)] // it is tried again in an hour: what follows waits for it
    [InlineData(false, 1)] // it was put off on purpose: nothing waits for it
    public async Task What_waits_for_another_try_keeps_its_place_and_what_was_put_off_does_not(bool wasTried, int others)
    {
        var (talk, now) = (await Office.AQuietTalk(), Office.Clock.GetUtcNow());
        Assert.Equal(others, await Office.Read(async db =>
        {
            await using var given = await db.Database.BeginTransactionAsync(); // given up: the worker must not see them
            var friend = (await db.Conversations.Include(c => c.Friend).SingleAsync(c => c.Id == talk)).Friend;
            var first = OutgoingMessage.For(friend, talk, 1, [new TextContent("先の言葉")], now, now.AddHours(wasTried ? 0 : 1), null);
            if (wasTried)
            {
                first.Try(now, TimeSpan.FromSeconds(1));
                first.Postpone(now.AddHours(1), DeliveryProblem.Busy, mayHaveArrived: false);
            }
            db.OutgoingMessages.AddRange(first, OutgoingMessage.For(friend, talk, 2, [new TextContent("あとの言葉")], now, now, null));
            await db.SaveChangesAsync();
            return await db.OutgoingMessages.Due(now).CountAsync(m => m.ConversationId == talk);
        }));
    }

    [Fact]
    public async Task What_is_just_going_out_cannot_be_given_up()
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, Trouble.SilentAfter));
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.KeptWaiting > 0), "the call to be under way");
        var member = await Office.AMember("counselor", Duty.Counselor);
        var going = await Outgoing(conversation);
        await Assert.ThrowsAsync<RuleException>(() => Office.At<AnswerDesk>(member, d => d.Abandon(conversation, going.Id)));
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task A_push_that_is_tried_before_and_after_the_evening_begins_is_the_same_call()
    {
        var friend = await Office.AFriend();
        var conversation = await Office.ConversationOf(friend);
        Office.Clock.Advance(TestOneStop.Japan("2026-10-05T20:59")
            .AddDays((Office.Clock.GetUtcNow() - TestOneStop.Japan("2026-10-05T00:00")).Days + 1) - Office.Clock.GetUtcNow());
        Office.Line.Orders.Give(new(LineCall.Push, Trouble.Dropped));
        await Answer(conversation, "こたえ");
        Office.PassTheHold();
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        Office.Clock.Advance(TimeSpan.FromMinutes(2));
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.False(Office.Line.TalkOf(friend.UserId).Single(b => TextOf(b) == "こたえ").IsSilent);
    }

    [Theory]
    [SqliteOnly("its trigger makes it fail")]
    [InlineData(Route.Reply)]
    [InlineData(Route.Push)]
    public async Task What_LINE_answered_is_not_lost_where_the_database_refuses_to_note_it_at_first(Route route)
    {
        var (friend, conversation) = await AnswerAfter(route, () => { }, passTheHold: false);
        await Office.Read(db => db.Database.ExecuteSqlRawAsync("""
            CREATE TRIGGER refuse_noting BEFORE UPDATE ON "OutgoingMessages" WHEN NEW."State" = 'Accepted' BEGIN SELECT RAISE(ABORT, 'refused'); END
            """));
        Office.PassTheHold();
        await TestOneStop.Until(() =>
            Task.FromResult(Office.Logged.Any(l => l.Contains("could not be noted; it is noted again", StringComparison.Ordinal))), "the refusal");
        await Office.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse_noting"));
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State != Delivery.Waiting, "the answer to be noted");
        Assert.Equal((Delivery.Accepted, 1), ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Attempts));
        Assert.Equal(1, Copies(friend));
        Office.Logged.Clear();
    }

    [Fact]
    public async Task That_a_push_follows_a_refused_reply_is_no_hindrance()
    {
        var (_, conversation) = await AnswerOnItsWay(Route.Reply, new(LineCall.Reply, Trouble.RateLimit));
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.Equal((2, null), ((await Outgoing(conversation)).Attempts, (await Outgoing(conversation)).HinderedBy));
    }
}
