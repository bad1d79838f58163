namespace OneStop.Portal.ForClients;

/// <summary>
/// What a client's telephone opens without signing in: our pictures, documents and the form for a
/// telephone number, by their unguessable address. The pages are static components.
/// </summary>
internal static class ClientPages
{
    private const string Forms = "/c";
    private const string Reply = "/reply";
    private const string Passwords = "/w"; // staff's, with the same care

    /// <summary>Below these an unguessable key stands in the address, which opens what it names to whoever reads it: it goes into no trace.</summary>
    public static readonly IReadOnlyList<PathString> Keyed = ["/m", "/d", Passwords, Forms];

    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// A form, the page behind an answer to danger, and the one where a password is set, is neither kept by a browser or a search
        /// engine nor told of to other sites. Before the headers of all pages, which would have the last word.
        /// </summary>
        public void UseClientForms() =>
            app.UseWhen(context => new PathString[] { Forms, Reply, Passwords }.Any(p => context.Request.Path.StartsWithSegments(p)),
                forms => forms.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    (headers.CacheControl, headers["X-Robots-Tag"], headers["Referrer-Policy"]) = ("no-store", "noindex, nofollow", "no-referrer");
                    return Task.CompletedTask;
                });
                return next();
            }));
    }

    extension(IEndpointRouteBuilder app)
    {
        public void MapClientPages()
        {
            app.MapGet("/m/{key}", (string key, Features.Conversations.Files.FileGate gate) => gate.OpenPublic(key, preview: false)).AllowAnonymous();
            app.MapGet("/d/{key}/file", (string key, bool? save, Features.Conversations.Files.FileGate gate) => gate.OpenDocument(key, save == true))
                .AllowAnonymous();
            app.MapGet("/m/{key}/preview", (string key, Features.Conversations.Files.FileGate gate) => gate.OpenPublic(key, preview: true)).AllowAnonymous();
        }
    }
}
