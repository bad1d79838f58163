namespace OneStop.Portal.Shell;

/// <summary>
/// Another site's page neither posts to the portal nor opens a connection to it with the cookie of whoever looks at that page. SameSite
/// alone does not see to it: it knows sites and not hosts, and a connection once open is asked for no cookie any more.
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

    /// <summary>Does it change something, or open a connection that can?</summary>
    private static bool Acts(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Headers.Upgrade.Count > 0;

    /// <summary>A browser says which page asks. What is no browser (LINE, a monitor) says nothing, and has no cookie of anybody's.</summary>
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin
            && (origin is "" || origin == $"{request.Scheme}://{request.Host}" || (origin is "null" && HidesItsOrigin(request))),
        _ => false,
    };

    /// <summary>A page without referrer posts as <c>null</c>. Its form carries a token of its own, and acts for nobody who is signed in.</summary>
    private static bool HidesItsOrigin(HttpRequest request) => request.Path.StartsWithSegments("/c") || request.Path.StartsWithSegments("/w");
}
