using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>
/// What the portal keeps is for its own account alone. What it makes is so from the first moment, whoever makes it (SQLite lays
/// its log beside the database itself); what others can read nevertheless is closed at the start.
/// </summary>
internal static class OwnerOnlyFiles
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>From now on this process makes nothing that others may read.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetCreationMask((int)Others);
    }

    extension(IServiceProvider services)
    {
        /// <summary>Closes what this portal keeps on its disk to all other accounts, whoever made it.</summary>
        /// <exception cref="SettingMissingException">Something there is another account's, so that it cannot be closed.</exception>
        public void CloseFilesToOthers() => Mend(services.GetRequiredService<DataFolder>(), services.GetService<SqliteFile>());
    }

    /// <summary>Closes what lies in the data folder, and the database wherever it lies.</summary>
    /// <exception cref="SettingMissingException">Something there is another account's, so that it cannot be closed.</exception>
    public static void Mend(DataFolder folder, SqliteFile? database)
    {
        if (OperatingSystem.IsWindows())
            return;
        Close(new DirectoryInfo(folder.Path));
        foreach (var file in SqliteFile.Beside.Append("").Select(ending => new FileInfo(database?.Path + ending)).Where(f => database is not null && f.Exists))
            Close(file);
    }

    /// <summary>A folder that was closed to others keeps all in it from them: only below one that was open is looked further.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Close(FileSystemInfo entry)
    {
        var wasOpen = (entry.UnixFileMode & Others) != 0;
        if (entry is DirectoryInfo folder && entry.LinkTarget is null && wasOpen)
        {
            foreach (var below in folder.EnumerateFileSystemInfos())
                Close(below);
        }
        if (wasOpen && entry.LinkTarget is null)
            CloseAlone(entry); // last, so that one that was cut off is looked through again
    }

    [UnsupportedOSPlatform("windows")]
    private static void CloseAlone(FileSystemInfo entry)
    {
        try
        {
            File.SetUnixFileMode(entry.FullName, entry.UnixFileMode & ~Others);
        }
        catch (UnauthorizedAccessException)
        {
            throw new SettingMissingException(
                $"「{entry.FullName}」をほかの人が読めないようにできません。所有者がポータルの利用者アカウントではありません。所有者を変えてください（例: chown -R onestop {entry.FullName}）。");
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern int SetCreationMask(int mask);
}
