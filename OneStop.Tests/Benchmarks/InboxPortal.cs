using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.DatedRules;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportMeasures;
using OneStop.Portal.Data;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// The portal's desks on a SQLite database with a long history, without workers. The database is generated once and cached in the
/// temporary folder until the schema or the generated history changes.
/// </summary>
internal sealed class InboxPortal : IAsyncDisposable
{
    private const string Family = "onestop-bench-inbox-";
    private readonly IHost host;
    private List<Guid> conversations = [];
    private StaffMember manager = null!;

    private InboxPortal(string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["DataFolder"] = folder, ["Audit:Key"] = "0123456789abcdef0123456789abcdef" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDatabase(builder.Configuration, builder.Environment);
        builder.Services.AddOneStop();
        host = builder.Build(); // never started
    }

    public StaffMember Counselor { get; private set; } = null!;

    public LiveUpdates Live => host.Services.GetRequiredService<LiveUpdates>();

    /// <summary>Opens a database with a history of this size; generates it if it is not cached.</summary>
    public static async Task<InboxPortal> Open(int friends, int messages)
    {
        using var model = new SqliteDesign().CreateDbContext([]);
        var version = $"{Family}{model.Database.GetMigrations().Last()}-{InboxHistory.Version}-";
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Family}*")
            .Where(d => !Path.GetFileName(d).StartsWith(version, StringComparison.Ordinal) || d.EndsWith(".partial", StringComparison.Ordinal)))
            Directory.Delete(old, recursive: true);

        var folder = Path.Combine(Path.GetTempPath(), $"{version}{messages}");
        if (!Directory.Exists(folder))
        {
            var partial = $"{folder}.partial"; // an interrupted run is not taken for a complete database
            await using (var making = new InboxPortal(partial))
                await making.Make(friends, messages);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Move(partial, folder);
        }
        var portal = new InboxPortal(folder);
        portal.Counselor = await portal.Read(db => db.Users.OrderBy(s => s.UserName).FirstAsync());
        portal.manager = await portal.Read(db => db.Users.SingleAsync(s => s.UserName == "manager"));
        portal.conversations = await portal.Read(db => db.Conversations.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        await portal.Read(db => db.AuditEntries.ExecuteDeleteAsync()); // of the previous run
        return portal;
    }

    /// <summary>Returns a different conversation for each call, from all years.</summary>
    public Guid Conversation(int call) => conversations[call * 7919 % conversations.Count];

    /// <summary>Runs an action as the counselor, with desks of a new scope.</summary>
    public Task<T> AsCounselor<T>(Func<IServiceProvider, Task<T>> act, string sitting) => As(Counselor, act, sitting);

    /// <summary>Runs an action as the manager, with desks of a new scope.</summary>
    public Task<T> AsManager<T>(Func<IServiceProvider, Task<T>> act, string sitting) => As(manager, act, sitting);

    private async Task<T> As<T>(StaffMember member, Func<IServiceProvider, Task<T>> act, string sitting)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, sitting);
        return await act(scope.ServiceProvider);
    }

    /// <summary>Reads the database as the clock (the actor of automatic work).</summary>
    public async Task<T> Read<T>(Func<OneStopDb, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private async Task Make(int friends, int messages)
    {
        await host.Services.GetRequiredService<Migrator>().Run();
        await FirstRules.Enter(host.Services.GetRequiredService<IDbContextFactory<OneStopDb>>(), TimeProvider.System.GetUtcNow());
        await FirstMeasures.Enter(host.Services.GetRequiredService<IDbContextFactory<OneStopDb>>(), TimeProvider.System.GetUtcNow());
        await Read(async db =>
        {
            List<StaffMember> staff =
                [.. Enumerable.Range(0, 4).Select(i => StaffMember.Create($"counselor{i}", $"相談員{i}", [Duty.Counselor], TimeProvider.System.GetUtcNow())),
                StaffMember.Create("manager", "業務責任者", [Duty.Manager], TimeProvider.System.GetUtcNow())];
            db.Users.AddRange(staff);
            await db.SaveChangesAsync();
            await db.Database.OpenConnectionAsync();
            await new InboxHistory(db, db.Database.GetDbConnection(), friends, messages).Write([.. staff.Where(s => s.Duties.Contains(Duty.Counselor))]);
            return true;
        });
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }
}
