using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Files;
using OneStop.Line.Api;
using OneStop.Line.Simulator;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>
/// LINE fails in every possible way: the portal sends nothing twice, loses nothing unnoticed, and marks unknown results as 不明 for a person to decide.
/// </summary>
public sealed class LineTroubleTests(TestOneStop oneStop) : TroubledRoad(oneStop), IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(Trouble.ServerError, 3)]
    [InlineData(Trouble.ServerErrorAfter, 1)] // accepted: the next attempt with the same key gets 409
    [InlineData(Trouble.RateLimit, 3)]
    [InlineData(Trouble.Silent, 2)]
    [InlineData(Trouble.SilentAfter, 1)]
    [InlineData(Trouble.Dropped, 3)]
    [InlineData(Trouble.DroppedAfter, 1)]
    [InlineData(Trouble.Unauthorized, 2)]
    [InlineData(Trouble.ForeignPage, 2)]
    [InlineData(Trouble.Redirected, 2)]
    public async Task A_push_is_tried_with_its_key_until_LINE_answers_and_arrives_once(Trouble trouble, int times)
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, trouble, times));
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal((Delivery.Accepted, Route.Push), ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Route));
        Assert.Equal(1, Copies(friend));
        Assert.False(await AsksAPerson(conversation));
    }

    [Theory]
    [InlineData(Trouble.ServerError, 0)]
    [InlineData(Trouble.ServerErrorAfter, 1)]
    [InlineData(Trouble.Silent, 0)]
    [InlineData(Trouble.SilentAfter, 1)]
    [InlineData(Trouble.Dropped, 0)]
    [InlineData(Trouble.DroppedAfter, 1)]
    [InlineData(Trouble.ForeignPage, 0)]
    [InlineData(Trouble.Redirected, 0)]
    public async Task A_reply_without_an_answer_is_unknown_and_asks_a_person(Trouble trouble, int copies)
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Reply, new(LineCall.Reply, trouble));
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.Waiting.Count == 0), "the reply to be tried");
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        Office.Clock.Advance(TimeSpan.FromHours(1)); // never automatically, however long it takes
        await Rounds();
        Assert.Equal(copies, Copies(friend));
        Assert.True(await AsksAPerson(conversation));
    }

    [Theory]
    [InlineData(Trouble.RateLimit)]
    [InlineData(Trouble.Unauthorized)]
    public async Task A_reply_that_LINE_refused_plainly_is_pushed(Trouble trouble)
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Reply, new(LineCall.Reply, trouble));
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal((Delivery.Accepted, Route.Push), ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Route));
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task A_reply_token_that_came_too_late_is_followed_by_a_push()
    {
        var friend = await Office.AFriend();
        var token = Office.Line.HandOutReplyToken(friend.UserId);
        Office.Clock.Advance(TimeSpan.FromMinutes(2)); // the webhook was delayed
        await Office.PostEvents($$$"""{"type":"message","timestamp":{{{Office.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"replyToken":"{{{token}}}","source":{"type":"user","userId":"{{{friend.UserId}}}"},"webhookEventId":"01LATETOKEN","message":{"id":"9001","type":"text","text":"遅れて届いた質問"}}""");
        var conversation = await Office.ConversationOf(friend);
        await TestOneStop.Until(async () =>
            Office.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3 && (await Outgoing(conversation)).State == Delivery.Accepted, "the receipt");
        Assert.Equal(Route.Push, (await Outgoing(conversation)).Route);
    }

    [Fact]
    public async Task A_spent_quota_after_a_try_without_an_answer_is_unknown_not_failed()
    {
        var (friend, conversation) = await AnswerAfter(Route.Push, () =>
        {
            Office.Line.Orders.Give(new(LineCall.Push, Trouble.SilentAfter));
            Office.Line.Orders.Give(new(LineCall.Push, Trouble.QuotaSpent));
        });
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        Assert.Contains("上限", (await Outgoing(conversation)).Reason);
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_and_nothing_goes_out_twice()
    {
        var (friend, conversation) = await AnswerAfter(Route.Push, Office.Line.RevokeToken);
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Accepted, (await Outgoing(conversation)).State);
        Assert.Equal(1, Copies(friend));
    }

    [Theory]
    [InlineData(Trouble.ServerError)]
    [InlineData(Trouble.ForeignPage)]
    [InlineData(Trouble.Redirected)]
    public async Task Where_no_token_is_to_be_had_nothing_was_sent_and_it_is_tried_again(Trouble trouble)
    {
        var (friend, conversation) = await AnswerAfter(Route.Reply, () =>
        {
            Office.Line.RevokeToken();
            Office.Line.Orders.Give(new(LineCall.Token, trouble, Times: 3));
        });
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal((Delivery.Accepted, Route.Push, false),
            ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Route, (await Outgoing(conversation)).MayHaveArrived));
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task Those_who_wait_for_one_token_share_its_failure()
    {
        Office.Line.RevokeToken();
        await using var scope = Office.Services.CreateAsyncScope();
        var line = scope.ServiceProvider.GetRequiredService<LineApi>();
        Assert.NotNull((await line.WebhookSetting(default)).Value); // so that the old token is discarded
        scope.ServiceProvider.GetRequiredService<LineTokens>().Discard(Office.Line.Token);
        Office.Line.Orders.Give(new(LineCall.Token, Trouble.Silent, Times: 4));
        var asked = Enumerable.Range(0, 4).Select(_ => line.WebhookSetting(default)).ToList();
        await TestOneStop.Until(() => Task.FromResult(Office.Line.Orders.KeptWaiting == 1), "the token to be asked for");
        Office.Clock.Advance(Patience);
        await TestOneStop.Until(() => Task.FromResult(asked.TrueForAll(a => a.IsCompleted)), "all to give up together");
        Assert.Equal(3, Office.Line.Orders.Waiting.Single().Times);
        Office.Line.Orders.Clear();
    }

    [Fact]
    public async Task LINE_is_down_for_an_hour_and_then_all_arrives_once_in_order()
    {
        var end = Office.Clock.GetUtcNow().AddHours(1);
        var (friend, conversation) = await AnswerAfter(Route.Reply, () =>
        {
            Office.Line.RevokeToken();
            Office.Line.Orders.Give(new(LineCall.Any, Trouble.Dropped, int.MaxValue, end));
        });
        await Answer(conversation, "二つめ");
        Office.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } },
            [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");
        var other = Office.Line.Invent("はじめての人");
        Office.Line.Follow(other.UserId);
        Office.PassTheHold();
        await Advancing(() => Task.FromResult(Office.Clock.GetUtcNow() > end.AddMinutes(-3)), TimeSpan.FromMinutes(1));
        Assert.Equal(0, Copies(friend));
        Assert.DoesNotContain(Office.Line.TalkOf(other.UserId), b => !b.IsMine);

        await Advancing(async () => await Office.Read(db => db.OutgoingMessages.CountAsync(m => m.State == Delivery.Waiting)) == 0
            && await Office.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State == FileState.Stored)), TimeSpan.FromMinutes(1));
        Assert.Equal(["こたえ", "二つめ"], Office.Line.TalkOf(friend.UserId).Where(b => !b.IsMine).Select(TextOf).TakeLast(2));
        Assert.Equal(2, Office.Line.TalkOf(other.UserId).Count(b => !b.IsMine)); // greeted, once
        Assert.False(await AsksAPerson(conversation));
    }

    [Fact]
    public async Task The_trying_stops_before_the_keys_24_hours_are_over_because_later_it_would_send_again()
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, Trouble.DroppedAfter)); // LINE has it, but the portal does not know
        Office.Line.Orders.Give(new(LineCall.Push, Trouble.Dropped, int.MaxValue));
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting, TimeSpan.FromMinutes(20));
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        Assert.True((await Outgoing(conversation)).SettledAt - (await Outgoing(conversation)).PushTriedAt < TimeSpan.FromHours(24));
        Office.Line.Orders.Clear();
        Office.Clock.Advance(TimeSpan.FromHours(3));
        await Rounds();
        Assert.Equal(1, Copies(friend));
        Assert.True(await AsksAPerson(conversation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_push_that_was_cut_off_may_have_arrived_and_is_never_said_to_have_failed(bool blocksMeanwhile)
    {
        var (friend, conversation) = await AnswerAfter(Route.Push, () => { }, passTheHold: false);
        await Office.Read(async db =>
        {
            var message = await db.OutgoingMessages.SingleAsync(m => m.ConversationId == conversation && m.State == Delivery.Waiting);
            // as recorded before the call; LINE accepts it, and the portal is killed
            Assert.Equal(Route.Push, message.Try(Office.Clock.GetUtcNow(), TimeSpan.Zero));
            return await db.SaveChangesAsync();
        });
        if (blocksMeanwhile)
        {
            Office.Line.Block(friend.UserId);
            await TestOneStop.Until(() =>
                Office.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null && db.Conversations.Any(c => c.Id == conversation && c.FriendId == f.Id))));
        }
        else
            Office.Clock.Advance(OutgoingMessage.RetryFor + TimeSpan.FromMinutes(1)); // the portal was down for that long
        Office.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
    }

    [Fact]
    public async Task An_event_that_LINE_posts_twice_is_kept_once()
    {
        var friend = await Office.AFriend();
        Office.Line.Orders.Give(new(LineCall.Webhook, Trouble.Twice));
        Office.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "一度だけ言ったこと" });
        Office.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "次のこと" });
        await TestOneStop.Until(() => Office.Read(db => db.Messages.AnyAsync(m => m.Text == "次のこと")));
        Assert.Equal(1, await Office.Read(db => db.Messages.CountAsync(m => m.Text == "一度だけ言ったこと")));
    }
}
