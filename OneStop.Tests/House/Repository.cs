namespace OneStop.Tests.House;

/// <summary>The folder of the sources, for tests that read them and for screenshots.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "OneStop.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
