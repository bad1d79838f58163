using OneStop.Tests.House;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>A real portal and a shelf for its backups, with the commands that an administrator runs.</summary>
internal sealed class BackupShelf : IAsyncDisposable
{
    /// <summary>Somebody who writes without having been met.</summary>
    public const string Stranger = "U00000000000000000000000000000abc";

    public PortalProcess Portal { get; } = new([]);

    public string Folder { get; } = Directory.CreateTempSubdirectory("onestop-shelf-").FullName;

    public string Archive => Path.Combine(Folder, "backup.zip");

    /// <summary>A backup of the demo, taken after the portal was killed; what is changed in it is as it would be had it been killed then.</summary>
    public async Task ABackup(string change = "")
    {
        await Portal.Start();
        await Quiet();
        await Portal.Kill();
        Change(Portal.Folder, change);
        await Succeeds(Portal.Run("backup", Archive), "読み返して確かめました");
    }

    /// <summary>All is done and sealed, so that a backup and the database are the same.</summary>
    public Task Quiet() => TestOneStop.Until(() => Task.FromResult(Ask(Portal.Folder, """
        SELECT (SELECT COUNT(*) FROM IncomingEvents WHERE ProcessedAt IS NULL) + (SELECT COUNT(*) FROM OutgoingMessages WHERE State = 'Waiting') + (SELECT COUNT(*) FROM AuditEntries WHERE Number IS NULL)
        """) == "0"), "quiet");

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
