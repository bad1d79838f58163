using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneStop.Line;

namespace OneStop.Tests.Faults;

/// <summary>The LINE simulator as a process of its own (<c>-- simulator</c>), which outlives the killed portal.</summary>
internal static class SimulatorHost
{
    /// <summary>Runs the simulator until it is stopped. <c>Urls</c> and <c>Simulator:Webhook</c> come from the environment.</summary>
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddLineSimulator();
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery();
        var app = builder.Build();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapLineSimulator();
        await app.RunAsync();
        return 0;
    }
}
