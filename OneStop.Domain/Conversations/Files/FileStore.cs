using System.Security.Cryptography;

namespace OneStop.Domain.Conversations.Files;

/// <summary>
/// Where the bytes of pictures and files lie: a folder outside the web root, each under a random name without an ending. What is
/// not kept yet lies apart, so that what a killed portal left can be told from what rows name.
/// </summary>
public sealed class FileStore(string folder)
{
    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>Writes bytes to the disk and returns the random name they got.</summary>
    public async Task<string> Write(ReadOnlyMemory<byte> bytes, CancellationToken stopping = default)
    {
        await using var file = Begin();
        await file.Bytes.WriteAsync(bytes, stopping);
        var name = file.Flush();
        await file.Keep();
        return name;
    }

    /// <summary>A new file that is written as its bytes come; unless it is kept, it is gone when it is disposed.</summary>
    public NewFile Begin()
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Directory.CreateDirectory(Incoming);
        return new(name, this, new FileStream(IncomingPathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous));
    }

    /// <summary>The names of files that were begun and neither kept nor deleted, and that no portal has in hand: it was killed meanwhile.</summary>
    public IReadOnlyList<string> LeftBehind() =>
        Directory.Exists(Incoming) ? [.. Directory.EnumerateFiles(Incoming).Where(IsLetGoOf).Select(file => Path.GetFileName(file))] : [];

    /// <summary>What was begun under a name stays. Where it was deleted meanwhile, nothing comes back.</summary>
    public void Keep(string storageName)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(storageName))!);
        try
        {
            File.Move(IncomingPathOf(storageName), PathOf(storageName));
        }
        catch (FileNotFoundException)
        {
            // Taken back between the save and this.
        }
    }

    /// <summary>Opens a place for writing under a name that was given before: a backup puts its bytes back where they lay.</summary>
    public Stream PutBack(string storageName)
    {
        var path = PathOf(storageName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Opens what was written under a name; null if it is gone.</summary>
    public Stream? Open(string storageName) =>
        File.Exists(PathOf(storageName))
        ? new FileStream(PathOf(storageName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true)
        : null;

    /// <summary>
    /// Opens what a row names, also before it has its place: it is moved there after the row is saved, and whoever was to move it
    /// may have been killed in between. Null if it is gone.
    /// </summary>
    public async Task<Stream?> OpenNamed(string storageName)
    {
        while (true)
        {
            if (Open(storageName) is { } kept)
                return kept;
            if (!File.Exists(IncomingPathOf(storageName)))
                return Open(storageName); // it was moved in between, or is gone
            if (IsLetGoOf(IncomingPathOf(storageName)))
                Keep(storageName);
            else
                await Task.Delay(10); // it is being moved
        }
    }

    /// <summary>Deletes what was written under a name, kept or not; nothing happens if it is gone already.</summary>
    public void Delete(string storageName)
    {
        foreach (var place in (string[])[IncomingPathOf(storageName), PathOf(storageName)]) // in this order, so that what is kept at the same moment is found
        {
            if (File.Exists(place))
                File.Delete(place);
        }
    }

    /// <summary>Whoever writes a file holds it alone, by a lock that the operating system releases.</summary>
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

/// <summary>A file of the store while it is written.</summary>
public sealed class NewFile(string name, FileStore store, FileStream bytes) : IAsyncDisposable
{
    private bool isKept;

    /// <summary>Where its bytes go.</summary>
    public Stream Bytes => bytes;

    /// <summary>It is on the disk when this returns.</summary>
    /// <returns>The random name under which it lies.</returns>
    public string Flush()
    {
        bytes.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>What refers to it is saved: it stays.</summary>
    public async Task Keep()
    {
        isKept = true;
        await bytes.DisposeAsync();
        store.Keep(name);
    }

    public async ValueTask DisposeAsync()
    {
        await bytes.DisposeAsync();
        if (!isKept)
            store.Delete(name);
    }
}
