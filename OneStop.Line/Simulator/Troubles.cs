using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Line.Simulator;

/// <summary>Executes orders over real HTTP, as a filter around the simulator's calls.</summary>
internal static class Troubles
{
    /// <summary>Makes the call fail if that was ordered.</summary>
    public static async ValueTask<object?> Play(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var orders = http.RequestServices.GetRequiredService<LinePlatform>().Orders;
        if (orders.Take(CallOf(http.Request)) is not { } order)
            return await next(context);

        var answer = order.IsAfterwards || order.Trouble is Trouble.HalfOnly or Trouble.Slowly ? await next(context) : null;
        switch (order.Trouble)
        {
            case Trouble.ServerError or Trouble.ServerErrorAfter:
                return PlatformApi.Refuse(StatusCodes.Status500InternalServerError, "Internal Server Error");
            case Trouble.RateLimit:
                return PlatformApi.Refuse(StatusCodes.Status429TooManyRequests, "The API rate limit has been exceeded. Try again later.");
            case Trouble.QuotaSpent:
                return PlatformApi.Refuse(StatusCodes.Status429TooManyRequests, "You have reached your monthly limit.");
            case Trouble.Unauthorized:
                return PlatformApi.Refuse(StatusCodes.Status401Unauthorized, "Authentication failed due to the following reason: token expired.");
            case Trouble.Preparing or Trouble.PreparingFailed:
                return Results.StatusCode(StatusCodes.Status202Accepted);
            case Trouble.Gone:
                return PlatformApi.Refuse(StatusCodes.Status410Gone, "The content is gone");
            case Trouble.ForeignPage:
                http.Response.Headers.Remove("x-line-request-id");
                return Results.Content("<!DOCTYPE html><title>ログイン</title>", "text/html; charset=Shift_JIS");
            case Trouble.Redirected:
                http.Response.Headers.Remove("x-line-request-id");
                return Results.Redirect("/" + SimulatorPaths.Telephone);
            case Trouble.Silent or Trouble.SilentAfter:
                await orders.KeepWaiting(http.RequestAborted);
                break;
            case Trouble.Slowly when answer is Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult content:
                return await Trickle(http, content.FileContents);
            case Trouble.HalfOnly when answer is Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult content:
                http.Response.ContentLength = content.FileContents.Length;
                await http.Response.Body.WriteAsync(content.FileContents[..(content.FileContents.Length / 2)]);
                await http.Response.Body.FlushAsync();
                await orders.KeepWaiting(http.RequestAborted);
                break;
        }
        http.Abort();
        return Results.Empty;
    }

    private static LineCall? CallOf(HttpRequest request) => request.Path.Value switch
    {
        { } path when path.Contains("/richmenu", StringComparison.Ordinal) => RichMenuCallOf(request.Method, path),
        { } path when path.EndsWith("/message/reply", StringComparison.Ordinal) => LineCall.Reply,
        { } path when path.EndsWith("/message/push", StringComparison.Ordinal) => LineCall.Push,
        { } path when path.EndsWith("/content", StringComparison.Ordinal) => LineCall.Content,
        { } path when path.EndsWith("/content/preview", StringComparison.Ordinal) => LineCall.Preview,
        { } path when path.EndsWith("/oauth2/v3/token", StringComparison.Ordinal) => LineCall.Token,
        _ => null,
    };

    private static LineCall RichMenuCallOf(string method, string path) =>
        path.Contains("/user/all/richmenu", StringComparison.Ordinal) ? LineCall.MenuDefault
        : path.EndsWith("/richmenu/validate", StringComparison.Ordinal) ? LineCall.MenuCheck
        : path.EndsWith("/richmenu/list", StringComparison.Ordinal) ? LineCall.MenuList
        : path.EndsWith("/content", StringComparison.Ordinal) ? LineCall.MenuPicture
        : HttpMethods.IsDelete(method) ? LineCall.MenuRemoval
        : LineCall.MenuMaking;

    private static async Task<IResult> Trickle(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        http.Response.ContentLength = bytes.Length;
        for (var at = 0; at < bytes.Length; at++)
        {
            await http.Response.Body.WriteAsync(bytes.Slice(at, 1));
            await http.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), clock, http.RequestAborted);
        }
        return Results.Empty;
    }
}
