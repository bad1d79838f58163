using System.Threading.Channels;
using Microsoft.Playwright;

namespace OneStop.Tests.EndToEnd;

/// <summary>A line to the portal that can be held: what the page says meanwhile is heard only when it is let go. And it can break.</summary>
internal sealed class SlowCircuit
{
    private readonly Channel<(IWebSocketRoute Server, IWebSocketFrame Frame)> said = Channel.CreateUnbounded<(IWebSocketRoute, IWebSocketFrame)>();
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> lines = [];
    private readonly HashSet<IWebSocketRoute> broken = [];
    private TaskCompletionSource open = new();
    private bool isBroken;

    private SlowCircuit() => open.SetResult();

    /// <summary>Lays it under all that the page opens from now on.</summary>
    public static async Task<SlowCircuit> Under(IPage page)
    {
        var circuit = new SlowCircuit();
        await page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), route =>
        {
            if (circuit.isBroken)
            {
                _ = route.CloseAsync(Lost);
                return;
            }
            var server = route.ConnectToServer();
            circuit.lines.Add((route, server));
            route.OnMessage(frame => circuit.said.Writer.TryWrite((server, frame)));
            server.OnMessage(frame => Pass(route, frame));
        });
        // nor does it find another way
        await page.RouteAsync(url => url.Contains("_blazor", StringComparison.Ordinal), call => circuit.isBroken ? call.AbortAsync() : call.FallbackAsync());
        _ = circuit.Carry();
        return circuit;
    }

    private static WebSocketRouteCloseOptions Lost => new() { Code = 4000 };

    /// <summary>The line breaks: what was said and not heard is gone, and there is none until it is mended.</summary>
    public async Task Break()
    {
        isBroken = true;
        foreach (var (page, server) in lines)
        {
            broken.Add(server);
            await page.CloseAsync(Lost);
            await server.CloseAsync(Lost);
        }
        lines.Clear();
        LetGo();
    }

    /// <summary>The page finds a line again.</summary>
    public void Mend() => isBroken = false;

    /// <summary>The portal hears nothing from now on.</summary>
    public void Hold() => open = new();

    /// <summary>The portal hears all that was said, in its order.</summary>
    public void LetGo() => open.TrySetResult();

    private async Task Carry()
    {
        await foreach (var (server, frame) in said.Reader.ReadAllAsync())
        {
            await open.Task;
            if (!broken.Contains(server))
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
