using OneStop.Domain.Channels;
using OneStop.Portal.ForClients;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneStop.Portal.Health;

/// <summary>
/// Traces and metrics by OpenTelemetry, exported when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set (the standard's own settings hold),
/// and otherwise not even gathered. Addresses in which an unguessable key stands are left out.
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
