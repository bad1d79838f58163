using System.Security.Cryptography;

namespace OneStop.Domain.Conversations.Files;

/// <summary>
/// Stores the bytes of pictures and files in a folder outside the web root, each under a random name without an extension. Files not yet committed
/// lie in a separate folder, so that what a killed portal left can be told from files that rows refer to.
/// </summary>
public sealed class FileStore(string folder)
{
    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>Writes bytes to the disk and returns their random name.</summary>
    public async Task<string> Write(ReadOnlyMemory<byte> bytes, CancellationToken stopping = default)
    {
        await using var file = Begin();
        await file.Bytes.WriteAsync(bytes, stopping);
        var name = file.Flush();
        await file.Keep();
        return name;
    }

    /// <summary>Creates a file to be written as its bytes arrive. Disposing deletes it unless it was kept.</summary>
    public NewFile Begin()
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Directory.CreateDirectory(Incoming);
        return new(name, this, new FileStream(IncomingPathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous));
    }

    /// <summary>
    /// Returns the names of files that were begun but neither kept nor deleted, and that no running portal has open: their portal was killed.
    /// </summary>
    public IReadOnlyList<string> LeftBehind() =>
        Directory.Exists(Incoming) ? [.. Directory.EnumerateFiles(Incoming).Where(IsLetGoOf).Select(file => Path.GetFileName(file))] : [];

    /// <summary>Moves a begun file to its final place. Does nothing if it was deleted meanwhile.</summary>
    public void Keep(string storageName)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(storageName))!);
        try
        {
            File.Move(IncomingPathOf(storageName), PathOf(storageName));
        }
        catch (FileNotFoundException)
        {
            // Deleted between the save and this move.
        }
    }

    /// <summary>Opens a file for writing under a given name: a restore writes files back to their former places.</summary>
    public Stream PutBack(string storageName)
    {
        var path = PathOf(storageName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Opens a kept file; null if it does not exist.</summary>
    public Stream? Open(string storageName) =>
        File.Exists(PathOf(storageName))
        ? new FileStream(PathOf(storageName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
        : null;

    /// <summary>
    /// Opens a file that a row refers to, even if it is not in its final place yet: it is moved there after the save, and the portal may have been
    /// killed in between. Null if it does not exist.
    /// </summary>
    public async Task<Stream?> OpenNamed(string storageName)
    {
        while (true)
        {
            if (Open(storageName) is { } kept)
                return kept;
            if (!File.Exists(IncomingPathOf(storageName)))
                return Open(storageName); // it was moved in between, or does not exist
            if (IsLetGoOf(IncomingPathOf(storageName)))
                Keep(storageName);
            else
                await Task.Delay(10); // another portal is moving it
        }
    }

    /// <summary>Deletes a file, kept or not. Does nothing if it does not exist.</summary>
    public void Delete(string storageName)
    {
        foreach (var place in (string[])[IncomingPathOf(storageName), PathOf(storageName)]) // in this order, to find a file being kept at this moment
        {
            if (File.Exists(place))
                File.Delete(place);
        }
    }

    /// <summary>
    /// Whether no process has the file open. The writer holds it exclusively, with a lock that the operating system releases if the process ends.
    /// </summary>
    private static bool IsLetGoOf(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string IncomingPathOf(string storageName) => Path.Combine(Incoming, Path.GetFileName(PathOf(storageName)));

    private string PathOf(string storageName) => storageName.Length == 32 && storageName.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, storageName[..2], storageName)
        : throw new ArgumentException("Not a storage name.", nameof(storageName));
}

/// <summary>A file of the store while it is being written.</summary>
public sealed class NewFile(string name, FileStore store, FileStream bytes) : IAsyncDisposable
{
    private bool isKept;

    /// <summary>The stream to write to.</summary>
    public Stream Bytes => bytes;

    /// <summary>Flushes the bytes to the disk.</summary>
    /// <returns>The random name of the file.</returns>
    public string Flush()
    {
        bytes.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>Keeps the file, after the row that refers to it was saved.</summary>
    public async Task Keep()
    {
        isKept = true;
        await bytes.DisposeAsync();
        store.Keep(name);
    }

    /// <summary>Leaves open whether a row refers to the file, because the outcome of the save is unknown: the next start looks it up. It can be kept later.</summary>
    public ValueTask LetGo()
    {
        isKept = true;
        return bytes.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await bytes.DisposeAsync();
        if (!isKept)
            store.Delete(name);
    }
}
