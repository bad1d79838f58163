using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// The whole portal with its workers, as in Production, on a SQLite file in a folder of its own. For browsers it runs as
/// Development, whose cookies work over plain HTTP.
/// </summary>
internal sealed class BenchPortal : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-bench-").FullName;
    private readonly Uri lineApi;
    private readonly bool forBrowsers;

    private BenchPortal(Uri lineApi, bool forBrowsers) => (this.lineApi, this.forBrowsers) = (lineApi, forBrowsers);

    /// <summary>The member who saves while webhooks arrive.</summary>
    public StaffMember Counselor { get; } = StaffMember.Create("counselor", "相談員", [Duty.Counselor], TimeProvider.System.GetUtcNow());

    private string Database => $"Data Source={Path.Combine(folder, "onestop.db")}";

    public static async Task<BenchPortal> Start(Uri lineApi, bool forBrowsers = false)
    {
        var portal = new BenchPortal(lineApi, forBrowsers);
        await portal.Staff();
        portal.UseKestrel(0);
        portal.StartServer();
        portal.Address = new(portal.ClientOptions.BaseAddress.ToString().Replace("localhost", "127.0.0.1"));
        return portal;
    }

    /// <summary>Adds an administrator, without whom Production does not start.</summary>
    private async Task Staff()
    {
        var clock = new Actor();
        clock.BeClock();
        await using var db = new SqliteOneStopDb(new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite(Database).Options, clock, new WriteQueue());
        await db.Database.MigrateAsync();
        db.Users.AddRange(Counselor, StaffMember.Create("administrator", "管理者", [Duty.Administrator], TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    public Uri Address { get; private set; } = null!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(forBrowsers ? Environments.Development : Environments.Production);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("DataFolder", folder);
        builder.UseSetting("ConnectionStrings:OneStop", Database);
        builder.UseSetting("PublicBaseUrl", "https://onestop.example.jp");
        builder.UseSetting("Audit:Key", "0123456789abcdef0123456789abcdef");
        builder.UseSetting("DataProtection:Key", "fedcba9876543210fedcba9876543210");
        builder.UseSetting("Line:ChannelSecret", Load.ChannelSecret);
        builder.UseSetting("Line:ChannelAccessToken", "token");
        builder.UseSetting("Line:ApiBaseUrl", lineApi.ToString());
        builder.UseSetting("Line:DataApiBaseUrl", lineApi.ToString());
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    /// <summary>Runs an action as the counselor, with desks of a new scope.</summary>
    public async Task AsCounselor(Func<IServiceProvider, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(Counselor, "sitting");
        await act(scope.ServiceProvider);
    }

    /// <summary>Reads the database as the clock (the actor of automatic work).</summary>
    public async Task<T> Read<T>(Func<OneStopDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Waits until the worker has processed all events.</summary>
    public async Task Processed()
    {
        while (await Read(db => db.IncomingEvents.Waiting().AnyAsync()))
            await Task.Delay(100);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
