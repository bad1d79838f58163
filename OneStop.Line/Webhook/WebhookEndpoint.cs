using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneStop.Domain.Channels;

namespace OneStop.Line.Webhook;

/// <summary>
/// <c>POST /line/webhook</c>: the signature over the raw body is checked before anything is parsed, the events are stored, and only then LINE gets
/// its 200 (within the 2 seconds that it waits). An empty <c>events</c> is LINE's connection test.
/// </summary>
public static class WebhookEndpoint
{
    /// <summary>The path to which LINE posts.</summary>
    public const string Path = "/line/webhook";

    /// <summary>The size limit in bytes; a larger body is refused with 413 before it is read to its end.</summary>
    public const int LargestBody = 1024 * 1024;

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Maps the webhook.</summary>
        public void MapLineWebhook() => app.MapPost(Path, Receive).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> Receive(HttpRequest request, LineAddresses line, IntakeWriter intake, Metrics metrics, TimeProvider clock,
        CancellationToken aborted)
    {
        ReadOnlyMemory<byte> body;
        try
        {
            if (await ReadBody(request, aborted) is not { } whole)
                return Refuse(StatusCodes.Status413PayloadTooLarge, metrics);
            body = whole;
        }
        catch (Exception exception) when (exception is IOException || aborted.IsCancellationRequested)
        {
            return Refuse(StatusCodes.Status400BadRequest, metrics); // interrupted; the client may be gone
        }
        if (!WebhookSignature.IsValid(body.Span, request.Headers["x-line-signature"], line.ChannelSecret))
            return Refuse(StatusCodes.Status401Unauthorized, metrics);

        IReadOnlyList<WrittenEvent> events;
        try
        {
            events = WebhookBody.Read(body, clock.GetUtcNow());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refuse(StatusCodes.Status400BadRequest, metrics); // no valid JSON, or with invalid Unicode
        }
        await intake.Write(events, aborted);
        metrics.Received(events.Count);
        return Results.Ok();
    }

    private static IResult Refuse(int status, Metrics metrics)
    {
        metrics.Refused(status);
        return Results.StatusCode(status);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBody(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > LargestBody)
            return null;

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16384];
        for (int read; (read = await request.Body.ReadAsync(buffer, aborted)) > 0;)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
