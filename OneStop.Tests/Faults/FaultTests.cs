using OneStop.Domain.Channels;
using OneStop.Tests.House;

namespace OneStop.Tests.Faults;

/// <summary>
/// Nothing is lost or duplicated, wherever the portal is killed: each event is processed once, and LINE gets each answer once.
/// <c>dotnet run -c Release --project OneStop.Tests -- faults 200</c> runs longer.
/// </summary>
[NeedsTime("starts and kills portals")]
public sealed class FaultTests
{
    [Fact]
    public async Task The_portal_is_killed_twelve_times_under_load_and_nothing_is_lost_or_doubled()
    {
        await using var run = new FaultRun(seed: 20261005);
        Check(await run.Run(kills: 12));
    }

    /// <summary>Checks the result of a run.</summary>
    internal static void Check(FaultReport report)
    {
        Assert.Equal(new Unsettled(0, 0, 0), report.Unsettled);
        Assert.All(report.Told, said => Assert.Equal(1, report.Kept.GetValueOrDefault(said)));
        Assert.Equal(report.Told.Count, report.Kept.Values.Sum());
        Assert.All(report.Answered.Where(a => !a.Value.WasReply),
            pushed => Assert.Equal((Delivery.Accepted, 1), (pushed.Value.State, report.Arrived.GetValueOrDefault(pushed.Key))));
        Assert.All(report.Answered.Where(a => a.Value.WasReply),
            replied => Assert.InRange(report.Arrived.GetValueOrDefault(replied.Key), replied.Value.State == Delivery.Accepted ? 1 : 0, 1));
        Assert.DoesNotContain(report.Answered.Values, ended => ended.State == Delivery.Failed);
        Assert.Equal((report.TakenBack.Asked, 0), (report.TakenBack.Kept, report.WordsLeft));
        Assert.Equal((report.Pictures.Sent, report.Pictures.Sent, true), report.Pictures);
        Assert.DoesNotContain(report.Arrived.Keys, text => !report.Answered.ContainsKey(text));
        // greetings and receipts: those that LINE acknowledged, and perhaps those cut off
        Assert.InRange(report.BotSaid, report.BotAccepted, report.BotAccepted + report.BotUnknown);
        Assert.Contains("正しくつながっています", report.Verdict);
        Assert.True(report.Answered.Values.Count(a => !a.WasReply) > 5 && report.TakenBack.Asked > 5 && report.Pictures.Sent > 5
            && report.Answered.Count > 10 && report.KilledAtStart > 2 && report.KilledAtWork > 2, "The run was too tame to show anything.");
    }

    /// <summary>Runs the longer version for the command line.</summary>
    internal static async Task<int> RunLonger(int kills, int seed)
    {
        Console.WriteLine($"{kills} kills, seed {seed}");
        await using var run = new FaultRun(seed);
        var report = await run.Run(kills, Console.WriteLine);
        Check(report);
        Console.WriteLine($"{report.KilledAtStart} kills at the start, {report.KilledAtWork} at work. {report.Told.Count} messages kept once each; {report.Answered.Count} answers: "
            + string.Join(", ", report.Answered.Values.CountBy(a => (a.State, a.WasReply))
                .Select(a => $"{a.Value} {a.Key.State}{(a.Key.WasReply ? " (reply)" : " (push)")}"))
            + $"; on the telephones {report.Arrived.Values.Sum()}, none twice. {report.TakenBack.Asked} taken back, {report.Pictures.Fetched} pictures fetched.");
        return 0;
    }
}
