using System.Security.Cryptography;

namespace OneStop.Domain.Conversations;

/// <summary>Where the bytes of pictures and files lie: a folder outside the web root, each under a random name without an ending.</summary>
public sealed class FileStore(string folder)
{
    /// <summary>Writes bytes to the disk and returns the random name they got.</summary>
    public async Task<string> Write(ReadOnlyMemory<byte> bytes, CancellationToken stopping = default)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.WriteThrough | FileOptions.Asynchronous);
        await file.WriteAsync(bytes, stopping);
        file.Flush(flushToDisk: true);
        return name;
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
