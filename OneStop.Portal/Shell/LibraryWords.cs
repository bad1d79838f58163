using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace OneStop.Portal.Shell;

/// <summary>The few words that the library says by itself, in Japanese whatever the server speaks.</summary>
internal sealed class LibraryWords : MudLocalizer
{
    public override LocalizedString this[string key] => key == "MudSnackbar_Close" ? new(key, "閉じる") : new(key, key, resourceNotFound: true);

    public static void AddTo(IServiceCollection services)
    {
        services.AddTransient<MudLocalizer, LibraryWords>();
        services.AddLocalizationInterceptor(provider => new DefaultLocalizationInterceptor(provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<MudLocalizer>()) { IgnoreDefaultEnglish = true });
    }
}
