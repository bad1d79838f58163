using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Search;
using OneStop.Tests.House;

namespace OneStop.Tests.Search;

/// <summary>What the index does at the start.</summary>
public sealed class SearchWorkerTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public async ValueTask InitializeAsync() => await oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

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
}
