namespace OneStop.Domain;

/// <summary>Files and folders that only the portal's own account may read: what clients wrote, and keys.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new file; one that a killed run left under the name goes first, and with it whatever mode it had.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        return new(path, options);
    }

    /// <summary>A folder, if it is not there yet.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
    }

    /// <summary>An empty folder; what a killed run left in it goes.</summary>
    public static void CreateEmptyFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        CreateFolder(path);
    }

    /// <summary>Returns when the bytes are on the disk.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
