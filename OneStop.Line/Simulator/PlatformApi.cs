using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneStop.Line.Simulator;

/// <summary>The Messaging API calls that we make, answered as LINE answers them, with its two hosts told apart by path.</summary>
internal static class PlatformApi
{
    private const string Token = "simulated-token";

    extension(IEndpointRouteBuilder app)
    {
        public void MapPlatform()
        {
            var api = app.MapGroup(SimulatorPaths.Api).AllowAnonymous().DisableAntiforgery().AddEndpointFilter(CheckToken);
            api.MapPost("v2/bot/message/reply", Reply);
            api.MapPost("v2/bot/message/push", Push);
            api.MapGet("v2/bot/message/quota", (LinePlatform line) => line.Quota is { } value ? Results.Json(new { type = "limited", value }) : Results.Json(new { type = "none" }));
            api.MapGet("v2/bot/message/quota/consumption", (LinePlatform line) => Results.Json(new { totalUsage = line.Used }));
            api.MapGet("v2/bot/info", () => Results.Json(new { userId = SimulatorPaths.BotUserId, basicId = "@onestop-demo", displayName = "ワンストップ就業支援（デモ）", chatMode = "bot", markAsReadMode = "auto" }));
            app.MapPost(SimulatorPaths.Api + "oauth2/v3/token", IssueToken).AllowAnonymous().DisableAntiforgery();

            var data = app.MapGroup(SimulatorPaths.Data).AllowAnonymous().AddEndpointFilter(CheckToken);
            data.MapGet("v2/bot/message/{id}/content", Content);
        }
    }

    private static async Task<IResult> Reply(HttpContext http, LinePlatform line)
    {
        if (http.Request.Headers.ContainsKey("X-Line-Retry-Key"))
            return Refuse(StatusCodes.Status400BadRequest, "The retry key is not supported for this endpoint");
        return await WithMessages(http, (body, messages, requestId) =>
        {
            var token = body.TryGetProperty("replyToken", out var t) ? t.GetString() : null;
            return token is not null && line.UseReplyToken(token) is { } userId && line.Find(userId) is { } friend
                ? Results.Json(new { sentMessages = line.Deliver(friend, messages, null, requestId, counts: false) })
                : Refuse(StatusCodes.Status400BadRequest, "Invalid reply token");
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
                return Results.Json(new { message = "The retry key is already accepted", sentMessages = earlier.Sent }, statusCode: StatusCodes.Status409Conflict);
            }
            if (line.Used >= line.Quota)
                return Refuse(StatusCodes.Status429TooManyRequests, "You have reached your monthly limit.");
            return line.Find(body.TryGetProperty("to", out var to) ? to.GetString() ?? "" : "") is { } friend
                ? Results.Json(new { sentMessages = line.Deliver(friend, messages, key, requestId, counts: true) })
                : Refuse(StatusCodes.Status400BadRequest, "Failed to send messages");
        });
    }

    private static IResult Content(string id, LinePlatform line) => line.ContentOf(id) switch
    {
        { Bytes.Length: > 0 } content => Results.Bytes(content.Bytes, content.ContentType),
        { } => Refuse(StatusCodes.Status410Gone, "The content is gone"),
        _ => Refuse(StatusCodes.Status404NotFound, "Not found"),
    };

    private static async Task<IResult> IssueToken(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return form["grant_type"] == "client_credentials" && form["client_id"] == SimulatorPaths.ChannelId && form["client_secret"] == SimulatorPaths.ChannelSecret
            ? Results.Json(new { token_type = "Bearer", access_token = Token, expires_in = 900 })
            : Results.Json(new { error = "invalid_client", error_description = "invalid client_secret" }, statusCode: StatusCodes.Status400BadRequest);
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
                return Results.Json(new { message = $"The request body has {faults.Count} error(s)", details = faults.Select(f => new { message = f.Message, property = f.Property }) }, statusCode: StatusCodes.Status400BadRequest);

            var messages = document.RootElement.GetProperty("messages").EnumerateArray().Select(m => JsonObject.Create(m.Clone())!).ToList();
            return accept(document.RootElement, messages, http.Response.Headers["x-line-request-id"].ToString());
        }
    }

    private static async ValueTask<object?> CheckToken(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["x-line-request-id"] = Guid.CreateVersion7(http.RequestServices.GetService(typeof(TimeProvider)) is TimeProvider clock ? clock.GetUtcNow() : default).ToString();
        return http.Request.Headers.Authorization == $"Bearer {Token}"
            ? await next(context)
            : Refuse(StatusCodes.Status401Unauthorized, "Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.");
    }

    private static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
