using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>
/// The folder in which a backup copies the database before it is packed, and reads it back: all that clients wrote, in the clear.
/// One backup at a time has it, by a lock that the operating system releases; when it is let go of, what lies in it is gone.
/// </summary>
internal sealed class BackupWork : IDisposable
{
    private readonly FileStream turn;

    private BackupWork(FileStream turn, string folder) => (this.turn, Folder) = (turn, folder);

    /// <summary>Where the copies lie.</summary>
    public string Folder { get; }

    /// <summary>Takes it; null while another backup has it.</summary>
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

    /// <summary>What a killed backup left behind goes, at the portal's start; one that runs is left alone.</summary>
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
