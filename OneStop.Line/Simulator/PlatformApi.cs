using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Line.Simulator;

/// <summary>The Messaging API calls that we make, with LINE's responses. The two hosts are distinguished by path.</summary>
internal static class PlatformApi
{
    extension(IEndpointRouteBuilder app)
    {
        public void MapPlatform()
        {
            var api = app.MapGroup(SimulatorPaths.Api).AllowAnonymous().DisableAntiforgery().AddEndpointFilter(CheckToken).AddEndpointFilter(Troubles.Play);
            api.MapPost("v2/bot/message/reply", Reply);
            api.MapPost("v2/bot/message/push", Push);
            api.MapPost("v2/bot/chat/loading/start", StartLoading);
            api.MapGet("v2/bot/message/quota",
                (LinePlatform line) => line.Quota is { } value ? Results.Json(new { type = "limited", value }) : Results.Json(new { type = "none" }));
            api.MapGet("v2/bot/message/quota/consumption", (LinePlatform line) => Results.Json(new { totalUsage = line.Used }));
            api.MapGet("v2/bot/info",
                (LinePlatform line) => Results.Json(
                    new
                    {
                        userId = SimulatorPaths.BotUserId,
                        basicId = "@onestop-demo",
                        displayName = "ワンストップ就業支援（デモ）",
                        chatMode = line.ChatMode,
                        markAsReadMode = line.ChatMode == "bot" ? "auto" : "manual"
                    }));
            api.MapGet("v2/bot/channel/webhook/endpoint",
                (LinePlatform line, WebhookSender sender) =>
                    line.HasWebhook ? Results.Json(new { endpoint = sender.Target, active = line.IsWebhookActive })
                        : Refuse(StatusCodes.Status404NotFound, "Webhook endpoint not found"));
            api.MapPut("v2/bot/channel/webhook/endpoint", SetWebhook);
            api.MapPost("v2/bot/channel/webhook/test", (WebhookSender sender) => sender.Try());
            api.MapRichMenus();

            app.MapPost(SimulatorPaths.Api + "oauth2/v3/token", IssueToken).AllowAnonymous().DisableAntiforgery().AddEndpointFilter(Troubles.Play);

            var data = app.MapGroup(SimulatorPaths.Data).AllowAnonymous().AddEndpointFilter(CheckToken).AddEndpointFilter(Troubles.Play);
            data.MapGet("v2/bot/message/{id}/content", Content);
            data.MapGet("v2/bot/message/{id}/content/transcoding", Transcoding);
            data.MapGet("v2/bot/message/{id}/content/preview", Preview);
            data.MapRichMenuPictures();
        }
    }

    private static async Task<IResult> Reply(HttpContext http, LinePlatform line)
    {
        if (http.Request.Headers.ContainsKey("X-Line-Retry-Key"))
            return Refuse(StatusCodes.Status400BadRequest, "The retry key is not supported for this endpoint");
        return await WithMessages(http, (body, messages, requestId) =>
        {
            var token = body.TryGetProperty("replyToken", out var t) ? t.GetString() : null;
            if (token is null || line.UseReplyToken(token) is not { } userId || line.Find(userId) is not { } friend)
                return Refuse(StatusCodes.Status400BadRequest, "Invalid reply token");
            return QuotesElsewhere(line, friend, messages)
                ?? Results.Json(new { sentMessages = line.Deliver(friend, messages, null, requestId, counts: false, IsSilent(body)) });
        });
    }

    private static async Task<IResult> Push(HttpContext http, LinePlatform line)
    {
        var header = http.Request.Headers["X-Line-Retry-Key"].ToString();
        Guid? key = null;
        if (header.Length > 0)
        {
            if (!Guid.TryParseExact(header, "D", out var parsed))
                return Refuse(StatusCodes.Status400BadRequest, "The value for the 'X-Line-Retry-Key' parameter is invalid");
            key = parsed;
        }
        return await WithMessages(http, (body, messages, requestId) =>
        {
            if (key is { } known && line.Accepted(known) is { } earlier)
            {
                http.Response.Headers["x-line-accepted-request-id"] = earlier.RequestId;
                return Results.Json(new { message = "The retry key is already accepted", sentMessages = earlier.Sent },
                    statusCode: StatusCodes.Status409Conflict);
            }
            if (line.Used >= line.Quota)
                return Refuse(StatusCodes.Status429TooManyRequests, "You have reached your monthly limit.");
            return line.Find(body.TryGetProperty("to", out var to) ? to.GetString() ?? "" : "") is { } friend
                ? QuotesElsewhere(line, friend, messages)
                ?? Results.Json(new { sentMessages = line.Deliver(friend, messages, key, requestId, counts: true, IsSilent(body)) })
                : Refuse(StatusCodes.Status400BadRequest, "Failed to send messages");
        });
    }

    private static IResult Content(string id, LinePlatform line) =>
        OfContent(line.Contents.Of(id), content => Results.Bytes(content.Bytes, content.ContentType));

    private static IResult Transcoding(string id, LinePlatform line) => OfContent(line.Contents.Of(id), content => IsMoving(content)
        ? Results.Json(new { status = line.Contents.TranscodingOf(id) })
        : Refuse(StatusCodes.Status400BadRequest, "The content is neither video nor audio"));

    /// <summary>The preview of a picture is the picture itself; that of a video is a grey dot.</summary>
    private static IResult Preview(string id, LinePlatform line) => OfContent(line.Contents.Of(id), content =>
        content.ContentType.StartsWith("image/", StringComparison.Ordinal) ? Results.Bytes(content.Bytes, content.ContentType)
        : content.ContentType.StartsWith("video/", StringComparison.Ordinal) ? Results.Bytes(GreyDot, "image/png")
        : Refuse(StatusCodes.Status400BadRequest, "The content has no preview"));

    private static readonly byte[] GreyDot =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static bool IsMoving(SentContent content) => content.ContentType.Split('/')[0] is "video" or "audio";

    private static IResult OfContent(SentContent? content, Func<SentContent, IResult> answer) => content switch
    {
        { Bytes.Length: > 0 } kept => answer(kept),
        { } => Refuse(StatusCodes.Status410Gone, "The content is gone"),
        _ => Refuse(StatusCodes.Status404NotFound, "Not found"),
    };

    private static async Task<IResult> SetWebhook(HttpRequest request, WebhookSender sender)
    {
        var asked = await request.ReadFromJsonAsync<JsonObject>();
        if (asked?["endpoint"]?.GetValue<string>() is not { Length: <= 500 } text || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != "https" && !uri.IsLoopback))
            return Refuse(StatusCodes.Status400BadRequest, "Invalid webhook endpoint URL");
        sender.Target = uri;
        return Results.Json(new { });
    }

    private static async Task<IResult> IssueToken(HttpRequest request, LinePlatform line)
    {
        var form = await request.ReadFormAsync();
        return form["grant_type"] == "client_credentials" && form["client_id"] == SimulatorPaths.ChannelId
            && form["client_secret"] == SimulatorPaths.ChannelSecret
            ? Results.Json(new { token_type = "Bearer", access_token = line.Token, expires_in = 900 })
            : Results.Json(new { error = "invalid_client", error_description = "invalid client_secret" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private static bool IsSilent(JsonElement body) => body.TryGetProperty("notificationDisabled", out var disabled) && disabled.ValueKind == JsonValueKind.True;

    private static IResult? QuotesElsewhere(LinePlatform line, VirtualFriend friend, IEnumerable<JsonObject> messages) =>
        messages.Any(m => m["quoteToken"]?.GetValue<string>() is { } token && !line.IsQuotable(friend, token))
        ? Refuse(StatusCodes.Status400BadRequest, "Invalid quote token")
        : null;

    private static IResult StartLoading(LinePlatform line, LoadingRequest request)
    {
        if (request.LoadingSeconds is < 5 or > 60 || request.LoadingSeconds % 5 != 0 || line.Find(request.ChatId ?? "") is not { } friend)
            return Refuse(StatusCodes.Status400BadRequest, "The request body has 1 error(s)");
        line.ShowLoading(friend, TimeSpan.FromSeconds(request.LoadingSeconds));
        return Results.Json(new { }, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> WithMessages(HttpContext http, Func<JsonElement, IEnumerable<JsonObject>, string, IResult> accept)
    {
        if (http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return Refuse(StatusCodes.Status415UnsupportedMediaType, $"The content type, {http.Request.ContentType}, is not supported");

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(http.Request.Body);
        }
        catch (JsonException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The request body could not be parsed as JSON (line: 1, column: 1)");
        }
        using (document)
        {
            var faults = MessageRules.Check(document.RootElement);
            if (faults.Count > 0)
                return Results.Json(new
                {
                    message = $"The request body has {faults.Count} error(s)",
                    details = faults.Select(f => new { message = f.Message, property = f.Property })
                }, statusCode: StatusCodes.Status400BadRequest);

            var messages = document.RootElement.GetProperty("messages").EnumerateArray().Select(m => JsonObject.Create(m.Clone())!).ToList();
            return accept(document.RootElement, messages, http.Response.Headers["x-line-request-id"].ToString());
        }
    }

    private static async ValueTask<object?> CheckToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["x-line-request-id"] = Guid.CreateVersion7(http.RequestServices.GetService(typeof(TimeProvider)) is TimeProvider clock
            ? clock.GetUtcNow()
            : default).ToString();
        return http.Request.Headers.Authorization == $"Bearer {http.RequestServices.GetRequiredService<LinePlatform>().Token}"
            ? await next(context)
            : Refuse(StatusCodes.Status401Unauthorized,
                "Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.");
    }

    public static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);

    internal sealed record LoadingRequest(string? ChatId, int LoadingSeconds = 20);
}
