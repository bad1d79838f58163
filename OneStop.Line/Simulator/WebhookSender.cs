using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Simulator;

/// <summary>
/// Posts the events of virtual people to the service's webhook, with a signature: in order for each person, concurrently for several. A post without
/// a 2xx response is repeated, marked as a redelivery.
/// </summary>
public sealed class WebhookSender(LinePlatform line, IHttpClientFactory https, PublicAddress address, IConfiguration configuration,
    ILogger<WebhookSender> logger) : BackgroundService
{
    /// <summary>The setting for the webhook address of another process.</summary>
    public const string TargetSetting = "Simulator:Webhook";

    private const int MostTries = 300;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Channel<JsonObject>> lanes = new();
    private Uri? target;

    /// <summary>The address to which events are posted.</summary>
    public Uri Target
    {
        get => target ?? (configuration[TargetSetting] is { Length: > 0 } set ? new Uri(set) : address.Below(WebhookEndpoint.Path));
        set => target = value;
    }

    /// <summary>LINE's webhook test: posts an empty webhook and returns the result.</summary>
    public async Task<IResult> Try()
    {
        var began = Stopwatch.GetTimestamp();
        var status = await Post([], CancellationToken.None);
        logger.LogInformation("The simulator tried the webhook: {Status} in {Elapsed}.", status, Stopwatch.GetElapsedTime(began));
        return Results.Json(new
        {
            success = status is >= 200 and < 300,
            statusCode = status ?? 0,
            reason = status switch { null => "COULD_NOT_CONNECT", >= 200 and < 300 => "OK", _ => "ERROR_STATUS_CODE" },
            detail = status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        });
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        line.Happened += happened => LaneOf(happened, stoppingToken).Writer.TryWrite(happened);
        return Task.CompletedTask;
    }

    private Channel<JsonObject> LaneOf(JsonObject happened, CancellationToken stopping) =>
        lanes.GetOrAdd(happened["source"]?["userId"]?.GetValue<string>() ?? "", who =>
    {
        var lane = Channel.CreateUnbounded<JsonObject>();
        _ = Task.Run(async () =>
        {
            await foreach (var next in lane.Reader.ReadAllAsync(stopping))
                await Deliver(next, stopping);
        }, CancellationToken.None);
        return lane;
    });

    private async Task Deliver(JsonObject happened, CancellationToken stopping)
    {
        if (!line.IsWebhookActive)
            return;
        if (line.Orders.Take(LineCall.Webhook) is { Trouble: Trouble.Twice })
            await Post([happened], stopping);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Post([happened], stopping) is >= 200 and < 300)
                return;
            happened["deliveryContext"] = new JsonObject { ["isRedelivery"] = true };
            await Task.Delay(Again, stopping);
        }
        logger.LogWarning("The simulator gave up on a webhook.");
    }

    /// <returns>The HTTP status of the service; null if there was no response.</returns>
    private async Task<int?> Post(IReadOnlyList<JsonObject> events, CancellationToken stopping)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["destination"] = SimulatorPaths.BotUserId,
                ["events"] = new JsonArray([.. events.Select(e => e.DeepClone())])
            }.ToJsonString(LineJson.Options));
        using var http = https.CreateClient(nameof(WebhookSender));
        using var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        try
        {
            using var response = await http.SendAsync(request, stopping);
            return (int)response.StatusCode;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            return null;
        }
    }
}
