using OneStop.Portal.ForClients;

namespace OneStop.Portal.Shell;

/// <summary>
/// Refuses posts and connections from pages of other sites, which would carry the cookie of the person viewing them. SameSite alone is
/// not enough: it compares sites and not hosts, and an open connection is not asked for a cookie again.
/// </summary>
internal static class ForeignPages
{
    extension(IApplicationBuilder app)
    {
        public void RefuseForeignPages() => app.Use((context, next) =>
        {
            if (!Acts(context.Request) || IsOurs(context.Request))
                return next();
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    /// <summary>True for a request that changes something, or opens a connection that can.</summary>
    private static bool Acts(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Upgrade.Count > 0;

    /// <summary>Browsers say which page a request comes from. Other callers (LINE, a monitor) say nothing, and have nobody's cookie.</summary>
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin
            && (origin is "" || origin == $"{request.Scheme}://{request.Host}" || (origin is "null" && HidesItsOrigin(request))),
        _ => false,
    };

    /// <summary>Pages without referrer post with origin <c>null</c>. Their forms carry a token of their own and act for nobody who is signed in.</summary>
    private static bool HidesItsOrigin(HttpRequest request) => ClientPages.Posted.Any(p => request.Path.StartsWithSegments(p));
}
