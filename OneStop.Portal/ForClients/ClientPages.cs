using System.Threading.RateLimiting;

namespace OneStop.Portal.ForClients;

/// <summary>What a client's telephone opens without signing in: our pictures, documents and the form for a telephone number, by their unguessable address. The pages are static components.</summary>
internal static class ClientPages
{
    private const string Forms = "/c";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Below these an unguessable key stands in the address, which opens what it names to whoever reads it: it goes into no trace.</summary>
    public static readonly IReadOnlyList<PathString> Keyed = ["/m", "/d", Forms];

    /// <summary>So many looks at a form a minute from one address; who guesses keys (128 bits) gets nowhere with them.</summary>
    public const int MostLooks = 60;

    extension(IServiceCollection services)
    {
        public void AddClientPages() => services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Path.StartsWithSegments(Forms)
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = MostLooks, Window = Window })
                : RateLimitPartition.GetNoLimiter(""));
            limits.OnRejected = async (rejected, stopping) =>
            {
                var response = rejected.HttpContext.Response;
                response.StatusCode = StatusCodes.Status429TooManyRequests;
                response.ContentType = "text/plain; charset=utf-8";
                await response.WriteAsync("いま混み合っています。1分ほど待ってから、もう一度開いてください。", stopping);
            };
        });
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>A form is neither kept by a browser or a search engine nor told of to other sites, and its key is not tried out by machines. Before the headers of all pages, which would have the last word.</summary>
        public void UseClientForms()
        {
            app.UseRateLimiter();
            app.UseWhen(context => context.Request.Path.StartsWithSegments(Forms), forms => forms.Use((context, next) =>
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
    }

    extension(IEndpointRouteBuilder app)
    {
        public void MapClientPages()
        {
            app.MapGet("/m/{key}", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: false)).AllowAnonymous();
            app.MapGet("/d/{key}/file", (string key, bool? save, Features.Conversations.FileGate gate) => gate.OpenDocument(key, save == true)).AllowAnonymous();
            app.MapGet("/m/{key}/preview", (string key, Features.Conversations.FileGate gate) => gate.OpenPublic(key, preview: true)).AllowAnonymous();
        }
    }
}
