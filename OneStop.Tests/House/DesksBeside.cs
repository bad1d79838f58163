using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>Desks of this process on the database of portals in other processes.</summary>
internal sealed class DesksBeside : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="folder">The portals' data folder.</param>
    public DesksBeside(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddDatabase(configuration, new Place(folder));
        collection.AddOneStop();
        services = collection.BuildServiceProvider();
    }

    /// <summary>Calls a desk as a member of staff.</summary>
    public async Task<T> At<TDesk, T>(StaffMember member, Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, "sitting");
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <inheritdoc cref="At{TDesk, T}"/>
    public Task At<TDesk>(StaffMember member, Func<TDesk, Task> ask) where TDesk : notnull => At<TDesk, bool>(member, async desk =>
    {
        await ask(desk);
        return true;
    });

    /// <summary>Reads or changes the database as the clock (the actor of automatic work).</summary>
    public async Task<T> Read<T>(Func<OneStopDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private sealed class Place(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;
        public string ApplicationName { get; set; } = nameof(OneStop);
        public string ContentRootPath { get; set; } = folder;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
