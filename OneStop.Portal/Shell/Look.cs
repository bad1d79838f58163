using MudBlazor;
using MudBlazor.Services;

namespace OneStop.Portal.Shell;

/// <summary>
/// The portal's theme in one file: muted teal for controls, warm grey background, one warm accent for waiting, red only for
/// danger and overdue. Every text pair is at least 4.5:1 in light and dark. The style sheet takes its colours from here.
/// </summary>
internal static class Look
{
    private static readonly string[] Type = ["BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "IPAexGothic", "sans-serif"];

    /// <summary>The theme.</summary>
    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0F6B6B",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#9A4A08", // waiting
            SecondaryContrastText = "#FFFFFF",
            Tertiary = "#E3EEEC", // chosen, and our own messages
            TertiaryContrastText = "#12403F",
            Warning = "#9A4A08",
            WarningContrastText = "#FFFFFF",
            Error = "#B3261E",
            ErrorContrastText = "#FFFFFF",
            Success = "#256B3A",
            SuccessContrastText = "#FFFFFF",
            Info = "#2B5C8A",
            InfoContrastText = "#FFFFFF",
            Background = "#F5F3EF",
            BackgroundGray = "#EBE7E0",
            Surface = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            AppbarBackground = "#FFFFFF",
            AppbarText = "#1F2A2A",
            TextPrimary = "#1F2A2A",
            TextSecondary = "#525D5C",
            TextDisabled = "#6B7574",
            ActionDefault = "#525D5C",
            LinesDefault = "#DCD7CF",
            LinesInputs = "#8B908E",
            Divider = "#DCD7CF",
            Skeleton = "#E4DFD7",
            Dark = "#24302F",
            DarkContrastText = "#FFFFFF",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7CCBC5",
            PrimaryContrastText = "#06302F",
            Secondary = "#F2AE6E",
            SecondaryContrastText = "#3A1D00",
            Tertiary = "#1F3B3A",
            TertiaryContrastText = "#CDEAE7",
            Warning = "#F2AE6E",
            WarningContrastText = "#3A1D00",
            Error = "#FFA097",
            ErrorContrastText = "#4A0804",
            Success = "#8FD3A4",
            SuccessContrastText = "#08321A",
            Info = "#9CC7EE",
            InfoContrastText = "#0A2B47",
            Background = "#141918",
            BackgroundGray = "#0F1413",
            Surface = "#1C2322",
            DrawerBackground = "#1C2322",
            AppbarBackground = "#1C2322",
            AppbarText = "#E5EBE9",
            TextPrimary = "#E5EBE9",
            TextSecondary = "#AEB9B7",
            TextDisabled = "#8C9795",
            ActionDefault = "#AEB9B7",
            LinesDefault = "#35403E",
            LinesInputs = "#7D8887",
            Divider = "#35403E",
            Skeleton = "#2B3533",
            Dark = "#E5EBE9",
            DarkContrastText = "#141918",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Type, FontSize = "0.9375rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Type, FontSize = "0.9375rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };

    /// <summary>Configures toasts. Their position is set by toasts.js; they are opaque.</summary>
    public static void Configure(MudServicesConfiguration services)
    {
        services.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomStart;
        services.SnackbarConfiguration.MaximumOpacity = 100;
        services.SnackbarConfiguration.PreventDuplicates = false;
        services.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
        services.SnackbarConfiguration.VisibleStateDuration = 8000;
        services.SnackbarConfiguration.HideTransitionDuration = 150;
        services.SnackbarConfiguration.ShowTransitionDuration = 150;
        services.SnackbarConfiguration.SnackbarVariant = Variant.Filled;
    }
}
