using System.IO.Compression;
using System.Security.Cryptography;
using OneStop.Domain.Safeguards;

namespace OneStop.Portal.Backup;

/// <summary>Writes an archive entry by entry, and collects the entries for the manifest.</summary>
internal sealed class BackupWriter(Stream target) : IDisposable
{
    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> entries = [];

    public IReadOnlyList<BackupEntry> Entries => entries;

    /// <summary>Adds an entry by streaming it; the bytes are not held in memory.</summary>
    public async Task Add(string name, Stream bytes, CompressionLevel compression)
    {
        await using var entry = await zip.CreateEntry(name, compression).OpenAsync();
        var (length, hash) = await bytes.CopyHashed(entry, long.MaxValue);
        entries.Add(new(name, length, hash));
    }

    /// <summary>Writes the manifest last, because it contains the hashes, followed by its seal.</summary>
    public async Task Close(BackupManifest manifest, AuditKey key)
    {
        var bytes = manifest.Write();
        await Write(BackupArchive.Manifest, bytes);
        await Write(BackupArchive.Seal, BackupArchive.SealOf(bytes, key));
        zip.Dispose(); // writes the central directory
    }

    public void Dispose() => zip.Dispose();

    private async Task Write(string name, byte[] bytes)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(bytes);
    }
}

/// <summary>Copies and hashes in one pass.</summary>
internal static class HashedCopies
{
    /// <param name="most">The maximum length in bytes. Copying stops beyond it, so that a small archive cannot fill the disk.</param>
    /// <returns>The length in bytes, and the SHA-256 in lower-case hexadecimal.</returns>
    public static async Task<(long Length, string Hash)> CopyHashed(this Stream from, Stream to, long most)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var length = 0L;
        while (length <= most && await from.ReadAsync(buffer) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read));
            length += read;
        }
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
