namespace OneStop.Portal.Documents;

/// <summary>The Chrome, Edge or Chromium installed on this machine, used for pictures, documents and tests. None is ever downloaded.</summary>
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

    /// <summary>Switches off the browser's own network access and first-run screens.</summary>
    private static readonly string[] Quietly = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync"];

    /// <summary>Returns the path; null if no browser is installed.</summary>
    public static string? Find() => Places.FirstOrDefault(File.Exists);

    /// <summary>Returns the command line arguments.</summary>
    /// <param name="isDevelopment">In Development, and only as root, the sandbox is switched off: as root the browser does not start with it.</param>
    public static IEnumerable<string> Arguments(bool isDevelopment) => isDevelopment && Environment.UserName == "root" ? [.. Quietly, "--no-sandbox"] : Quietly;

    private static IEnumerable<string> Places =>
        OperatingSystem.IsWindows() ? ProgramFolders.SelectMany(folder => OnWindows.Select(program => Path.Combine(folder, program)))
        : OperatingSystem.IsMacOS() ? OnMac
        : OnLinux;

    private static IEnumerable<string> ProgramFolders =>
        ((Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData]).Select(Environment.GetFolderPath).Where(folder => folder.Length > 0);
}
