using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OneStop.Line.Simulator;

/// <summary>Plays the orders over real HTTP, as a filter around the calls that the simulator answers.</summary>
internal static class Troubles
{
    /// <summary>Lets the call go wrong if it was ordered so.</summary>
    public static async ValueTask<object?> Play(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var order = CallOf(http.Request) is { } call ? http.RequestServices.GetRequiredService<LinePlatform>().Orders.Take(call) : null;
        if (order is null)
            return await next(context);

        var answer = order.IsAfterwards || order.Trouble == Trouble.HalfOnly ? await next(context) : null;
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
            case Trouble.Silent or Trouble.SilentAfter:
                await UntilGone(http);
                break;
            case Trouble.HalfOnly when answer is Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult content:
                http.Response.ContentLength = content.FileContents.Length;
                await http.Response.Body.WriteAsync(content.FileContents[..(content.FileContents.Length / 2)]);
                await http.Response.Body.FlushAsync();
                await UntilGone(http);
                break;
        }
        http.Abort();
        return Results.Empty;
    }

    private static LineCall? CallOf(HttpRequest request) => request.Path.Value switch
    {
        { } path when path.EndsWith("/message/reply", StringComparison.Ordinal) => LineCall.Reply,
        { } path when path.EndsWith("/message/push", StringComparison.Ordinal) => LineCall.Push,
        { } path when path.EndsWith("/content", StringComparison.Ordinal) => LineCall.Content,
        { } path when path.EndsWith("/content/preview", StringComparison.Ordinal) => LineCall.Preview,
        { } path when path.EndsWith("/oauth2/v3/token", StringComparison.Ordinal) => LineCall.Token,
        _ => null,
    };

    private static Task UntilGone(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
}
