using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Channels;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Tests.House;

namespace OneStop.Tests.Line;

/// <summary>
/// Arbitrary requests to the webhook: never a 5xx for a signed, well-formed body, never an unhandled exception, and no event
/// blocks the next.
/// </summary>
public sealed class HostileWebhookTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const int Bodies = 10_000;

    [Fact, NeedsTime("sends ten thousand bodies")]
    public async Task Ten_thousand_generated_bodies_are_taken_or_refused_and_never_break_anything()
    {
        var bodies = new WebhookBodies(seed: 1);
        var all = Enumerable.Range(0, Bodies).Select(_ => bodies.Next()).ToList();
        using var http = oneStop.Http();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (body, _) =>
        {
            var status = await Post(http, body);
            if (status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest) || (status == HttpStatusCode.BadRequest && IsWebhook(body)))
                wrong.Add($"{(int)status}: {Encoding.UTF8.GetString(body)}");
        });
        Assert.Empty(wrong);

        await oneStop.PostEvents(
            """{"type":"follow","webhookEventId":"01AFTERALL","timestamp":1791158400000,"source":{"type":"user","userId":"U99999999999999999999999999999999"}}""");
        await TestOneStop.Until(async () =>
            await oneStop.Read(db => db.IncomingEvents.AnyAsync(e => e.Failure != null))
                || await oneStop.Read(db => db.IncomingEvents.Waiting().CountAsync()) == 0, "all of it to be processed", TimeSpan.FromMinutes(3));
        var failed = await oneStop.Read(db => db.IncomingEvents.Where(e => e.Failure != null || e.PutAsideAt != null)
            .Select(e => e.Failure + ": " + e.Body).Take(5).ToListAsync());
        Assert.True(failed.Count == 0,
            string.Join("\n", failed) + "\n" + string.Join("\n", oneStop.Logged.Where(l => l.Contains("could not be processed")).Take(3)));
        Assert.Equal("", string.Join('\n', oneStop.Logged.Where(line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task A_text_that_is_no_Unicode_spoils_no_event_beside_it()
    {
        const string halfAnEmoji = "\\ud83d";
        await oneStop.PostEvents(
            $$$"""{"type":"message","webhookEventId":"{{{halfAnEmoji}}}","source":{"type":"user","userId":"{{{halfAnEmoji}}}"},"message":{"id":"{{{halfAnEmoji}}}","type":"text","text":"x"}}""",
            $$$"""{"type":"{{{halfAnEmoji}}}","webhookEventId":"01BADTYPE","source":{"type":"user","userId":"U99999999999999999999999999999998"}}""",
            $$$"""{"type":"message","webhookEventId":"01BADNAME","source":{"type":"user","userId":"U99999999999999999999999999999996"},"message":{"id":"96","type":"text","text":"読める言葉"},"{{{halfAnEmoji}}}":1}""",
            """{"type":"follow","webhookEventId":"01BESIDEIT","timestamp":1791158400000,"source":{"type":"user","userId":"U99999999999999999999999999999997"}}""");
        await oneStop.Processed("01BESIDEIT", "01BADTYPE", "01BADNAME");
        Assert.Equal(1, await oneStop.Read(db =>
            db.IncomingEvents.CountAsync(e => e.EventId.StartsWith("sha256:") && e.Body.Contains(halfAnEmoji) && e.Failure == null)));
    }

    [Fact]
    public async Task A_body_of_five_megabytes_is_refused_without_reading_it_to_its_end()
    {
        using var http = oneStop.Http();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(http, [.. """{"events":[],"x":" """u8, .. new byte[5 * 1024 * 1024]]));
        using var chunked = new HttpRequestMessage(HttpMethod.Post,
            WebhookEndpoint.Path)
        { Content = new StreamContent(new MemoryStream(new byte[5 * 1024 * 1024])), Headers = { TransferEncodingChunked = true } };
        using var response = await http.SendAsync(chunked); // without Content-Length
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(200_000)]
    public async Task Deep_JSON_is_refused(int depth)
    {
        using var http = oneStop.Http();
        var deep = $$"""{"events":[{"type":"message","x":{{new string('[', depth)}}{{new string(']', depth)}}}]}""";
        Assert.Equal(HttpStatusCode.BadRequest, await Post(http, Encoding.UTF8.GetBytes(deep)));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        using var http = oneStop.Http();
        Assert.Equal(HttpStatusCode.BadRequest, await Post(http, [.. """{"events":[{"type":" """u8, 0xC3, 0x28, 0xFF, .. "\"}]}"u8]));
    }

    [Fact]
    public async Task A_signature_that_is_cut_is_refused()
    {
        const string body = """{"destination":"U0","events":[]}""";
        var signature = WebhookSignature.Of(Encoding.UTF8.GetBytes(body), SimulatorPaths.ChannelSecret);
        foreach (var cut in (string[])[signature[..^1], signature[..20], signature + "=", signature.ToLowerInvariant(), $"{signature},{signature}"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await oneStop.PostWebhook(body, cut)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await oneStop.PostWebhook(body, signature)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_refused_and_is_no_exception()
    {
        var refused = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "onestop.webhooks.refused" && instrument.Meter.Scope == oneStop.Services.GetRequiredService<IMeterFactory>())
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref refused, count));
        listener.Start();

        using var socket = new TcpClient();
        await socket.ConnectAsync(oneStop.Address.Host, oneStop.Address.Port);
        await socket.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST {WebhookEndpoint.Path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{{\"events\":["));
        socket.Close();
        await TestOneStop.Until(() => Task.FromResult(Interlocked.Read(ref refused) == 1), "the door to see it");
        Assert.Equal("", string.Join('\n', oneStop.Logged.Where(line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase))));
    }

    private static async Task<HttpStatusCode> Post(HttpClient http, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookEndpoint.Path) { Content = new ByteArrayContent(body) };
        request.Headers.Add("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Returns whether a body is an object with a list of events: such a body must not be refused, whatever the list contains.</summary>
    private static bool IsWebhook(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = 32 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().LastOrDefault(IsEvents).Value.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsEvents(JsonProperty property)
    {
        try
        {
            return property.NameEquals("events");
        }
        catch (InvalidOperationException)
        {
            return false; // a name that is not valid Unicode
        }
    }
}
