using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.House;

/// <summary>
/// The data folder of a portal that filled in the demo, processed everything that waited and was then killed: made once, and copied
/// for each test that begins there. The first start itself has tests of its own.
/// </summary>
internal static class DemoFolder
{
    private static readonly Lazy<Task<IReadOnlyList<(string Name, byte[] Bytes)>>> Made = new(Make);

    /// <summary>Copies the files into an empty folder.</summary>
    public static async Task CopyTo(string folder)
    {
        foreach (var (name, bytes) in await Made.Value)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }
    }

    /// <summary>Waits until everything is processed and sealed, so that a backup equals the database.</summary>
    public static Task Quiet(string folder) => TestOneStop.Until(() => Task.FromResult(Ask(folder, """
        SELECT (SELECT COUNT(*) FROM IncomingEvents WHERE ProcessedAt IS NULL) + (SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting') + (SELECT COUNT(*) FROM AuditEntries WHERE Number IS NULL)
        """) == "0"), "quiet");

    private static async Task<IReadOnlyList<(string, byte[])>> Make()
    {
        await using var portal = new PortalProcess([]);
        await portal.Start();
        await Quiet(portal.Folder);
        await portal.Kill();
        return [.. Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(portal.Folder, file), File.ReadAllBytes(file)))];
    }
}
