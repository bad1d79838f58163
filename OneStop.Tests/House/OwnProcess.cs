using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace OneStop.Tests.House;

/// <summary>One of our programs as a process of its own that can be killed, for what a host inside the test process cannot show.</summary>
internal class OwnProcess(Assembly program, string whenAlive, params string[] arguments) : IAsyncDisposable
{
    // Below the ports that a system gives out by itself. One of those, free when it was chosen, could belong to another test's portal by the time the
    // program starts, or while it is away between two starts, and that portal would answer in its name.
    private const int FirstPort = 20_000, Ports = 12_000;

    private static int taken = Environment.ProcessId * 100; // two runs at once do not go the same way

    private Process? process;

    /// <summary>The address on which it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Its settings, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start()
    {
        Begin();
        await Answers();
    }

    /// <summary>Starts it without waiting.</summary>
    public void Begin()
    {
        process = Launch(arguments);
        process.BeginOutputReadLine(); // drained, so that it never blocks on a full pipe
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers.</summary>
    public async Task Answers()
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            Assert.False(process!.HasExited, "The program stopped at its start.");
            try
            {
                using var response = await http.GetAsync(new Uri(Address, whenAlive), patience.Token);
                if (response.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    /// <summary>Runs one of its commands to the end.</summary>
    /// <returns>The exit code, and the error output, or the standard output if there were no errors.</returns>
    public async Task<(int Code, string Words)> Run(params string[] args)
    {
        using var command = Launch(args);
        var (error, output) = (command.StandardError.ReadToEndAsync(), command.StandardOutput.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await command.WaitForExitAsync(patience.Token);
        return (command.ExitCode, await error is { Length: > 0 } words ? words : await output);
    }

    /// <summary>Starts one of its commands and kills it as soon as the condition is true, unless it ends before.</summary>
    public async Task RunAndKill(Func<bool> isFarEnough, params string[] args)
    {
        using var command = Launch(args);
        while (!command.HasExited && !isFarEnough())
            await Task.Delay(1, CancellationToken.None);
        command.Kill(entireProcessTree: true);
        await command.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Kills it by SIGKILL, without any clean-up.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        GC.SuppressFinalize(this);
    }

    private Process Launch(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program.Location, .. args])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(program.Location)
        };
        start.Environment["Urls"] = Address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for seconds, so profiling for later optimization is wasted,
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "2710"; // and so is recompiling hot methods: only after ten seconds (hexadecimal)
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        for (var tries = 0; tries < Ports; tries++)
        {
            var port = FirstPort + (int)((uint)Interlocked.Increment(ref taken) % Ports);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // another program listens on it
            }
        }
        throw new InvalidOperationException("No port is free.");
    }
}
