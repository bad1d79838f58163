using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// LINE's side, in a process of its own, so that its threads and garbage do not count as the portal's. It sends the requested
/// webhooks and answers the portal's calls with a bare 200. It reads loads and writes results as lines of JSON.
/// </summary>
internal sealed class LineSide : IAsyncDisposable
{
    public const string Command = "line-side";
    private readonly Process process;

    private LineSide(Process process, Uri api) => (this.process, Api) = (process, api);

    /// <summary>The address of the API for the portal's calls.</summary>
    public Uri Api { get; }

    public static async Task<LineSide> Start()
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(LineSide).Assembly.Location, "bench", Command])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true
            })!;
        return new(process, new((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>Sends the load and waits until it is complete.</summary>
    public async Task<LoadResult> Send(Load load)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(load));
        return JsonSerializer.Deserialize<LoadResult>((await process.StandardOutput.ReadLineAsync())!)!;
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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapFallback((HttpResponse response) =>
        {
            response.Headers["x-line-request-id"] = "0";
            return Results.Json(new { sentMessages = Array.Empty<object>() });
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is { } line)
            Console.WriteLine(JsonSerializer.Serialize(await new WebhookLoad(JsonSerializer.Deserialize<Load>(line)!).Send()));
        return 0;
    }
}
