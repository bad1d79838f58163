using System.Diagnostics;
using System.Text.Json;

namespace OneStop.Tests.Benchmarks;

/// <summary>A command to the process of the browsers.</summary>
/// <param name="Act">One of the constants here.</param>
/// <param name="Paths">For open: the page of each counselor.</param>
/// <param name="FirstFriend">For load: the number of the first friend who writes.</param>
internal sealed record ScreenOrder(string Act, Uri Address, string[] Paths, int FirstFriend = 0, int Friends = 0, int PerSecond = 0, int Seconds = 0)
{
    public const string Open = "open";
    public const string Load = "load";
    public const string Close = "close";
}

/// <summary>The result of a load: the time of each message to its text, and the part of it in the page, between the frame's arrival and the text.</summary>
/// <param name="Missing">The number of messages to open conversations whose text never appeared.</param>
/// <param name="BrowserCpu">The number of cores that the browser used.</param>
internal sealed record Shown(double[] ToText, double[] InPage, int Missing, double BrowserCpu)
{
    public static Shown Nothing { get; } = new([], [], 0, 0);
}

/// <summary>
/// The counselors' browsers and LINE, in a process of their own, so that their threads and garbage do not count as the portal's. Both
/// ends of the measurement are here: a message carries the time of its posting, and its page records the time at which it has the text.
/// </summary>
internal sealed class ScreenSide : IAsyncDisposable
{
    public const string Command = "screen-side";
    private readonly Process process =
        Process.Start(new ProcessStartInfo("dotnet", [typeof(ScreenSide).Assembly.Location, "bench", Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        })!;

    public async Task<Shown> Do(ScreenOrder order)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        return JsonSerializer.Deserialize<Shown>(await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The browsers' side has ended."))!;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Runs the other process.</summary>
    public static async Task<int> Play()
    {
        await using var counselors = new Counselors();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<ScreenOrder>(line)!;
            var result = order.Act switch
            {
                ScreenOrder.Open => await counselors.Open(order),
                ScreenOrder.Load => await counselors.Watch(order),
                _ => await counselors.Close(),
            };
            Console.WriteLine(JsonSerializer.Serialize(result));
        }
        return 0;
    }
}
