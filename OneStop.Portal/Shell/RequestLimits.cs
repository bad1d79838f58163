using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;
using OneStop.Portal.Features.Bookings.Feeds;

namespace OneStop.Portal.Shell;

/// <summary>
/// Limits of the number and size of requests from one address. Paths that need other limits than the common ones are listed here. One
/// address may stand for a whole mobile carrier, the office, or LINE itself, so the limits stop floods and not people.
/// </summary>
internal static class RequestLimits
{
    /// <summary>The largest request body in bytes: our forms have a few fields. Files are uploaded through the circuit, in small parts.</summary>
    public const long LargestBody = 64 * 1024;

    /// <summary>Form views per address before it must wait. Guessing keys (128 bits) is hopeless at this rate.</summary>
    public const int MostForms = 60;

    /// <summary>Steps of questionnaires: two requests for each question, and several clients behind one mobile carrier.</summary>
    public const int MostSteps = 300;

    /// <summary>Pictures and documents that LINE or telephones fetch.</summary>
    public const int MostFiles = 1200;

    /// <summary>Health checks: several probes, each second.</summary>
    public const int MostProbes = 120;

    /// <summary>All other requests: a page of the portal loads some thirty files, for each person of an office.</summary>
    public const int MostPages = 6000;

    private static readonly Dictionary<PathString, long> Larger = new()
    {
        ["/_blazor"] = 1024 * 1024,
        [$"/{SimulatorPaths.Telephone}"] = 256 * 1024 * 1024, // in Development only
    };

    /// <summary>The limits by path: burst size, and the requests regained per second.</summary>
    private static readonly (PathString Below, int Most, int EachSecond)[] Asked =
    [
        ("/a", MostForms, 1),
        ("/c", MostForms, 1),
        ("/k", MostForms, 1),
        ("/q", MostSteps, 5),
        ("/p", MostForms, 1),
        (FeedEndpoint.Path, MostForms, 1),
        ("/m", MostFiles, 20),
        ("/d", MostFiles, 20),
        ("/health", MostProbes, 10),
    ];

    private static readonly (PathString Below, int Most, int EachSecond) Else = ("/", MostPages, 100);

    /// <summary>LINE posts thousands of requests a second from undocumented addresses; they are checked by signature. The simulator stands for LINE.</summary>
    private static readonly PathString[] Unlimited = [WebhookEndpoint.Path, $"/{SimulatorPaths.Telephone}"];

    extension(IServiceCollection services)
    {
        public void AddRequestLimits()
        {
            services.Configure<FormOptions>(forms =>
                (forms.ValueCountLimit, forms.KeyLengthLimit, forms.ValueLengthLimit, forms.BufferBodyLengthLimit,
                    forms.MultipartBodyLengthLimit) = (50, 200, 20_000, LargestBody, LargestBody));
            services.AddRateLimiter(limits =>
            {
                limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, string)>(Of);
                limits.OnRejected = (rejected, stopping) =>
                    Say(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "いま混み合っています。1分ほど待ってから、もう一度開いてください。", stopping);
            });
        }
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>Applies the limits. Call it before all middleware that does work for a request.</summary>
        public void UseRequestLimits()
        {
            app.UseRateLimiter();
            app.Use(async (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(WebhookEndpoint.Path))
                {
                    await next(); // the webhook limits its body itself; a smaller limit here would close the connection before its answer is read
                    return;
                }
                var most = Larger.FirstOrDefault(l => context.Request.Path.StartsWithSegments(l.Key)) is { Value: > 0 and var larger } ? larger : LargestBody;
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                    size.MaxRequestBodySize = most; // for a body without Content-Length
                if (context.Request.ContentLength > most)
                    await Say(context, StatusCodes.Status413PayloadTooLarge, "送られたものが大きすぎます。", context.RequestAborted);
                else
                    await next();
            });
        }
    }

    private static RateLimitPartition<(string, string)> Of(HttpContext context)
    {
        var path = context.Request.Path;
        if (Unlimited.Any(u => path.StartsWithSegments(u)))
            return RateLimitPartition.GetNoLimiter(("", ""));
        var (below, most, eachSecond) = Asked.FirstOrDefault(a => path.StartsWithSegments(a.Below), Else);
        return RateLimitPartition.GetTokenBucketLimiter((below.ToString(), AddressOf(context.Connection.RemoteIpAddress)), _ => new()
        {
            TokenLimit = most,
            TokensPerPeriod = eachSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    /// <summary>Returns the address as a key; for IPv6 the /64 network, because one subscriber has 2^64 addresses.</summary>
    internal static string AddressOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static async ValueTask Say(HttpContext context, int status, string sentence, CancellationToken stopping)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(sentence, stopping);
    }
}
