using System.Net.Sockets;

namespace OneStop.Tests.Benchmarks;

/// <summary>
/// One keep-alive HTTP/1.1 connection that sends prepared requests. On two cores an HttpClient would use more CPU than
/// the endpoint under test.
/// </summary>
internal sealed class WebhookConnection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[4096];

    private WebhookConnection(Socket socket) => this.socket = socket;

    public static async Task<WebhookConnection> Open(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new(socket);
    }

    /// <returns>True if the answer was 200. Answers have no body, so the first empty line ends them.</returns>
    public async ValueTask<bool> Send(byte[] request)
    {
        await socket.SendAsync(request);
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The other side closed the connection.");
            length += read;
        }
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));
        return buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8);
    }

    public void Dispose() => socket.Dispose();
}
