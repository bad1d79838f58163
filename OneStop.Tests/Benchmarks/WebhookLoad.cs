using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using OneStop.Line.Webhook;

namespace OneStop.Tests.Benchmarks;

/// <summary>Sends a load. All requests are written and signed before the clock starts, so that the measured part only passes bytes.</summary>
internal sealed class WebhookLoad
{
    private readonly Load load;
    private readonly ConcurrentQueue<Queue<byte[]>> friends;
    private readonly double[] took;
    private long startedAt;
    private int begun;
    private int acknowledged;

    public WebhookLoad(Load load)
    {
        this.load = load;
        took = new double[load.Events];
        var first = TimeProvider.System.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds();
        friends = new(Enumerable.Range(0, load.Friends).Select(f => new Queue<byte[]>(Enumerable.Range(0, load.Each).Select(m => Request(f, m, first)))));
    }

    public async Task<LoadResult> Send()
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Load.Connections).Select(_ => WebhookConnection.Open(load.Address)));
        GC.Collect();
        startedAt = Stopwatch.GetTimestamp();
        await Task.WhenAll(connections.Select(Send));
        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        foreach (var connection in connections)
            connection.Dispose();
        return new(acknowledged, seconds, Latencies.Of(took.Take(begun)));
    }

    private async Task Send(WebhookConnection connection)
    {
        while (friends.TryDequeue(out var messages))
        {
            var number = Interlocked.Increment(ref begun) - 1;
            await WaitForTurn(number);
            var at = Stopwatch.GetTimestamp();
            if (await connection.Send(messages.Dequeue()))
                Interlocked.Increment(ref acknowledged);
            took[number] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
            if (messages.Count > 0)
                friends.Enqueue(messages);
        }
    }

    private async Task WaitForTurn(int number)
    {
        if (load.PerSecond == 0)
            return;
        var turn = TimeSpan.FromSeconds((double)number / load.PerSecond) - Stopwatch.GetElapsedTime(startedAt);
        if (turn > TimeSpan.Zero)
            await Task.Delay(turn);
    }

    private byte[] Request(int friend, int message, long first)
    {
        var body = Encoding.UTF8.GetBytes(Body(friend, message, first));
        var head = $"POST {WebhookEndpoint.Path} HTTP/1.1\r\nHost: {load.Address.Authority}\r\nUser-Agent: LineBotWebhook/2.0\r\nContent-Type: application/json; charset=utf-8\r\nx-line-signature: {WebhookSignature.Of(body, Load.ChannelSecret)}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>A text message as LINE sends it.</summary>
    private string Body(int friend, int message, long first)
    {
        var number = friend * load.Each + message;
        return $$$"""{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[{"type":"message","message":{"type":"text","id":"{{{444573844083572737 + number}}}","quoteToken":"q3Plxr4AgKdlxr4AgKdq3Plxr4AgKdlxr4AgKdq3Plxr4AgKd{{{number:d10}}}","text":"{{{message}}} 保育園のお迎えがあるので、夕方までの事務の仕事を探しています。資格はまだありません。"},"webhookEventId":"{{{load.Prefix}}}{{{number:d16}}}","deliveryContext":{"isRedelivery":false},"timestamp":{{{first + message}}},"source":{"type":"user","userId":"{{{Load.UserId(load.FirstFriend + friend)}}}"},"replyToken":"nHuyWiB7yP5Zw52FIkcQobQu{{{number:d8}}}","mode":"active"}]}""";
    }
}
