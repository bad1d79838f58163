namespace OneStop.Tests.Benchmarks;

/// <summary>The benchmarks of <c>bench</c>. A load test needs its own harness: BenchmarkDotNet times one method at a time, in one process.</summary>
internal static class Benchmark
{
    private static readonly Dictionary<string, Func<Task<int>>> Known = new()
    {
        ["intake"] = IntakeBenchmark.Run,
        ["processing"] = ProcessingBenchmark.Run,
        ["screen"] = ScreenBenchmark.Run,
        ["inbox"] = InboxBenchmark.Run,
        ["booking"] = BookingBenchmark.Run,
        ["slots"] = SlotsBenchmark.Run,
        ["calendar"] = CalendarBenchmark.Run,
        ["casefile"] = CaseFileBenchmark.Run,
        ["programs"] = ProgramBenchmark.Run,
        ["timeline"] = TimelineBenchmark.Run,
    };

    public static Task<int> Run(string[] args) => args switch
    {
        [LineSide.Command] => LineSide.Play(),
        [ScreenSide.Command] => ScreenSide.Play(),
        [var name] when Known.TryGetValue(name, out var benchmark) => benchmark(),
        _ => List(),
    };

    private static Task<int> List()
    {
        Console.Error.WriteLine($"Known benchmarks: {string.Join(", ", Known.Keys)}");
        return Task.FromResult(1);
    }
}
