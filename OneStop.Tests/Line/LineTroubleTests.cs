using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Line.Api;
using OneStop.Line.Simulator;
using OneStop.Portal.Features.Conversations;
using OneStop.Tests.House;
using Route = OneStop.Domain.Channels.Route;

namespace OneStop.Tests.Line;

/// <summary>When LINE fails, in every way that it can: nothing is sent twice by us, nothing is lost unseen, and what cannot be known is 不明 and asks a person.</summary>
public sealed class LineTroubleTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(11); // longer than a call may take

    [Theory]
    [InlineData(Trouble.ServerError, 3)]
    [InlineData(Trouble.ServerErrorAfter, 1)] // accepted: the next try with the same key gets 409
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
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.Waiting.Count == 0), "the reply to be tried");
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        oneStop.Clock.Advance(TimeSpan.FromHours(1)); // however long: not by itself
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
        var friend = await oneStop.AFriend();
        var token = oneStop.Line.HandOutReplyToken(friend.UserId);
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2)); // the webhook was on its way so long
        await oneStop.PostEvents($$$"""{"type":"message","timestamp":{{{oneStop.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"replyToken":"{{{token}}}","source":{"type":"user","userId":"{{{friend.UserId}}}"},"webhookEventId":"01LATETOKEN","message":{"id":"9001","type":"text","text":"遅れて届いた質問"}}""");
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () => oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3 && (await Outgoing(conversation)).State == Delivery.Accepted, "the receipt");
        Assert.Equal(Route.Push, (await Outgoing(conversation)).Route);
    }

    [Fact]
    public async Task A_spent_quota_after_a_try_without_an_answer_is_unknown_not_failed()
    {
        var (friend, conversation) = await AnswerAfter(Route.Push, () =>
        {
            oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.SilentAfter));
            oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.QuotaSpent));
        });
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        Assert.Contains("上限", (await Outgoing(conversation)).Reason);
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task A_revoked_token_is_renewed_and_nothing_goes_out_twice()
    {
        var (friend, conversation) = await AnswerAfter(Route.Push, oneStop.Line.RevokeToken);
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
            oneStop.Line.RevokeToken();
            oneStop.Line.Orders.Give(new(LineCall.Token, trouble, Times: 3));
        });
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal((Delivery.Accepted, Route.Push, false), ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Route, (await Outgoing(conversation)).MayHaveArrived));
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task Those_who_wait_for_one_token_share_its_failure()
    {
        oneStop.Line.RevokeToken();
        await using var scope = oneStop.Services.CreateAsyncScope();
        var line = scope.ServiceProvider.GetRequiredService<LineApi>();
        Assert.NotNull((await line.WebhookSetting(default)).Value); // so that the stale one is discarded
        scope.ServiceProvider.GetRequiredService<LineTokens>().Discard(oneStop.Line.Token);
        oneStop.Line.Orders.Give(new(LineCall.Token, Trouble.Silent, Times: 4));
        var asked = Enumerable.Range(0, 4).Select(_ => line.WebhookSetting(default)).ToList();
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.KeptWaiting == 1), "the token to be asked for");
        oneStop.Clock.Advance(Patience);
        await TestOneStop.Until(() => Task.FromResult(asked.TrueForAll(a => a.IsCompleted)), "all to give up together");
        Assert.Equal(3, oneStop.Line.Orders.Waiting.Single().Times);
        oneStop.Line.Orders.Clear();
    }

    [Fact]
    public async Task LINE_is_down_for_an_hour_and_then_all_arrives_once_in_order()
    {
        var end = oneStop.Clock.GetUtcNow().AddHours(1);
        var (friend, conversation) = await AnswerAfter(Route.Reply, () =>
        {
            oneStop.Line.RevokeToken();
            oneStop.Line.Orders.Give(new(LineCall.Any, Trouble.Dropped, int.MaxValue, end));
        });
        await Answer(conversation, "二つめ");
        oneStop.Line.SendBytes(friend.UserId, new() { ["type"] = "image", ["contentProvider"] = new JsonObject { ["type"] = "line" } }, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg");
        var other = oneStop.Line.Invent("はじめての人");
        oneStop.Line.Follow(other.UserId);
        oneStop.PassTheHold();
        await Advancing(() => Task.FromResult(oneStop.Clock.GetUtcNow() > end.AddMinutes(-3)), TimeSpan.FromMinutes(1));
        Assert.Equal(0, Copies(friend));
        Assert.DoesNotContain(oneStop.Line.TalkOf(other.UserId), b => !b.IsMine);

        await Advancing(async () => await oneStop.Read(db => db.OutgoingMessages.CountAsync(m => m.State == Delivery.Waiting)) == 0
            && await oneStop.Read(db => db.StoredFiles.AnyAsync(f => f.ConversationId == conversation && f.State == FileState.Stored)), TimeSpan.FromMinutes(1));
        Assert.Equal(["こたえ", "二つめ"], oneStop.Line.TalkOf(friend.UserId).Where(b => !b.IsMine).Select(TextOf).TakeLast(2));
        Assert.Equal(2, oneStop.Line.TalkOf(other.UserId).Count(b => !b.IsMine)); // greeted, once
        Assert.False(await AsksAPerson(conversation));
    }

    [Fact]
    public async Task The_trying_stops_before_the_keys_24_hours_are_over_because_later_it_would_send_again()
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, Trouble.DroppedAfter)); // LINE has it, and we do not know
        oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.Dropped, int.MaxValue));
        await Advancing(async () => (await Outgoing(conversation)).State != Delivery.Waiting, TimeSpan.FromMinutes(20));
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
        Assert.True((await Outgoing(conversation)).SettledAt - (await Outgoing(conversation)).PushTriedAt < TimeSpan.FromHours(24));
        oneStop.Line.Orders.Clear();
        oneStop.Clock.Advance(TimeSpan.FromHours(3));
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
        await oneStop.Read(async db =>
        {
            var message = await db.OutgoingMessages.SingleAsync(m => m.ConversationId == conversation && m.State == Delivery.Waiting);
            Assert.Equal(Route.Push, message.Try(oneStop.Clock.GetUtcNow(), TimeSpan.Zero)); // as the portal notes it before the call; LINE takes it, and the portal dies
            return await db.SaveChangesAsync();
        });
        if (blocksMeanwhile)
        {
            oneStop.Line.Block(friend.UserId);
            await TestOneStop.Until(() => oneStop.Read(db => db.Friends.AnyAsync(f => f.BlockedAt != null && db.Conversations.Any(c => c.Id == conversation && c.FriendId == f.Id))));
        }
        else
            oneStop.Clock.Advance(OutgoingMessage.RetryFor + TimeSpan.FromMinutes(1)); // it stayed down so long
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State != Delivery.Waiting);
        Assert.Equal(Delivery.Unknown, (await Outgoing(conversation)).State);
    }

    [Theory]
    [InlineData(Trouble.ServerError, Hindrance.Silence, "正しい応答がない")]
    [InlineData(Trouble.Dropped, Hindrance.Silence, "正しい応答がない")]
    [InlineData(Trouble.RateLimit, Hindrance.Busy, "混み合っている")]
    [InlineData(Trouble.Unauthorized, Hindrance.TokenRefused, "システム管理者に知らせて")]
    public async Task While_it_is_tried_again_staff_see_what_hinders_it(Trouble trouble, Hindrance hindrance, string says)
    {
        var (_, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, trouble, Times: 2));
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        var row = (await Opened(conversation)).Messages.Last(m => m.By == Speaker.Staff);
        Assert.Equal(hindrance, row.HinderedBy);
        Assert.Contains(says, MessageWords.Of(row.Delivery!.Value, row.Attempts, row.HinderedBy).Word);
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
    }

    [Theory]
    [InlineData(Trouble.RateLimit, Delivery.TakenBack)] // LINE refused it: certainly not sent
    [InlineData(Trouble.Dropped, Delivery.Unknown)] // it may have arrived
    public async Task What_is_tried_again_and_again_can_be_given_up_and_holds_up_no_later_answer(Trouble trouble, Delivery end)
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, trouble));
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        var stuck = await Outgoing(conversation);
        await Answer(conversation, "あとの返信");
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.At<AnswerDesk>(member, d => d.Abandon(conversation, stuck.Id));
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted, "the later answer");

        var given = await oneStop.Read(db => db.OutgoingMessages.SingleAsync(m => m.Id == stuck.Id));
        Assert.Equal((end, false), (given.State, given.AsksSomebody));
        Assert.Equal(0, Copies(friend));
        Assert.False(await AsksAPerson(conversation));
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<AnswerDesk>(member, d => d.Abandon(conversation, stuck.Id)));
    }

    [Fact]
    public async Task What_is_just_going_out_cannot_be_given_up()
    {
        var (friend, conversation) = await AnswerOnItsWay(Route.Push, new(LineCall.Push, Trouble.SilentAfter));
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.Orders.KeptWaiting > 0), "the call to be under way");
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        var going = await Outgoing(conversation);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<AnswerDesk>(member, d => d.Abandon(conversation, going.Id)));
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.Equal(1, Copies(friend));
    }

    [Fact]
    public async Task A_push_that_is_tried_before_and_after_the_evening_begins_is_the_same_call()
    {
        var friend = await oneStop.AFriend();
        var conversation = await oneStop.ConversationOf(friend);
        oneStop.Clock.Advance(TestOneStop.Japan("2026-10-05T20:59").AddDays((oneStop.Clock.GetUtcNow() - TestOneStop.Japan("2026-10-05T00:00")).Days + 1) - oneStop.Clock.GetUtcNow());
        oneStop.Line.Orders.Give(new(LineCall.Push, Trouble.Dropped));
        await Answer(conversation, "こたえ");
        oneStop.PassTheHold();
        await TestOneStop.Until(async () => await Outgoing(conversation) is { HinderedBy: not null, ClaimedUntil: null }, "the first try to fail");
        oneStop.Clock.Advance(TimeSpan.FromMinutes(2));
        await Advancing(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.False(oneStop.Line.TalkOf(friend.UserId).Single(b => TextOf(b) == "こたえ").IsSilent);
    }

    [Theory]
    [InlineData(Route.Reply)]
    [InlineData(Route.Push)]
    public async Task What_LINE_answered_is_not_lost_where_the_database_refuses_to_note_it_at_first(Route route)
    {
        Assert.SkipUnless(await oneStop.Read(db => Task.FromResult(db.Database.IsSqlite())), "The trigger is SQLite's.");
        var (friend, conversation) = await AnswerAfter(route, () => { }, passTheHold: false);
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync("""
            CREATE TRIGGER refuse_noting BEFORE UPDATE ON "OutgoingMessages" WHEN NEW."State" = 'Accepted' BEGIN SELECT RAISE(ABORT, 'refused'); END
            """));
        oneStop.PassTheHold();
        await TestOneStop.Until(() => Task.FromResult(oneStop.Logged.Any(l => l.Contains("could not be noted; it is noted again", StringComparison.Ordinal))), "the refusal");
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER refuse_noting"));
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State != Delivery.Waiting, "the answer to be noted");
        Assert.Equal((Delivery.Accepted, 1), ((await Outgoing(conversation)).State, (await Outgoing(conversation)).Attempts));
        Assert.Equal(1, Copies(friend));
        oneStop.Logged.Clear();
    }

    [Fact]
    public async Task That_a_push_follows_a_refused_reply_is_no_hindrance()
    {
        var (_, conversation) = await AnswerOnItsWay(Route.Reply, new(LineCall.Reply, Trouble.RateLimit));
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted);
        Assert.Equal((2, null), ((await Outgoing(conversation)).Attempts, (await Outgoing(conversation)).HinderedBy));
    }

    [Fact]
    public async Task An_event_that_LINE_posts_twice_is_kept_once()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Orders.Give(new(LineCall.Webhook, Trouble.Twice));
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "一度だけ言ったこと" });
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "次のこと" });
        await TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.Text == "次のこと")));
        Assert.Equal(1, await oneStop.Read(db => db.Messages.CountAsync(m => m.Text == "一度だけ言ったこと")));
    }

    /// <summary>A client has asked, and a counselor's answer goes out by this route while LINE is in this trouble.</summary>
    private Task<(VirtualFriend Friend, Guid Conversation)> AnswerOnItsWay(Route route, Order order) => AnswerAfter(route, () => oneStop.Line.Orders.Give(order));

    private async Task<(VirtualFriend Friend, Guid Conversation)> AnswerAfter(Route route, Action trouble, bool passTheHold = true)
    {
        var friend = await oneStop.AFriend();
        Say(friend, "質問です");
        await TestOneStop.Until(() => Task.FromResult(oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine) == 3), "the receipt");
        var conversation = await oneStop.ConversationOf(friend);
        await TestOneStop.Until(async () => (await Outgoing(conversation)).State == Delivery.Accepted, "the receipt to be noted");
        if (route == Route.Reply)
        {
            Say(friend, "もうひとつ"); // within the exchange: no receipt, so the token is free
            await TestOneStop.Until(() => oneStop.Read(db => db.Messages.AnyAsync(m => m.ConversationId == conversation && m.Text == "もうひとつ")));
        }
        trouble();
        await Answer(conversation, "こたえ");
        if (passTheHold)
            oneStop.PassTheHold();
        return (friend, conversation);
    }

    private async Task Answer(Guid conversation, string text)
    {
        var member = await oneStop.AMember("counselor", Duty.Counselor);
        await oneStop.As(member, s => s.GetRequiredService<AnswerDesk>().Answer(conversation, text));
    }

    private async Task<ConversationView> Opened(Guid conversation) =>
        (await oneStop.At<ConversationDesk, ConversationView?>(await oneStop.AMember("counselor", Duty.Counselor), d => d.Open(conversation)))!;

    /// <summary>Lets time pass, through every pause, and through the patience with a silent LINE, until it is so; but never while a call is under way that is answered, which would look like silence.</summary>
    private Task Advancing(Func<Task<bool>> done, TimeSpan? step = null) => TestOneStop.Until(async () =>
    {
        if (oneStop.Line.Orders.KeptWaiting > 0 || !await IsSomethingUnderWay())
            oneStop.Clock.Advance(step ?? Patience);
        oneStop.Services.GetRequiredService<OutgoingBell>().Ring();
        oneStop.Services.GetRequiredService<FileBell>().Ring();
        return await done();
    });

    private Task<bool> IsSomethingUnderWay() => oneStop.Read(async db =>
    {
        var now = oneStop.Clock.GetUtcNow();
        return await db.OutgoingMessages.Due(now).AnyAsync() || await db.OutgoingMessages.Outstanding().AnyAsync(m => m.ClaimedUntil > now);
    });

    /// <summary>The worker has had the time to do what it should not: another conversation's answer came through after it.</summary>
    private async Task Rounds()
    {
        var (friend, _) = await AnswerAfter(Route.Push, () => { });
        await TestOneStop.Until(() => Task.FromResult(Copies(friend) == 1), "another's answer");
    }

    private void Say(VirtualFriend friend, string text) => oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = text });

    private int Copies(VirtualFriend friend) => oneStop.Line.TalkOf(friend.UserId).Count(b => !b.IsMine && TextOf(b) == "こたえ");

    private Task<OutgoingMessage> Outgoing(Guid conversation) => oneStop.Read(db => db.OutgoingMessages.AsNoTracking().Where(m => m.ConversationId == conversation).OrderByDescending(m => m.Order).FirstAsync());

    private Task<bool> AsksAPerson(Guid conversation) => oneStop.Read(db => db.Conversations.NeedingAnswer().AnyAsync(c => c.Id == conversation && c.TroubleAt != null));

    private static string? TextOf(Bubble bubble) => bubble.Message["text"]?.GetValue<string>();
}
