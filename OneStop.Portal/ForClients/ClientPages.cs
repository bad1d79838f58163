namespace OneStop.Portal.ForClients;

/// <summary>
/// The pages that a client opens without signing in, by an unguessable address: our pictures, documents, the form for a
/// telephone number, questionnaires, pages that ask for a consent, and plans that the client confirms. They are static components.
/// </summary>
internal static class ClientPages
{
    private const string Forms = "/c";
    private const string Questionnaires = "/q";
    private const string Consents = "/a";
    private const string Plans = "/k";
    private const string Reply = "/reply";
    private const string Partners = "/p";
    private const string Passwords = "/w"; // for staff, with the same headers
    private const string Feeds = Features.Bookings.Feeds.FeedEndpoint.Path; // for the calendars of staff

    /// <summary>Paths followed by an unguessable key. Anybody who reads the key can open the page, so these addresses are not traced.</summary>
    public static readonly IReadOnlyList<PathString> Keyed = ["/m", "/d", Passwords, Forms, Questionnaires, Consents, Plans, Partners, Feeds];

    /// <summary>The pages with a form. They hide their address from other sites, so an old browser posts them without saying where it is.</summary>
    public static readonly IReadOnlyList<PathString> Posted = [Passwords, Forms, Questionnaires, Consents, Plans];

    private static readonly PathString[] Unkept = [.. Posted, Reply, Partners];

    extension(IApplicationBuilder app)
    {
        /// <summary>
        /// Sets headers so that browsers and search engines do not keep these pages, and no other site gets their address as referrer: forms,
        /// questions, the page about a partner, the page behind an answer to danger, and the page where a password is set. Call it before the headers of all
        /// pages, which would override them.
        /// </summary>
        public void UseClientForms() =>
            app.UseWhen(context => Unkept.Any(p => context.Request.Path.StartsWithSegments(p)),
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
