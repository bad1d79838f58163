namespace OneStop.Tests.Benchmarks;

/// <summary>The measurements as a table with their goals.</summary>
internal static class Report
{
    /// <returns>True if all goals are met.</returns>
    public static bool Write(IReadOnlyList<Measured> rounds)
    {
        List<Line> lines =
        [
            new("bare Kestrel, signature only: requests/s", Median(r => r.Bare.PerSecond), "N0"),
            new("    p50 / p99 ms", Median(r => r.Bare.Latencies.P50), "0.0", Beside: Median(r => r.Bare.Latencies.P99)),
            new("portal: acknowledged durably/s", Median(r => r.Intake.PerSecond), "N0"),
            new("    beside bare", Median(r => r.Ratio), "0.000", "0.15 or more", a => a >= 0.15),
            new("    p50 ms", Median(r => r.Intake.Latencies.P50), "0.0"),
            new("    p99 ms", Median(r => r.Intake.Latencies.P99), "0.0", "under 50", a => a < 50),
            new("    rounds with each event kept once", rounds.Count(r => r.Kept.IsEachOnce), "0", "all", a => (int)a == rounds.Count),
            new("    working set, MB (server and bench)", Median(r => r.WorkingSet / 1048576.0), "N0"),
            new("saves beside 200 events/s: p50 ms", Median(r => r.SavesAtSteady.P50), "0.0"),
            new("    p95 ms", Median(r => r.SavesAtSteady.P95), "0.0", "under 50", a => a < 50),
            new("    longest of all rounds, ms", rounds.Max(r => r.SavesAtSteady.Most), "0", "under 1,000", a => a < 1000),
            new("    webhooks meanwhile: p50 / p99 ms", Median(r => r.SteadyAnswers.P50), "0.0", Beside: Median(r => r.SteadyAnswers.P99)),
            new("    from receipt to processed: p95 ms", Median(r => r.LagP95), "0", "under 150", a => a < 150),
            new("4,000 events of known people: processed/s", Median(r => r.ProcessedPerSecond), "N0", "1,000 or more", a => a >= 1000),
            new("    2,000 people met for the first time/s", Median(r => r.MetPerSecond), "N0"),
            new("saves at full speed: p50 / p95 ms", Median(r => r.SavesAtFull.P50), "0.0", Beside: Median(r => r.SavesAtFull.P95)),
            new("    longest of all rounds, ms", rounds.Max(r => r.SavesAtFull.Most), "0"),
            new("100 friends at once, 20 each: acknowledged", Median(r => r.HundredAcknowledged), "N0", "2,000", a => (int)a == 2000),
            new("    fewest friends in order, each once", rounds.Min(r => r.FriendsInOrder), "0", "100", a => (int)a == 100),
        ];
        return Line.Write(lines);

        double Median(Func<Measured, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
    }
}
