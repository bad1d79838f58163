using Microsoft.Extensions.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace OneStop.Portal.Shell;

/// <summary>The library's own texts, in Japanese whatever the server's culture is.</summary>
internal sealed class LibraryWords : MudLocalizer
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["MudSnackbar_Close"] = "閉じる",
        ["MudDialog_Close"] = "閉じる",
        ["MudBaseDatePicker_Open"] = "カレンダーを開く",
        ["MudBaseDatePicker_PrevMonth"] = "前の月へ{0}",
        ["MudBaseDatePicker_NextMonth"] = "次の月へ{0}",
        ["MudBaseDatePicker_PrevYear"] = "前の年へ{0}",
        ["MudBaseDatePicker_NextYear"] = "次の年へ{0}",
    };

    public override LocalizedString this[string key] => Words.TryGetValue(key, out var words) ? new(key, words) : new(key, key, resourceNotFound: true);

    public override LocalizedString this[string key, params object[] arguments] =>
        Words.TryGetValue(key, out var words)
        ? new(key, string.Format(System.Globalization.CultureInfo.InvariantCulture, words, arguments))
        : new(key, key, resourceNotFound: true);

    public static void AddTo(IServiceCollection services)
    {
        services.AddTransient<MudLocalizer, LibraryWords>();
        services.AddLocalizationInterceptor(provider =>
            new DefaultLocalizationInterceptor(provider.GetRequiredService<ILoggerFactory>(),
                provider.GetRequiredService<MudLocalizer>())
            { IgnoreDefaultEnglish = true });
    }
}
