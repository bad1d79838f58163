using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OneStop.Domain;
using OneStop.Line.Api;
using OneStop.Line.Channels;
using OneStop.Line.Delivery;
using OneStop.Line.Reception;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;

namespace OneStop.Line;

/// <summary>Registers the LINE channel, or in Development without one the simulator.</summary>
public static class LineServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds webhook, reception, delivery, and the client for LINE's API.</summary>
        /// <param name="maySimulate">True in Development only: if no channel is set, the simulator plays LINE.</param>
        public IServiceCollection AddLineChannel(IConfiguration configuration, bool maySimulate)
        {
            services.AddOptions<LineOptions>().BindConfiguration("Line").ValidateDataAnnotations().ValidateOnStart();
            var options = configuration.GetSection("Line").Get<LineOptions>() ?? new();
            var isSimulated = maySimulate && !options.IsSet && string.IsNullOrEmpty(options.ApiBaseUrl);
            services.AddSingleton(new LineMode(isSimulated));
            services.AddSingleton<PublicAddress>();
            services.AddSingleton<LineAddresses>();
            services.AddSingleton<LineTokens>();
            services.AddSingleton<LineWords>();
            services.AddHttpClient<LineApi>(EndsByTheClock).ConfigurePrimaryHttpMessageHandler(StraightToLine);
            services.AddHttpClient(nameof(LineTokens), EndsByTheClock).ConfigurePrimaryHttpMessageHandler(StraightToLine);
            // the host waits for calls that have begun
            services.AddOptions<HostOptions>()
                .Configure<IOptions<LineOptions>>((host, line) => host.ShutdownTimeout = line.Value.ClaimFor + TimeSpan.FromSeconds(5));
            services.AddScoped<LineReception>();
            services.AddSingleton<GroupChats>();
            services.AddHostedService(provider => provider.GetRequiredService<GroupChats>());
            services.AddScoped<Sender>();
            services.AddDesks(typeof(LineServices).Assembly);
            services.AddSingleton<IntakeWriter>();
            services.AddHostedService(provider => provider.GetRequiredService<IntakeWriter>());
            services.AddHostedService<WebhookWorker>();
            services.AddHostedService<DeliveryWorker>();
            services.AddHostedService<LoadingIndicator>();
            services.AddHostedService<FileFetcher>();
            services.AddHostedService<QueueWatch>();
            services.AddHostedService<QuotaWatch>();
            if (isSimulated)
                services.AddLineSimulator();
            return services;
        }

        /// <summary>Adds the simulator; on its own, it plays LINE for a portal in another process.</summary>
        public IServiceCollection AddLineSimulator()
        {
            services.AddSingleton<LinePlatform>();
            services.AddSingleton<WebhookSender>();
            services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
            return services;
        }
    }

    /// <summary>Turns off HttpClient's time-out, because each call has its own, by the injected clock.</summary>
    private static void EndsByTheClock(HttpClient http) => http.Timeout = Timeout.InfiniteTimeSpan;

    /// <summary>Follows no redirects, because LINE never redirects a call.</summary>
    private static SocketsHttpHandler StraightToLine() => new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>Maps the webhook, and if the simulator plays LINE, its two hosts and the telephone page.</summary>
        public void MapLine()
        {
            app.MapLineWebhook();
            if (app.ServiceProvider.GetRequiredService<LineMode>().IsSimulated)
                app.MapLineSimulator();
        }

        /// <summary>Maps the simulator's two hosts and the telephone page.</summary>
        public void MapLineSimulator()
        {
            app.MapPlatform();
            app.MapTelephone();
        }
    }
}
