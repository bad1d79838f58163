using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.JobOpenings.Importing;
using OneStop.Portal.HelloWork;
using OneStop.Tests.House;

namespace OneStop.Tests.JobOpenings.Importing;

/// <summary>The double of Hello Work's service and the portal's client of it, on a set clock, with what the client logs.</summary>
internal sealed class HelloWorkSide : IAsyncDisposable
{
    private ServiceProvider portal = default!;

    public HelloWorkSide() => Service = new(Clock);

    public FakeTimeProvider Clock { get; } = new(TestOneStop.Japan("2026-10-05T09:00"));

    public HelloWorkDouble Service { get; }

    public ConcurrentQueue<string> Logged { get; } = [];

    public HelloWorkApi Api => portal.GetRequiredService<HelloWorkApi>();

    public async ValueTask Start()
    {
        await Service.Start();
        portal = Portal(HelloWorkDouble.Id, HelloWorkDouble.Password);
    }

    /// <summary>Returns a client with its own settings.</summary>
    public ServiceProvider Portal(string? id, string? password, params (string Name, string Value)[] further)
    {
        var settings = new Dictionary<string, string?>
        {
            ["UserId"] = id,
            ["Password"] = password,
            ["BaseUrl"] = $"{Service.Address}",
            ["PauseMilliseconds"] = "0",
        };
        foreach (var (name, value) in further)
            settings[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"HelloWork:{s.Key}", s => s.Value)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Notebook(Logged)));
        services.AddHelloWork();
        return services.BuildServiceProvider();
    }

    /// <summary>Fetches and reads the first record of the first page.</summary>
    public async Task<ReadOpening> First()
    {
        await using var session = await Api.Open(default);
        return new RecordReading(FeedSource.HelloWork).Read(1, (await session.Page("M140", 1, default))![0]);
    }

    public static async Task<HelloWorkTrouble> Trouble<T>(HelloWorkFailure failure, Func<Task<T>> act)
    {
        var trouble = await Assert.ThrowsAsync<HelloWorkTrouble>(act);
        Assert.Equal(failure, trouble.Failure);
        return trouble;
    }

    /// <summary>Answers with a status alone.</summary>
    public static Task<bool> Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    }

    /// <summary>Answers with a text.</summary>
    public static async Task<bool> Write(HttpContext context, string xml)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(xml));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await Service.DisposeAsync();
    }
}
