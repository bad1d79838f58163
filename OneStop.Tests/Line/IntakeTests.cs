using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>Many webhooks at once: acknowledged events are stored once and in order, and a failed commit loses none of them.</summary>
public sealed class IntakeTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const int Friends = 100;
    private const int Each = 5;

    [Fact]
    public async Task A_hundred_new_friends_at_once_are_each_heard_in_order()
    {
        await Task.WhenAll(Enumerable.Range(0, Friends).Select(async friend =>
        {
            for (var message = 0; message < Each; message++)
                await oneStop.PostEvents(Text(friend, message));
        }));
        await TestOneStop.Until(() =>
            oneStop.Read(async db => await db.IncomingEvents.CountAsync(e => e.EventId.StartsWith("01HUNDRED")
                && e.ProcessedAt != null) == Friends * Each), "all to be processed");
        Assert.Equal(0, await oneStop.Read(db => db.IncomingEvents.CountAsync(e => e.Attempts > 0))); // none waited for its turn until it failed

        var said = await oneStop.Read(db => db.Messages.Where(m => m.Text!.StartsWith("百人"))
            .OrderBy(m => m.Order).Select(m => new { m.ConversationId, m.Text }).ToListAsync());
        Assert.Equal(Friends, said.GroupBy(m => m.ConversationId).Count());
        foreach (var thread in said.GroupBy(m => m.ConversationId))
            Assert.Equal(Enumerable.Range(0, Each).Select(m => $"{thread.First().Text![..5]}の{m}"), thread.Select(m => m.Text));
    }

    [Fact]
    [SqliteOnly("its trigger makes it fail")]
    public async Task A_commit_that_fails_takes_no_other_with_it_and_the_writer_goes_on()
    {
        await oneStop.Read(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER refuse_event BEFORE INSERT ON \"IncomingEvents\" WHEN NEW.\"EventId\" = '01REFUSED' BEGIN SELECT RAISE(ABORT, 'refused'); END"));
        var posted = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(n => oneStop.PostWebhook($$"""{"events":[{{Text(0, n, n == 20 ? "01REFUSED" : $"01BESIDE{n:d2}", "となり")}}]}""")));
        Assert.Equal(39, posted.Count(p => p.IsSuccessStatusCode));
        Assert.Equal(39, await oneStop.Read(db => db.IncomingEvents.CountAsync(e => e.EventId.StartsWith("01BESIDE"))));

        await oneStop.PostEvents(Text(0, 50, "01AFTERWARDS", "となり"));
        Assert.True(await oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.EventId == "01AFTERWARDS")));
    }

    [Fact]
    public async Task A_connection_that_went_stale_while_it_stood_open_costs_no_event()
    {
        var opened = new List<DbConnection>();
        using var writer = new IntakeWriter(new(async () =>
        {
            opened.Add(await oneStop.Services.GetRequiredService<OpenConnections>().Open());
            return opened[^1];
        }), oneStop.Services.GetRequiredService<WriteQueue>(), new(), new(TimeProvider.System), oneStop.Clock, NullLogger<IntakeWriter>.Instance);
        await writer.StartAsync(CancellationToken.None);
        await writer.Write([Written("01BEFORE")], CancellationToken.None);
        await opened[0].CloseAsync(); // like a server or firewall that closes an idle connection
        await writer.Write([Written("01STALE")], CancellationToken.None);
        await writer.StopAsync(CancellationToken.None);
        Assert.Equal(2, await oneStop.Read(db => db.IncomingEvents.CountAsync(e => e.EventId == "01BEFORE" || e.EventId == "01STALE")));
    }

    private WrittenEvent Written(string id) => new(id, null, null, oneStop.Clock.GetUtcNow(), "{}");

    private static string Text(int friend, int message) => Text(friend, message, $"01HUNDRED{friend:d3}{message}", $"百人{friend:d3}の{message}");

    private static string Text(int friend, int message, string eventId, string text) =>
        $$$"""{"type":"message","webhookEventId":"{{{eventId}}}","timestamp":{{{1_791_158_300_000 + message}}},"source":{"type":"user","userId":"{{{LineUserId.Parse($"U{friend + 4096:x32}").Value}}}"},"message":{"id":"{{{friend}}}000{{{message}}}{{{eventId.Length}}}","type":"text","text":"{{{text}}}"}}""";
}
