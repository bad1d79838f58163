using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneStop.Line.Webhook;

namespace OneStop.Tests.Benchmarks;

/// <summary>The baseline for the webhook endpoint: Kestrel with one endpoint that reads the body and checks the same signature, and nothing else.</summary>
internal sealed class BareDoor : IAsyncDisposable
{
    private readonly WebApplication app;

    private BareDoor(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<BareDoor> Open()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(WebhookEndpoint.Path, Receive);
        await app.StartAsync();
        return new(app);
    }

    private static async Task<IResult> Receive(HttpRequest request)
    {
        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        await request.Body.CopyToAsync(body);
        return WebhookSignature.IsValid(body.GetBuffer().AsSpan(0, (int)body.Length), request.Headers["x-line-signature"], Load.ChannelSecret)
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
