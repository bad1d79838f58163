using System.Security.Cryptography;

namespace OneStop.Domain.Conversations;

/// <summary>Where the bytes of pictures and files lie: a folder outside the web root, each under a random name without an ending.</summary>
public sealed class FileStore(string folder)
{
    /// <summary>Writes bytes to the disk and returns the random name they got.</summary>
    public async Task<string> Write(ReadOnlyMemory<byte> bytes, CancellationToken stopping = default)
    {
        await using var file = Begin();
        await file.Bytes.WriteAsync(bytes, stopping);
        var name = file.Flush();
        file.Keep();
        return name;
    }

    /// <summary>A new file that is written as its bytes come; unless it is kept, it is gone when it is disposed.</summary>
    public NewFile Begin()
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        return new(name, new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous));
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
        File.Exists(PathOf(storageName)) ? new FileStream(PathOf(storageName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, useAsync: true) : null;

    /// <summary>Deletes what was written under a name; nothing happens if it is gone already.</summary>
    public void Delete(string storageName) => File.Delete(PathOf(storageName));

    private string PathOf(string storageName) => storageName.Length == 32 && storageName.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, storageName[..2], storageName)
        : throw new ArgumentException("Not a storage name.", nameof(storageName));
}

/// <summary>A file of the store while it is written.</summary>
public sealed class NewFile(string name, FileStream bytes) : IAsyncDisposable
{
    private bool isKept;

    /// <summary>Where its bytes go.</summary>
    public Stream Bytes => bytes;

    /// <summary>Its kind, told by its first bytes; null if it is none that is taken.</summary>
    public async Task<FileKind?> Kind(CancellationToken stopping)
    {
        var start = new byte[Math.Min(bytes.Length, FileKind.BytesToTell)];
        bytes.Position = 0;
        await bytes.ReadExactlyAsync(start, stopping);
        bytes.Position = bytes.Length;
        return FileKind.Of(start);
    }

    /// <summary>It is on the disk when this returns.</summary>
    /// <returns>The random name under which it lies.</returns>
    public string Flush()
    {
        bytes.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>What refers to it is saved: it stays.</summary>
    public void Keep() => isKept = true;

    public async ValueTask DisposeAsync()
    {
        await bytes.DisposeAsync();
        if (!isKept)
            File.Delete(bytes.Name);
    }
}
