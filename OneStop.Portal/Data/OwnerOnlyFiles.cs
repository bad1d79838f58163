using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>
/// Keeps the portal's files readable only by its own account. New files are created so, whichever library creates them (SQLite
/// creates its log itself); existing files that others can read are closed at the start.
/// </summary>
internal static class OwnerOnlyFiles
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Sets the umask of this process, so that new files are not accessible to other accounts.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetCreationMask((int)Others);
    }

    extension(IServiceProvider services)
    {
        /// <summary>Removes the access of all other accounts to the portal's files, whoever made them.</summary>
        /// <exception cref="SettingMissingException">A file belongs to another account, so its mode cannot be changed.</exception>
        public void CloseFilesToOthers() => Mend(services.GetRequiredService<DataFolder>(), services.GetService<SqliteFile>());
    }

    /// <summary>Removes that access in the data folder, and from the database wherever it is.</summary>
    /// <exception cref="SettingMissingException">A file belongs to another account, so its mode cannot be changed.</exception>
    public static void Mend(DataFolder folder, SqliteFile? database)
    {
        if (OperatingSystem.IsWindows())
            return;
        Close(new DirectoryInfo(folder.Path));
        foreach (var file in SqliteFile.Beside.Append("").Select(ending => new FileInfo(database?.Path + ending)).Where(f => database is not null && f.Exists))
            Close(file);
    }

    /// <summary>A folder closed to others protects everything in it, so only folders that were open are searched.</summary>
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
            CloseAlone(entry); // last, so that an interrupted run searches the folder again
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
