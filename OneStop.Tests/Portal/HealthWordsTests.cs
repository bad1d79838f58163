using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain;
using OneStop.Domain.Workers;
using OneStop.Portal.Features.Health;
using OneStop.Portal.Health;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The page 動作状況 tells office staff in Japanese what is wrong, and whom to tell.</summary>
public sealed class HealthWordsTests
{
    [Fact]
    public async Task Each_check_has_a_name_and_a_sentence_with_the_next_step()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        var report = await oneStop.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(5, report.Entries.Count);
        Assert.All(report.Entries, e =>
        {
            Assert.DoesNotMatch("[a-z]", HealthWords.NameOf(e.Key));
            AssertPlain(HealthWords.Say(e.Key, new(HealthStatus.Unhealthy, "no connection", default, null, null)));
        });
    }

    [Fact]
    public async Task Every_worker_of_the_portal_is_called_by_what_it_does()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        var workers = oneStop.Services.GetServices<IHostedService>().Select(s => s.GetType()).Where(HasLoop).Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        Assert.True(workers.Count >= 13, $"{workers.Count} workers");
        IReadOnlyList<string> beating = [];
        await TestOneStop.Until(() =>
        {
            beating = [.. oneStop.Services.GetRequiredService<Heartbeats>().Silent(-TimeSpan.FromDays(1)).Order(StringComparer.Ordinal)];
            return Task.FromResult(workers.All(beating.Contains));
        }, "each worker to come round once");
        Assert.Equal(workers, beating);
        foreach (var worker in workers)
        {
            var clock = new FakeTimeProvider();
            var stopped = new Heartbeats(clock);
            stopped.Beat(worker);
            clock.Advance(TimeSpan.FromMinutes(4));
            var found = await new WorkersCheck(stopped).CheckHealthAsync(new());
            AssertPlain(HealthWords.Say(HealthChecks.Workers, new(found.Status, found.Description, default, null, found.Data)));
        }
    }

    [Theory]
    [InlineData(59, HealthStatus.Healthy)]
    [InlineData(62, HealthStatus.Healthy)]
    [InlineData(64, HealthStatus.Unhealthy)]
    public async Task A_worker_that_comes_round_every_hour_is_not_missed_in_between(int minutes, HealthStatus status)
    {
        var clock = new FakeTimeProvider();
        var heartbeats = new Heartbeats(clock);
        using var stopping = new CancellationTokenSource();
        var loop = new WorkerLoop(heartbeats, new LiveUpdates(NullLogger<LiveUpdates>.Instance), clock, NullLogger<WorkerLoop>.Instance);
        await loop.Run("hourly", new(), async _ =>
        {
            await stopping.CancelAsync(); // it rests, and never comes round again
            return TimeSpan.FromHours(1);
        }, stopping.Token);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(status, (await new WorkersCheck(heartbeats).CheckHealthAsync(new())).Status);
    }

    private static bool HasLoop(Type worker) => worker.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(WorkerLoop)));

    private static void AssertPlain(string said)
    {
        Assert.Contains("システム管理者", said);
        Assert.DoesNotMatch("[a-z]", said);
    }
}
