namespace OneStop.Domain;

/// <summary>Creates files and folders that only the portal's own account can read: for clients' data and keys.</summary>
public static class PrivateFile
{
    private const int BufferSize = 4096;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a file. An old file of a killed run under this name is deleted first, together with its access mode.</summary>
    public static FileStream Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        return new(path, options);
    }

    /// <summary>
    /// Creates a file in the system's folder for temporary files. It is gone when it is closed; on Unix it has no name from the beginning, so that not
    /// even a killed process leaves it behind.
    /// </summary>
    public static FileStream CreateTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
            return new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
        var file = Create(path);
        File.Delete(path);
        return file;
    }

    /// <summary>Creates a folder unless it exists.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnersFile | UnixFileMode.UserExecute);
    }

    /// <summary>Creates an empty folder; the contents left by a killed run are deleted.</summary>
    public static void CreateEmptyFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        CreateFolder(path);
    }

    /// <summary>Flushes a file to the disk.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
