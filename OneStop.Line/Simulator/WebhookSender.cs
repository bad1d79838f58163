using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneStop.Line.Api;
using OneStop.Line.Webhook;

namespace OneStop.Line.Simulator;

/// <summary>Posts what virtual people do to the service's webhook, signed, in order; what is not answered with 2xx is sent again, marked as a redelivery.</summary>
public sealed class WebhookSender(LinePlatform line, IHttpClientFactory https, PublicAddress address, ILogger<WebhookSender> logger) : BackgroundService
{
    private const int MostTries = 30;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly Channel<JsonObject> waiting = Channel.CreateUnbounded<JsonObject>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        line.Happened += happened => waiting.Writer.TryWrite(happened);
        await foreach (var happened in waiting.Reader.ReadAllAsync(stoppingToken))
            await Deliver(happened, stoppingToken);
    }

    private async Task Deliver(JsonObject happened, CancellationToken stopping)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Post(happened, stopping))
                return;
            happened["deliveryContext"] = new JsonObject { ["isRedelivery"] = true };
            await Task.Delay(Again, stopping);
        }
        logger.LogWarning("The simulator gave up on a webhook.");
    }

    private async Task<bool> Post(JsonObject happened, CancellationToken stopping)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["destination"] = SimulatorPaths.BotUserId, ["events"] = new JsonArray(happened.DeepClone()) }.ToJsonString(LineJson.Options));
        using var http = https.CreateClient(nameof(WebhookSender));
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Below(WebhookEndpoint.Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("x-line-signature", WebhookSignature.Of(body, SimulatorPaths.ChannelSecret));
        try
        {
            using var response = await http.SendAsync(request, stopping);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
