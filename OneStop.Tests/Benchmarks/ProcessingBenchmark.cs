using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// Events processed per second, of known friends and of new ones: a short part of <see cref="IntakeBenchmark"/>, for developers
/// of the event processing.
/// </summary>
internal static class ProcessingBenchmark
{
    private const int Rounds = 5;
    private const int Known = 200 * 20;
    private const int Met = 2000;

    public static async Task<int> Run()
    {
        await using var line = await LineSide.Start();
        await using var portal = await BenchPortal.Start(line.Api);
        Console.WriteLine($"process {Environment.ProcessId}");
        await line.Send(new(portal.Address, "01FIRST000", Friends: 200, Each: 1));
        await portal.Processed();
        var counselor = await CounselorSaves.Begin(portal);
        for (var round = 0; round <= Rounds; round++)
        {
            var known = await PerSecond(line, portal, new(portal.Address, $"01KNOWN{round:d3}", Friends: 200, Each: 20));
            var steady = new Load(portal.Address, $"01STEADY{round:d2}", Friends: 200, Each: 10, PerSecond: 200);
            var saves = await counselor.While(line.Send(steady));
            var lag = Latencies.Of((await Times(portal, steady)).Select(t => (t.Processed - t.Received).TotalMilliseconds));
            var met = await PerSecond(line, portal, new(portal.Address, $"01MET{round:d5}", Friends: Met, Each: 1, FirstFriend: 10_000 + round * Met));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(round == 0 ? "warm-up" : $"round {round}")}: {known:N0} processed/s, {met:N0} of people not met before; at {steady.PerSecond} a second lag p50 {lag.P50:0} p95 {lag.P95:0} p99 {lag.P99:0} ms, saves p50 {saves.P50:0} p95 {saves.P95:0} p99 {saves.P99:0} ms"));
        }
        return 0;
    }

    private static async Task<double> PerSecond(LineSide line, BenchPortal portal, Load load)
    {
        await line.Send(load);
        var times = await Times(portal, load);
        return load.Events / (times.Max(t => t.Processed) - times.Min(t => t.Received)).TotalSeconds;
    }

    /// <summary>Returns when each event of a load was received and processed.</summary>
    private static async Task<List<(DateTimeOffset Received, DateTimeOffset Processed)>> Times(BenchPortal portal, Load load)
    {
        await portal.Processed();
        var times = await portal.Read(db => db.IncomingEvents.Where(e => e.EventId.StartsWith(load.Prefix))
            .Select(e => new { e.ReceivedAt, ProcessedAt = e.ProcessedAt!.Value }).ToListAsync());
        return [.. times.Select(t => (t.ReceivedAt, t.ProcessedAt))];
    }
}
