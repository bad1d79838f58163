using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.House;

/// <summary>
/// A data folder as a portal leaves it that filled in the demo, did all that waited and was killed then: made once, and copied for
/// whoever wants to begin there. What a first start does has tests of its own.
/// </summary>
internal static class DemoFolder
{
    private static readonly Lazy<Task<IReadOnlyList<(string Name, byte[] Bytes)>>> Made = new(Make);

    /// <summary>Puts a copy into an empty folder.</summary>
    public static async Task CopyTo(string folder)
    {
        foreach (var (name, bytes) in await Made.Value)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, bytes);
        }
    }

    /// <summary>Waits until all is done and sealed, so that a backup and the database are the same.</summary>
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
