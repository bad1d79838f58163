using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
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
    [SqliteOnly("counts the workers, one of which empties its log")]
    public async Task Work_that_stands_still_is_called_by_what_it_does()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        IReadOnlyList<string> workers = [];
        await TestOneStop.Until(() =>
            Task.FromResult((workers = oneStop.Services.GetRequiredService<Heartbeats>().Silent(TimeSpan.FromTicks(-1))).Count >= 10),
            "each worker to come round once");
        var clock = new FakeTimeProvider();
        var stopped = new Heartbeats(clock);
        foreach (var worker in workers)
            stopped.Beat(worker);
        clock.Advance(TimeSpan.FromMinutes(4));
        var found = await new WorkersCheck(stopped).CheckHealthAsync(new());
        var said = HealthWords.Say(HealthChecks.Workers, new(found.Status, found.Description, default, null, found.Data));
        AssertPlain(said);
        Assert.Contains("メッセージの受け取り", said);
    }

    private static void AssertPlain(string said)
    {
        Assert.Contains("システム管理者", said);
        Assert.DoesNotMatch("[a-z]", said);
    }
}
