using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>
/// The folder in which a backup copies the database before packing it, and reads it back. It holds everything that clients wrote,
/// unencrypted. A file lock, which the operating system releases, admits one backup at a time; disposing deletes the contents.
/// </summary>
internal sealed class BackupWork : IDisposable
{
    private readonly FileStream turn;

    private BackupWork(FileStream turn, string folder) => (this.turn, Folder) = (turn, folder);

    /// <summary>The folder of the copies.</summary>
    public string Folder { get; }

    /// <summary>Takes the folder; null while another backup has it.</summary>
    public static BackupWork? Take(DataFolder data)
    {
        try
        {
            return new(new(data.Below("backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), FolderIn(data));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes, at the portal's start, what a killed backup left behind; a running backup is left alone.</summary>
    public static void ClearLeftBehind(DataFolder data)
    {
        if (Directory.Exists(FolderIn(data)))
            Take(data)?.Dispose();
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        turn.Dispose();
    }

    private static string FolderIn(DataFolder data) => data.Below("backup-work");
}
