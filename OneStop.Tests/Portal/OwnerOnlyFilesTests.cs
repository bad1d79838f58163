using System.Runtime.Versioning;
using OneStop.Portal;
using OneStop.Portal.Data;
using OneStop.Tests.House;
using static OneStop.Tests.Portal.DataOnDisk;

namespace OneStop.Tests.Portal;

/// <summary>Only the portal's own account can read its files: database, log, clients' files, keys, backups.</summary>
public sealed class OwnerOnlyFilesTests : IAsyncDisposable
{
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    private readonly BackupShelf shelf = new();

    [Fact, NeedsTime("starts portals")]
    public async Task Nothing_that_a_portal_makes_can_be_read_by_others_and_what_lay_open_is_closed_at_the_start()
    {
        if (OperatingSystem.IsWindows())
            return;
        await shelf.Portal.Start();
        await shelf.Quiet();
        await Succeeds(shelf.Portal.Run("backup", shelf.Archive));
        Assert.Contains("onestop.db-wal", Below(shelf.Portal.Folder)); // created by SQLite itself
        Assert.Contains("audit.key", Below(shelf.Portal.Folder));
        Assert.Empty(Open());
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(shelf.Archive) & Others);
        await shelf.Portal.Kill();

        foreach (var entry in Directory.EnumerateFileSystemEntries(shelf.Portal.Folder, "*", SearchOption.AllDirectories).Append(shelf.Portal.Folder))
            File.SetUnixFileMode(entry, File.GetUnixFileMode(entry) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await shelf.Portal.Start();
        Assert.Empty(Open());
    }

    [Fact]
    public void What_is_another_accounts_and_cannot_be_closed_stops_the_start_with_a_sentence()
    {
        if (!OperatingSystem.IsLinux())
            return;
        const string nobodys = "/proc/self/fdinfo"; // the kernel does not allow changing modes there
        Assert.Contains("所有者を変えてください", Assert.Throws<SettingMissingException>(() => OwnerOnlyFiles.Mend(new(nobodys), null)).Message);
    }

    public ValueTask DisposeAsync() => shelf.DisposeAsync();

    [UnsupportedOSPlatform("windows")]
    private IEnumerable<string> Open() =>
    Directory.EnumerateFileSystemEntries(shelf.Portal.Folder, "*", SearchOption.AllDirectories).Append(shelf.Portal.Folder)
        .Where(e => (File.GetUnixFileMode(e) & Others) != 0);

    private static Task<string> Succeeds(Task<(int Code, string Words)> run) => BackupShelf.Succeeds(run, "読み返して確かめました");
}
