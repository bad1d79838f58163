using System.Globalization;
using System.Runtime;
using Microsoft.EntityFrameworkCore;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// How fast webhooks are acknowledged, how this affects a counselor's saves, and whether each friend's messages stay in order.
/// The bare endpoint and the portal run in this process one after the other with the same warm-up, so that runtime, garbage collector
/// and cores are the same; LINE is another process for both. The machine may be shared: compare ratios, and medians of rounds.
/// </summary>
internal static class IntakeBenchmark
{
    private const int Rounds = 3;
    private const int Newcomers = 10_000; // numbers of people whom the portal has not met
    private const int Strangers = 20_000; // another range of such people
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(15);

    public static async Task<int> Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {Load.Connections} connections, {(GCSettings.IsServerGC ? "server" : "workstation")} garbage collector, {Rounds} rounds"));
        await using var line = await LineSide.Start();
        await Bare(line); // not counted: the JIT recompiles hot methods
        await Intake(line);
        var rounds = new List<Measured>();
        for (var round = 1; round <= Rounds; round++)
        {
            rounds.Add(await Measure(line));
            Console.WriteLine($"round {round}: {rounds[^1]}");
        }
        var isMet = Report.Write(rounds);
        return isMet ? 0 : 1;
    }

    private static async Task<Measured> Measure(LineSide line)
    {
        var bare = await Bare(line);
        var (intake, kept, workingSet) = await Intake(line);
        await using var portal = await BenchPortal.Start(line.Api);
        await WarmUp(line, portal.Address);
        await portal.Processed();
        var counselor = await CounselorSaves.Begin(portal);
        await counselor.While(Task.Delay(TimeSpan.FromSeconds(2))); // warm-up too

        var steady = line.Send(new(portal.Address, "01STEADY00", Friends: 200, Each: (int)Steady.TotalSeconds, PerSecond: 200));
        var savesAtSteady = await counselor.While(steady);
        await portal.Processed();
        var (lag, _) = await Lag(portal, "01STEADY00");

        const int backlog = 200 * 20;
        await line.Send(new(portal.Address, "01BACKLOG0", Friends: 200, Each: 20)); // known people, as fast as possible
        await portal.Processed();
        var (_, processing) = await Lag(portal, "01BACKLOG0");

        const int met = 2000;
        // new people, each of whom gets a number in turn
        await line.Send(new(portal.Address, "01NEWCOMER", Friends: met, Each: 1, FirstFriend: Strangers));
        await portal.Processed();
        var (_, meeting) = await Lag(portal, "01NEWCOMER");

        var hundred = await line.Send(new(portal.Address, "01HUNDRED0", Friends: 100, Each: 20, FirstFriend: Newcomers));
        await portal.Processed();
        var inOrder = await FriendsInOrder(portal, 100, 20);

        var savesAtFull = await counselor.While(line.Send(new(portal.Address, "01FULLSPEE", Friends: 5000, Each: 4)));
        return new()
        {
            Bare = bare,
            Intake = intake,
            Kept = kept,
            WorkingSet = workingSet,
            SavesAtSteady = savesAtSteady,
            SavesAtFull = savesAtFull,
            SteadyAnswers = (await steady).Latencies,
            LagP95 = lag,
            HundredAcknowledged = hundred.Acknowledged,
            FriendsInOrder = inOrder,
            ProcessedPerSecond = backlog / processing,
            MetPerSecond = met / meeting,
        };
    }

    private static async Task<LoadResult> Bare(LineSide line)
    {
        await using var bare = await BareDoor.Open();
        await WarmUp(line, bare.Address);
        return await line.Send(new(bare.Address, "01BAREDOOR", Friends: 5000, Each: 12));
    }

    private static async Task<(LoadResult Result, Kept Kept, long WorkingSet)> Intake(LineSide line)
    {
        const string prefix = "01INTAKE00";
        await using var portal = await BenchPortal.Start(line.Api);
        await WarmUp(line, portal.Address);
        await portal.Processed();
        var result = await line.Send(new(portal.Address, prefix, Friends: 5000, Each: 4));
        var workingSet = Environment.WorkingSet;
        var rows = await portal.Read(db => db.IncomingEvents.CountAsync(e => e.EventId.StartsWith(prefix)));
        var events = await portal.Read(db => db.IncomingEvents.Where(e => e.EventId.StartsWith(prefix)).Select(e => e.EventId).Distinct().CountAsync());
        return (result, new(result.Acknowledged, rows, events), workingSet);
    }

    private static async Task WarmUp(LineSide line, Uri address) => await line.Send(new(address, "01WARMUP00", Friends: 100, Each: 20));

    /// <summary>Returns the 95th percentile of receipt to processed in milliseconds, and the seconds from first receipt to last processing.</summary>
    private static async Task<(double P95, double Seconds)> Lag(BenchPortal portal, string prefix)
    {
        var times = await portal.Read(db => db.IncomingEvents.Where(e => e.EventId.StartsWith(prefix))
            .Select(e => new { e.ReceivedAt, ProcessedAt = e.ProcessedAt!.Value }).ToListAsync());
        return (Latencies.Of(times.Select(t => (t.ProcessedAt - t.ReceivedAt).TotalMilliseconds)).P95,
            (times.Max(t => t.ProcessedAt) - times.Min(t => t.ReceivedAt)).TotalSeconds);
    }

    /// <summary>Counts the friends whose messages are in the conversation in the order sent: none lost, duplicated or early.</summary>
    private static async Task<int> FriendsInOrder(BenchPortal portal, int friends, int each)
    {
        const string end = " 保育園";
        var inOrder = 0;
        for (var friend = 0; friend < friends; friend++)
        {
            var id = Domain.Friends.LineUserId.Parse(Load.UserId(Newcomers + friend));
            var said = await portal.Read(db =>
                db.Messages.Where(m => m.By == Domain.Conversations.Speaker.Client
                    && db.Conversations.Any(c => c.Id == m.ConversationId && c.Friend.LineUserId == id))
                    .OrderBy(m => m.Order).Select(m => m.Text!).ToListAsync());
            var numbers = said.Select(t => int.Parse(t[..t.IndexOf(end, StringComparison.Ordinal)], CultureInfo.InvariantCulture));
            inOrder += numbers.SequenceEqual(Enumerable.Range(0, each)) ? 1 : 0;
        }
        return inOrder;
    }
}

/// <summary>Whether everything acknowledged is stored exactly once.</summary>
internal sealed record Kept(int Acknowledged, int Rows, int Events)
{
    public bool IsEachOnce => Acknowledged == Rows && Rows == Events;
}

/// <summary>One round.</summary>
internal sealed record Measured
{
    public required LoadResult Bare { get; init; }
    public required LoadResult Intake { get; init; }
    public required Kept Kept { get; init; }
    public required long WorkingSet { get; init; }
    public required Latencies SavesAtSteady { get; init; }
    public required Latencies SavesAtFull { get; init; }
    public required Latencies SteadyAnswers { get; init; }
    public required double LagP95 { get; init; }
    public required int HundredAcknowledged { get; init; }
    public required int FriendsInOrder { get; init; }
    public required double ProcessedPerSecond { get; init; }
    public required double MetPerSecond { get; init; }

    public double Ratio => Intake.PerSecond / Bare.PerSecond;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"bare {Bare.PerSecond:N0}/s · portal {Intake.PerSecond:N0}/s, {Ratio:0.000} of bare, p99 {Intake.Latencies.P99:0} ms · saves p95 {SavesAtSteady.P95:0}, at full speed {SavesAtFull.P95:0} ms · lag p95 {LagP95:0} ms · {ProcessedPerSecond:N0} processed/s, {MetPerSecond:N0} of people not met before");
}
