using OneStop.Tests.House;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>A real portal, a folder for its backups, and the commands that an administrator runs.</summary>
internal sealed class BackupShelf : IAsyncDisposable
{
    /// <summary>A LINE user whom the portal has not met.</summary>
    public const string Stranger = "U00000000000000000000000000000abc";

    private static readonly Lazy<Task<byte[]>> OfTheDemo = new(BackUpTheDemo);

    public PortalProcess Portal { get; } = new([]);

    public string Folder { get; } = Directory.CreateTempSubdirectory("onestop-shelf-").FullName;

    public string Archive => Path.Combine(Folder, "backup.zip");

    /// <summary>Starts the portal with the demo.</summary>
    public async Task Start()
    {
        await DemoFolder.CopyTo(Portal.Folder);
        await Portal.Start();
    }

    /// <summary>Backs up the demo of a killed portal. Changes by SQL simulate another state at the time of the kill.</summary>
    public async Task ABackup(string change = "")
    {
        await DemoFolder.CopyTo(Portal.Folder);
        if (change == "")
        {
            await File.WriteAllBytesAsync(Archive, await OfTheDemo.Value);
            return;
        }
        Change(Portal.Folder, change);
        await Succeeds(Portal.Run("backup", Archive), "読み返して確かめました");
    }

    private static async Task<byte[]> BackUpTheDemo()
    {
        await using var shelf = new BackupShelf();
        await DemoFolder.CopyTo(shelf.Portal.Folder);
        await Succeeds(shelf.Portal.Run("backup", shelf.Archive), "読み返して確かめました");
        return await File.ReadAllBytesAsync(shelf.Archive);
    }

    /// <inheritdoc cref="DemoFolder.Quiet"/>
    public Task Quiet() => DemoFolder.Quiet(Portal.Folder);

    public static async Task<string> Succeeds(Task<(int Code, string Words)> run, string says)
    {
        var (code, words) = await run;
        Assert.True(code == 0, words);
        Assert.Contains(says, words);
        return words;
    }

    public static async Task Refuses(Task<(int Code, string Words)> run, string says)
    {
        var (code, words) = await run;
        Assert.Equal(1, code);
        Assert.Contains(says, words);
        Assert.Single(words.Trim().Split('\n'));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
