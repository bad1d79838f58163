using OneStop.Domain.Channels;
using OneStop.Portal.ForClients;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneStop.Portal.Health;

/// <summary>
/// OpenTelemetry traces and metrics, exported when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set (with OpenTelemetry's own settings);
/// otherwise not even collected. Addresses that contain an unguessable key are left out.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly IReadOnlyList<PathString> Untraced = [.. ClientPages.Keyed, "/files", "/_blazor", "/health"];

    extension(IServiceCollection services)
    {
        public void AddTelemetry(IConfiguration configuration)
        {
            if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
                return;

            services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("onestop-portal", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
                .WithTracing(tracing => tracing
                    .AddSource(Metrics.Name)
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = context => IsTraced(context.Request.Path))
                    .AddHttpClientInstrumentation())
                .WithMetrics(metrics => metrics
                    .AddMeter(Metrics.Name)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation())
                .UseOtlpExporter();
        }
    }

    private static bool IsTraced(PathString path) => !Untraced.Any(prefix => path.StartsWithSegments(prefix));
}
