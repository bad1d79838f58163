namespace OneStop.Portal.Documents;

/// <summary>The Chrome, Edge or Chromium of this machine: it draws pictures and documents, and tests walk in it. None is ever downloaded.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] OnLinux = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/snap/bin/chromium"];

    private static readonly string[] OnMac =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    private static readonly string[] OnWindows = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe",
        "Chromium/Application/chrome.exe"];

    /// <summary>Keeps it quiet and to itself.</summary>
    private static readonly string[] Quietly = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync"];

    /// <summary>Where it is; null if there is none.</summary>
    public static string? Find() => Places.FirstOrDefault(File.Exists);

    /// <summary>What it is started with.</summary>
    /// <param name="isDevelopment">Then, and only as root, without its sandbox: as root it starts no other way.</param>
    public static IEnumerable<string> Arguments(bool isDevelopment) => isDevelopment && Environment.UserName == "root" ? [.. Quietly, "--no-sandbox"] : Quietly;

    private static IEnumerable<string> Places =>
        OperatingSystem.IsWindows() ? ProgramFolders.SelectMany(folder => OnWindows.Select(program => Path.Combine(folder, program)))
        : OperatingSystem.IsMacOS() ? OnMac
        : OnLinux;

    private static IEnumerable<string> ProgramFolders =>
        ((Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData]).Select(Environment.GetFolderPath).Where(folder => folder.Length > 0);
}
