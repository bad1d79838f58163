using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OneStop.Tests.House;

/// <summary>The portal as a process of its own, that can be killed: for what a host inside the test cannot show.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> environment;
    private Process? process;

    /// <param name="environment">Settings, in the way of environment variables.</param>
    public PortalProcess(Dictionary<string, string> environment)
    {
        Folder = Directory.CreateTempSubdirectory("onestop-process-").FullName;
        Address = new($"http://127.0.0.1:{FreePort()}");
        this.environment = new()
        {
            ["Urls"] = Address.ToString(),
            ["DataFolder"] = Folder,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
        foreach (var (name, value) in environment)
            this.environment[name] = value;
    }

    public Uri Address { get; }

    public string Folder { get; }

    /// <summary>Changes a setting for the next start.</summary>
    public void Set(string name, string value) => environment[name] = value;

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start()
    {
        process = Begin();
        process.BeginOutputReadLine(); // drained, so that it never waits for a reader
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            Assert.False(process.HasExited, "The portal stopped at its start.");
            try
            {
                using var response = await http.GetAsync(new Uri(Address, "/health/live"), patience.Token);
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
    /// <returns>The exit code, and what it said: the errors if there are any.</returns>
    public async Task<(int Code, string Words)> Run(params string[] args)
    {
        using var command = Begin(args);
        var (error, output) = (command.StandardError.ReadToEndAsync(), command.StandardOutput.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await command.WaitForExitAsync(patience.Token);
        return (command.ExitCode, await error is { Length: > 0 } words ? words : await output);
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Begin(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location) };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
