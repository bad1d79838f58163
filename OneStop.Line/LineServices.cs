using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneStop.Line.Api;
using OneStop.Line.Delivery;
using OneStop.Line.Reception;
using OneStop.Line.Simulator;
using OneStop.Line.Webhook;

namespace OneStop.Line;

/// <summary>The LINE channel, or in Development without one the simulator in its place.</summary>
public static class LineServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Webhook, reception, delivery, and the client for LINE's calls.</summary>
        /// <param name="maySimulate">Only in Development: then, with no channel set, the simulator plays LINE.</param>
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
            services.AddSingleton<AutoReplies>();
            services.AddHttpClient<LineApi>((provider, http) => http.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<LineOptions>>().Value.TimeoutSeconds))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
            services.AddHttpClient(nameof(LineTokens), (provider, http) => http.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<LineOptions>>().Value.TimeoutSeconds));
            services.AddScoped<LineReception>();
            services.AddScoped<DeliveryDesk>();
            services.AddSingleton<IntakeWriter>();
            services.AddHostedService(provider => provider.GetRequiredService<IntakeWriter>());
            services.AddHostedService<WebhookWorker>();
            services.AddHostedService<DeliveryWorker>();
            services.AddHostedService<FileFetcher>();
            if (isSimulated)
            {
                services.AddSingleton<LinePlatform>();
                services.AddHostedService<WebhookSender>();
            }
            return services;
        }
    }

    extension(IEndpointRouteBuilder app)
    {
        /// <summary>The door for LINE, and where the simulator plays LINE, its two hosts and the telephone.</summary>
        public void MapLine()
        {
            app.MapLineWebhook();
            if (app.ServiceProvider.GetRequiredService<LineMode>().IsSimulated)
            {
                app.MapPlatform();
                app.MapTelephone();
            }
        }
    }
}
