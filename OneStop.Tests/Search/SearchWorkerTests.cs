using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Conversations.Search;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Search;

/// <summary>When the search index is updated, and what happens at the start.</summary>
public sealed class SearchWorkerTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task Events_that_wait_go_first_but_hold_the_index_up_for_ten_seconds_at_most()
    {
        await Stop<SearchWorker>();
        await oneStop.SaysAll(await oneStop.AFriend(), ["学童保育の申込み"]);
        await Stop<WebhookWorker>();
        await oneStop.PostEvents(
            """{"type":"message","timestamp":1791158400000,"source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},"webhookEventId":"01WAITS","message":{"id":"1","type":"text","text":"まだ"}}""");
        var worker = ActivatorUtilities.CreateInstance<SearchWorker>(oneStop.Services);

        await worker.Round(default);
        oneStop.Clock.Advance(TimeSpan.FromSeconds(9));
        await worker.Round(default);
        Assert.True(await IsWaiting());
        oneStop.Clock.Advance(TimeSpan.FromSeconds(1));
        await worker.Round(default);
        Assert.False(await IsWaiting());
    }

    [Fact]
    public async Task Names_are_folded_anew_at_the_start_and_the_trail_says_nothing_of_it()
    {
        await Stop<SearchWorker>();
        var friend = await oneStop.AFriend();
        await oneStop.Read(async db =>
        {
            (await db.Friends.SingleAsync()).CallAs("⻑⽥");
            await db.SaveChangesAsync();
            return await db.Friends.ExecuteUpdateAsync(f => f.SetProperty(x => x.FoldedName, "⻑田"));
        });
        var entries = await oneStop.Read(db => db.AuditEntries.CountAsync());

        await ActivatorUtilities.CreateInstance<SearchWorker>(oneStop.Services).Round(default);
        Assert.Equal("長田", await oneStop.Read(db => db.Friends.Select(f => f.FoldedName).SingleAsync()));
        Assert.Equal(entries, await oneStop.Read(db => db.AuditEntries.CountAsync()));
    }

    private Task Stop<T>() where T : IHostedService => oneStop.Services.GetServices<IHostedService>().OfType<T>().Single().StopAsync(default);

    private Task<bool> IsWaiting() => oneStop.Read(db => db.UnindexedMessages.AnyAsync());
}
