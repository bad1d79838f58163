using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain;
using OneStop.Domain.Channels;
using OneStop.Domain.Staff;
using OneStop.Line.Channels;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>What administrators of the channel see: 仕様書 7(1)①(エ)(カ).</summary>
public sealed class ChannelTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task LINEs_own_test_reaches_the_door()
    {
        var trial = await AsAdministrator(desk => desk.TestWebhook());
        Assert.Equal((true, 200, "OK"), (trial!.Success, trial.StatusCode, trial.Reason));
        var settings = await AsAdministrator(desk => desk.Settings());
        Assert.True(settings is { IsReachable: true, IsTokenGood: true, IsWebhookOurs: true, IsChatOn: false });
        Assert.Equal(5000, settings.Quota!.Value);
    }

    [Fact]
    public async Task A_foreign_address_a_switched_off_webhook_and_chat_at_LINE_are_seen_and_the_address_can_be_set()
    {
        var line = oneStop.Services.GetRequiredService<OneStop.Line.Simulator.WebhookSender>();
        line.Target = new("http://127.0.0.1:9/elsewhere");
        (oneStop.Line.ChatMode, oneStop.Line.IsWebhookActive) = ("chat", false);
        var settings = await AsAdministrator(desk => desk.Settings());
        Assert.True(settings is { IsWebhookOurs: false, IsChatOn: true, Webhook.Value.Active: false });
        Assert.Equal("COULD_NOT_CONNECT", (await AsAdministrator(desk => desk.TestWebhook()))!.Reason);

        await AsAdministrator(async desk =>
        {
            await desk.SetWebhook();
            return true;
        });
        Assert.Equal(new Uri(oneStop.Address, WebhookEndpoint.Path).Port, line.Target.Port);
        (oneStop.Line.ChatMode, oneStop.Line.IsWebhookActive) = ("bot", true);
        Assert.True((await AsAdministrator(desk => desk.Settings())).IsWebhookOurs == true);
    }

    [Fact]
    public async Task Without_an_address_at_LINE_that_is_said_and_not_guessed()
    {
        oneStop.Line.HasWebhook = false;
        var settings = await AsAdministrator(desk => desk.Settings());
        oneStop.Line.HasWebhook = true;
        Assert.Equal(HttpStatusCode.NotFound, settings.Webhook.Status);
        Assert.False(settings.IsWebhookOurs);
    }

    [Fact]
    public async Task A_silent_LINE_and_a_refused_token_are_told_apart()
    {
        oneStop.Line.Orders.Give(new(LineCall.Any, Trouble.Dropped, Times: int.MaxValue));
        Assert.True(await AsAdministrator(desk => desk.Settings()) is
        {
            IsReachable: false, IsTokenGood: null, IsWebhookOurs: null, IsChatOn: null,
            Webhook.Value: null
        });

        oneStop.Line.Orders.Clear();
        oneStop.Line.Orders.Give(new(LineCall.Any, Trouble.Unauthorized, Times: int.MaxValue)); // the channel secret was changed, so no token is issued
        Assert.True(await AsAdministrator(desk => desk.Settings()) is { IsReachable: true, IsTokenGood: false, IsWebhookOurs: null });
        oneStop.Line.Orders.Clear();
        Assert.True((await AsAdministrator(desk => desk.Settings())).IsTokenGood == true);
    }

    [Fact]
    public async Task A_long_lived_token_that_was_reissued_is_told_plainly_and_what_waits_goes_out_once_it_is_good_again()
    {
        await using var house = new TestOneStop { Settings = { ["Line:ChannelAccessToken"] = "simulated-token-1" } };
        await house.InitializeAsync();
        var member = await house.AMember("administrator", Duty.Administrator);
        var friend = house.Line.Invent("ひなた");
        house.Line.Follow(friend.UserId);
        await TestOneStop.Until(() =>
            house.Read(db => db.OutgoingMessages.AnyAsync(m => m.MayHaveArrived == false && m.PushTriedAt != null && m.ClaimedUntil == null)),
            "LINE's refusal");
        var settings = await house.As(member, s => s.GetRequiredService<ChannelDesk>().Settings());
        Assert.True(settings is { Token: OneStop.Line.Api.TokenKind.LongLived, IsReachable: true, IsTokenGood: false });
        Assert.Empty(house.Line.TalkOf(friend.UserId));

        house.Line.RevokeToken(); // LINE now accepts the token that is set
        await TestOneStop.Until(() =>
        {
            house.Clock.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(house.Line.TalkOf(friend.UserId).Count == 2);
        }, "the greeting");
        Assert.True((await house.As(member, s => s.GetRequiredService<ChannelDesk>().Settings())).IsTokenGood == true);
    }

    [Fact]
    public async Task What_is_in_nobodys_conversation_is_shown_by_its_kind()
    {
        await oneStop.PostEvents(
            """{"type":"botSuspended","timestamp":1791158400000,"webhookEventId":"01SUSPENDED"}""",
            // as LINE sends it: without a source
            """{"type":"accountLink","timestamp":1791158400000,"webhookEventId":"01NOTLINKED","link":{"result":"failed","nonce":"secret-nonce"}}""",
            """{"type":"message","timestamp":1791158400000,"webhookEventId":"01INGROUP","source":{"type":"group","groupId":"C9"},"message":{"id":"62","type":"text","text":"みなさん"}}""");
        await oneStop.Processed("01SUSPENDED", "01NOTLINKED", "01INGROUP");
        var unplaced = await AsAdministrator(desk => desk.Unplaced());
        Assert.Equal([("message/text", "group"), ("accountLink", null), ("botSuspended", null)], unplaced.Take(3).Select(e => (e.Kind, e.From)));
    }

    [Fact]
    public async Task The_months_quota_is_known_before_anybody_sends()
    {
        var quota = oneStop.Services.GetRequiredService<MonthQuota>();
        await Told(() => quota.Limit == 5000);
        Assert.False(quota.IsSpent);
        var announced = 0;
        using var watch = oneStop.Services.GetRequiredService<LiveUpdates>().On(MonthQuota.Topic, () => announced++);
        oneStop.Line.Quota = oneStop.Line.Used;
        await Told(() => quota.IsSpent);
        oneStop.Line.Quota = null;
        await Told(() => quota is { IsSpent: false, Limit: null, Used: not null });
        quota.Spend(); // a push was refused
        Assert.True(quota.IsSpent);
        Assert.Equal(3, announced);
        oneStop.Line.Quota = 5000;
        await Told(() => quota.Limit == 5000);
        Assert.True(quota.IsSpent); // LINE's count is approximate, so a count below the limit does not cancel a refusal
        oneStop.Line.Quota = 6000;
        await Told(() => quota.Limit == 6000);
        Assert.False(quota.IsSpent); // the limit was raised
        oneStop.Line.Quota = 5000;
        await Told(() => quota.Limit == 5000);
    }

    [Fact]
    public void A_refused_push_means_a_spent_quota_until_one_is_taken_or_the_month_is_over()
    {
        var clock = new FakeTimeProvider(TestOneStop.Japan("2026-10-31T23:50"));
        var quota = new MonthQuota(new(NullLogger<LiveUpdates>.Instance), clock);
        quota.Note(4990, 5000);
        quota.Spend();
        quota.Note(4991, 5000);
        Assert.True(quota.IsSpent);
        quota.Pass();
        Assert.False(quota.IsSpent);
        quota.Spend();
        clock.Advance(TimeSpan.FromMinutes(9));
        quota.Note(4992, 5000);
        Assert.True(quota.IsSpent);
        clock.Advance(TimeSpan.FromMinutes(1)); // midnight in Japan
        quota.Note(0, 5000);
        Assert.False(quota.IsSpent);
    }

    private Task Told(Func<bool> so) => TestOneStop.Until(() =>
    {
        oneStop.Clock.Advance(TimeSpan.FromSeconds(5));
        return Task.FromResult(so());
    }, "LINE to tell");

    [Fact]
    public async Task A_failed_event_is_shown_without_its_contents_and_can_be_tried_again()
    {
        const string saburo = "U66666666666666666666666666666666";
        await Refuse(true);
        await oneStop.PostEvents(
            $$$"""{"type":"message","timestamp":1791158400000,"source":{"type":"user","userId":"{{{saburo}}}"},"webhookEventId":"01TRYAGAIN","message":{"id":"61","type":"text","text":"直るまで保存できない"}}""");
        await Aside(1);
        var failed = Assert.Single(await AsAdministrator(desk => desk.Failed()));
        Assert.Equal(("message/text", "01TRYAGAIN", IncomingEvent.MostAttempts), (failed.Kind, failed.EventId, failed.Attempts));
        Assert.Equal(1, (await AsAdministrator(desk => desk.Traffic())).Failed);

        Assert.Equal(1, await AsAdministrator(desk => desk.TryAgain(failed.Sequence))); // the cause still exists
        await TestOneStop.Until(() =>
            oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId == "01TRYAGAIN" && e.Attempts == IncomingEvent.MostAttempts + 1
                && e.PutAsideAt != null)), "the attempt to fail");
        Assert.Equal(1, await oneStop.Read(db => db.Messages.CountAsync(m => m.Text!.StartsWith("読み取れないメッセージ")))); // reported once

        await Refuse(false);
        Assert.Equal(1, await AsAdministrator(desk => desk.TryAgain()));
        await oneStop.Processed("01TRYAGAIN");
        Assert.True(await oneStop.Read(db => db.Messages.AnyAsync(m => m.Text == "直るまで保存できない")));
        Assert.Empty(await AsAdministrator(desk => desk.Failed()));
        Assert.Equal(2, await oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Subject == nameof(IncomingEvent))));
    }

    [Fact]
    public async Task The_traffic_tells_what_waits_and_how_long()
    {
        var friend = await oneStop.AFriend();
        oneStop.Line.Say(friend.UserId, new() { ["type"] = "text", ["text"] = "質問" });
        await TestOneStop.Until(async () =>
            (await AsAdministrator(desk => desk.Traffic())) is { Waiting: 0, Lag: null, Outbox: 0, LastEventAt: not null }, "all to be done");
    }

    /// <summary>Makes the database refuse this text, or accept it again.</summary>
    private Task<int> Refuse(bool isOn) => oneStop.Read(db => db.Database.ExecuteSqlRawAsync((isOn, db.Database.IsSqlite()) switch
    {
        (true, true) => "CREATE TRIGGER refuse BEFORE INSERT ON \"Messages\" WHEN NEW.\"Text\" = '直るまで保存できない' BEGIN SELECT RAISE(ABORT, 'refused'); END",
        (false, true) => "DROP TRIGGER refuse",
        (true, false) => "ALTER TABLE \"Messages\" ADD CONSTRAINT refuse CHECK (\"Text\" <> N'直るまで保存できない')",
        (false, false) => "ALTER TABLE \"Messages\" DROP CONSTRAINT refuse",
    }));

    private Task Aside(int count) => TestOneStop.Until(() =>
    {
        oneStop.Clock.Advance(TimeSpan.FromMinutes(1)); // through all retry delays
        return oneStop.Read(async db => await db.IncomingEvents.PutAside().CountAsync() == count);
    }, "all attempts to fail");

    private async Task<T> AsAdministrator<T>(Func<ChannelDesk, Task<T>> act)
    {
        var member = await oneStop.AMember("administrator", Duty.Administrator);
        return await oneStop.As(member, s => act(s.GetRequiredService<ChannelDesk>()));
    }
}
