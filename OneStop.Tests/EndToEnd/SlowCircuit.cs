using System.Threading.Channels;
using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>A line to the portal that can be held: what the page says meanwhile is heard only when it is let go.</summary>
internal sealed class SlowCircuit
{
    private readonly Channel<(IWebSocketRoute Server, IWebSocketFrame Frame)> said = Channel.CreateUnbounded<(IWebSocketRoute, IWebSocketFrame)>();
    private TaskCompletionSource open = new();

    private SlowCircuit() => open.SetResult();

    /// <summary>Lays it under all that the page opens from now on.</summary>
    public static async Task<SlowCircuit> Under(IPage page)
    {
        var circuit = new SlowCircuit();
        await page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), route =>
        {
            var server = route.ConnectToServer();
            route.OnMessage(frame => circuit.said.Writer.TryWrite((server, frame)));
            server.OnMessage(frame => Pass(route, frame));
        });
        _ = circuit.Carry();
        return circuit;
    }

    /// <summary>The portal hears nothing from now on.</summary>
    public void Hold() => open = new();

    /// <summary>The portal hears all that was said, in its order.</summary>
    public void LetGo() => open.TrySetResult();

    private async Task Carry()
    {
        await foreach (var (server, frame) in said.Reader.ReadAllAsync())
        {
            await open.Task;
            Pass(server, frame);
        }
    }

    private static void Pass(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes)
            to.Send(bytes);
        else
            to.Send(frame.Text!);
    }
}
