using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Portal.ForClients;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>The export to an OTLP endpoint, by the standard protocol over real HTTP.</summary>
[SqliteOnly("starts a portal on a SQLite file")]
public sealed class TelemetryTests
{
    [Fact, NeedsTime("starts a portal")]
    public async Task Counts_and_traces_reach_an_OTLP_endpoint_and_hold_nothing_of_people()
    {
        const string hanako = "U77777777777777777777777777777777";
        const string key = "unguessable-key-of-a-client";
        var exported = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await Collect(exported);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var portal = new PortalProcess(new()
        {
            ["Demo__Enabled"] = "false",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        await portal.Start();
        string[] keyed = [$"/d/{key}", $"/d/{key}/file", $"/c/{key}", $"/m/{key}", $"/m/{key}/preview"];
        foreach (var path in keyed)
            await Open(new(portal.Address, path));
        await Post(portal.Address,
            $$$"""{"events":[{"type":"message","timestamp":1791158400000,"source":{"type":"user","userId":"{{{hanako}}}"},"webhookEventId":"01TELEMETRY","message":{"id":"71","type":"text","text":"だれにも言えない秘密"}}]}""");

        string[] expected = ["onestop.events.received", "onestop.events.lag", "onestop.outbox.depth", "onestop.deliveries", "onestop.quota.used",
            "process event", "send message"];
        await TestOneStop.Until(() =>
            Task.FromResult(Array.TrueForAll(expected, name => exported.Any(e => e.Body.Contains(name, StringComparison.Ordinal)))),
            "all of it to be exported", TimeSpan.FromSeconds(60));
        Assert.Contains(exported, e => e.Path == "/v1/metrics");
        Assert.Contains(exported, e => e.Path == "/v1/traces");
        Assert.DoesNotContain(exported,
            e => e.Body.Contains("秘密", StringComparison.Ordinal) || e.Body.Contains(hanako, StringComparison.Ordinal)
                || e.Body.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_address_with_a_key_in_it_is_known_as_one()
    {
        await using var oneStop = new TestOneStop();
        await oneStop.InitializeAsync();
        var keyed = oneStop.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Any(p => p.Name.Equals("key", StringComparison.OrdinalIgnoreCase)))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToList();
        Assert.True(keyed.Count >= 5);
        Assert.DoesNotContain(keyed,
            route => !ClientPages.Keyed.Any(prefix => new PathString(route[..route.IndexOf("/{", StringComparison.Ordinal)]).StartsWithSegments(prefix)));
    }

    private static async Task Open(Uri address)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(address);
        Assert.True((int)response.StatusCode < 500);
    }

    /// <summary>Starts an OTLP endpoint that collects what it gets; in protobuf, names are plain UTF-8.</summary>
    private static async Task<WebApplication> Collect(ConcurrentQueue<(string, string)> exported)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            exported.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
        await app.StartAsync();
        return app;
    }

    private static async Task Post(Uri portal, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal, WebhookEndpoint.Path)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
