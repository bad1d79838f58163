using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Line.Simulator;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>
/// The one fixture: the real portal over real HTTP with a database of its own, the simulator in LINE's place, and a clock that the
/// test sets. It begins on Monday, 5 October 2026, 9:00 in Japan.
/// </summary>
public sealed partial class TestOneStop : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a-long-test-password";
    private const string SqlServerVariable = "ONESTOP_TEST_SQLSERVER";
    private const string DelayVariable = "ONESTOP_TEST_DELAY";

    private readonly string folder = Directory.CreateTempSubdirectory("onestop-test-").FullName;
    private bool isStopped;
    private string database = $"onestop_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    /// <summary>True if the tests run on SQL Server.</summary>
    public static bool IsOnSqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 };

    public FakeTimeProvider Clock { get; } = new(Japan("2026-10-05T09:00"));

    /// <summary>The lines of the log, to assert what must not be in it.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Further settings; set them before the start.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>
    /// The delay of each command before SQLite gets it; set it before the start. For a whole run by the variable (milliseconds), or for single tests.
    /// </summary>
    public TimeSpan CommandDelay { get; set; } = int.TryParse(Environment.GetEnvironmentVariable(DelayVariable), out var milliseconds)
        ? TimeSpan.FromMilliseconds(milliseconds)
        : TimeSpan.Zero;

    /// <summary>Uses the database of another portal, which starts before this one and is disposed after it. Call it before the start.</summary>
    public void Shares(TestOneStop other)
    {
        database = other.database;
        if (!IsOnSqlServer)
            Settings["ConnectionStrings:OneStop"] = $"Data Source={Path.Combine(other.folder, "onestop.db")}";
    }

    /// <summary>Further options of the SQLite context, applied at the start.</summary>
    public Action<DbContextOptionsBuilder<SqliteOneStopDb>>? Options { get; init; }

    /// <summary>Further registrations, applied at the start.</summary>
    public Action<IServiceCollection>? Registers { get; init; }

    public LinePlatform Line => Services.GetRequiredService<LinePlatform>();

    public Uri Address { get; private set; } = null!;

    /// <summary>The data folder: database, files, keys.</summary>
    public string Folder => folder;

    /// <summary>Returns a date and time in Japan.</summary>
    public static DateTimeOffset Japan(string at) => new(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(9));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("DataFolder", folder);
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false"); // settings do not change during a test: watch no files
        if (Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } server)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("ConnectionStrings:OneStop", $"{server};Database={database}");
        }
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000); // the same code, with fewer iterations
            services.ShareCompiledQueries();
            if (CommandDelay > TimeSpan.Zero)
                services.Reopen(options => options.AddInterceptors(new DelayedCommands(CommandDelay)));
            if (Options is not null)
                services.Reopen(Options);
            Registers?.Invoke(services);
        });
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Notebook(Logged))
            .SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Information));
    }

    public async ValueTask InitializeAsync()
    {
        if (!IsOnSqlServer && !Settings.ContainsKey("ConnectionStrings:OneStop") && Path.Combine(folder, "onestop.db") is var file && !File.Exists(file))
            await MigratedDatabase.CopyTo(file);
        UseKestrel(); // without a port: the factory would set it while the portal is starting, on a busy machine too late
        StartServer();
        Address = new(ClientOptions.BaseAddress.ToString().Replace("localhost", "127.0.0.1"));
    }

    /// <summary>Creates a client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>Returns the member with this sign-in name; creates it if it does not exist.</summary>
    public async Task<StaffMember> AMember(string signInName, params Duty[] duties)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var staff = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        if (await staff.FindByNameAsync(signInName) is { } known)
            return known;
        var member = StaffMember.Create(signInName, $"{signInName} さん", duties, Clock.GetUtcNow());
        Assert.True((await staff.CreateAsync(member, Password)).Succeeded);
        return member;
    }

    /// <summary>Runs an action as this member of staff, with desks of a new scope.</summary>
    public async Task<T> As<T>(StaffMember member, Func<IServiceProvider, Task<T>> act, string sitting = "sitting")
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeStaff(member, sitting);
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc cref="As{T}"/>
    public Task As(StaffMember member, Func<IServiceProvider, Task> act, string sitting = "sitting") => As(member, async services =>
    {
        await act(services);
        return true;
    }, sitting);

    /// <summary>Calls a desk as this member of staff.</summary>
    public Task<T> At<TDesk, T>(StaffMember member, Func<TDesk, Task<T>> ask) where TDesk : notnull =>
        As(member, services => ask(services.GetRequiredService<TDesk>()));

    /// <inheritdoc cref="At{TDesk, T}"/>
    public Task At<TDesk>(StaffMember member, Func<TDesk, Task> ask) where TDesk : notnull => As(member, services => ask(services.GetRequiredService<TDesk>()));

    /// <summary>Reads the database as the clock (the actor of automatic work).</summary>
    public async Task<T> Read<T>(Func<OneStopDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Writes the recorded looks without waiting for the worker's next round.</summary>
    public Task<int> WriteLooks() => Services.GetRequiredService<Looks>().Write(Services.GetRequiredService<IServiceScopeFactory>());

    /// <summary>Verifies the audit trail, seals what waits, and verifies it again, like the command.</summary>
    public async Task<AuditVerdict> VerifyTrail()
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        if (await trail.Verify() is { IsWhole: false } verdict)
            return verdict;
        while (await trail.Seal() > 0) { }
        return await trail.Verify();
    }

    /// <summary>Lets the hold on an answer expire.</summary>
    public void PassTheHold()
    {
        Clock.Advance(AnswerDesk.Hold);
        Services.GetRequiredService<Domain.Channels.OutgoingSignal>().Raise();
    }

    /// <summary>Waits until workers have done their part; the timeout only ends a test that has failed.</summary>
    public static async Task Until(Func<Task<bool>> done, string what = "it to happen", TimeSpan? atMost = null)
    {
        using var patience = new CancellationTokenSource(atMost ?? TimeSpan.FromMinutes(1));
        while (!await done())
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for {what}.");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Stops the portal before the end of the test; its data stays for the next portal.</summary>
    public async Task Stop()
    {
        isStopped = true;
        await StopSoon();
    }

    public override async ValueTask DisposeAsync()
    {
        if (isStopped)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }
        if (IsOnSqlServer)
            await Read(db => db.Database.EnsureDeletedAsync());
        await StopSoon();
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops without waiting for windows that a test left open.</summary>
    private async Task StopSoon()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await Services.GetRequiredService<IHost>().StopAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped by the timeout.
        }
    }
}
