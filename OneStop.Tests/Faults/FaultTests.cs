using OneStop.Domain.Channels;

namespace OneStop.Tests.Faults;

/// <summary>
/// Nothing lost, nothing doubled, wherever the portal is killed: each event is processed once, and LINE has each answer once.
/// <c>dotnet run -c Release --project OneStop.Tests -- faults 200</c> does it for longer.
/// </summary>
[Collection(nameof(EndToEnd))]
public sealed class FaultTests
{
    [Fact]
    public async Task The_portal_is_killed_twelve_times_under_load_and_nothing_is_lost_or_doubled()
    {
        await using var run = new FaultRun(seed: 20261005);
        Check(await run.Run(kills: 12));
    }

    /// <summary>Holds a run's end against what must be.</summary>
    internal static void Check(FaultReport report)
    {
        Assert.Equal(0, report.Unsettled);
        Assert.All(report.Told, said => Assert.Equal(1, report.Kept.GetValueOrDefault(said)));
        Assert.Equal(report.Told.Count, report.Kept.Values.Sum());
        Assert.All(report.Answered, answer => Assert.InRange(report.Arrived.GetValueOrDefault(answer.Key), answer.Value == Delivery.Accepted ? 1 : 0, 1));
        Assert.DoesNotContain(Delivery.Failed, report.Answered.Values);
        Assert.DoesNotContain(report.Arrived.Keys, text => !report.Answered.ContainsKey(text));
        Assert.InRange(report.BotSaid, report.BotAccepted, report.BotAccepted + report.BotUnknown); // greetings and receipts: those of which LINE's answer came, and perhaps those cut off
        Assert.Contains("正しくつながっています", report.Verdict);
        Assert.True(report.Answered.Count > 10 && report.KilledAtStart > 2 && report.KilledAtWork > 2, "The run was too tame to show anything.");
    }

    /// <summary>The longer version, for the command line.</summary>
    internal static async Task<int> RunLonger(int kills, int seed)
    {
        Console.WriteLine($"{kills} kills, seed {seed}");
        await using var run = new FaultRun(seed);
        var report = await run.Run(kills, Console.WriteLine);
        Check(report);
        Console.WriteLine($"{report.KilledAtStart} kills at the start, {report.KilledAtWork} at work. {report.Told.Count} messages kept once each; {report.Answered.Count} answers: "
            + string.Join(", ", report.Answered.Values.CountBy(s => s).Select(s => $"{s.Value} {s.Key}")) + $"; on the telephones {report.Arrived.Values.Sum()}, none twice.");
        return 0;
    }
}
