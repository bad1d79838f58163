using System.IO.Compression;
using System.Security.Cryptography;
using OneStop.Domain.Safeguards;

namespace OneStop.Portal.Backup;

/// <summary>Writes an archive, entry by entry, and keeps what the manifest will say of them.</summary>
internal sealed class BackupWriter(Stream target) : IDisposable
{
    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> entries = [];

    public IReadOnlyList<BackupEntry> Entries => entries;

    /// <summary>Copies bytes in as they come; nothing is held in memory.</summary>
    public async Task Add(string name, Stream bytes, CompressionLevel compression)
    {
        await using var entry = await zip.CreateEntry(name, compression).OpenAsync();
        var (length, hash) = await bytes.CopyHashed(entry, long.MaxValue);
        entries.Add(new(name, length, hash));
    }

    /// <summary>The manifest comes last, because it tells the hashes, and its seal after it.</summary>
    public async Task Close(BackupManifest manifest, AuditKey key)
    {
        var bytes = manifest.Write();
        await Write(BackupArchive.Manifest, bytes);
        await Write(BackupArchive.Seal, BackupArchive.SealOf(bytes, key));
        zip.Dispose(); // writes the directory
    }

    public void Dispose() => zip.Dispose();

    private async Task Write(string name, byte[] bytes)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(bytes);
    }
}

/// <summary>Copying and hashing in one reading.</summary>
internal static class HashedCopies
{
    /// <param name="most">Reading stops past this length, so that a small archive cannot fill the disk.</param>
    /// <returns>How long it was, and its SHA-256 in lower-case hexadecimal.</returns>
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
