using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OneStop.Domain;
using OneStop.Domain.Safeguards;

namespace OneStop.Portal.Backup;

/// <summary>
/// A backup opened for reading. The file may come from anywhere: only entry names that a backup has are accepted, no entry may be
/// longer than the manifest says, and every hash is compared.
/// </summary>
internal sealed partial class BackupArchive : IDisposable
{
    public const string Database = "onestop.db";
    public const string OwnKey = "audit.key";
    public const string Files = "files/";
    internal const string Manifest = "manifest.json";
    internal const string Seal = "manifest.seal";
    private const int LongestManifest = 256 * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly byte[] manifest;
    private readonly byte[] seal;

    private BackupArchive(ZipArchive zip)
    {
        this.zip = zip;
        manifest = Small(Manifest, LongestManifest);
        seal = Small(Seal, 100);
        Contents = BackupManifest.Read(manifest);
        CheckNames();
    }

    /// <summary>The manifest: what the backup says it holds.</summary>
    public BackupManifest Contents { get; }

    /// <summary>Identifies this backup: the SHA-256 of its manifest.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(manifest));

    /// <exception cref="RuleException">The file is not a backup, or is incomplete.</exception>
    public static BackupArchive Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            return new(zip);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>True if a portal with this key wrote the backup and it has not changed since.</summary>
    public bool IsSealedWith(AuditKey key) => CryptographicOperations.FixedTimeEquals(SealOf(manifest, key), seal);

    internal static byte[] SealOf(byte[] manifest, AuditKey key) =>
        Encoding.ASCII.GetBytes(key.Digest("backup", Convert.ToHexStringLower(SHA256.HashData(manifest))));

    /// <summary>Returns the short text of an entry; null if there is no such entry.</summary>
    public string? TextOf(string name) => zip.GetEntry(name) is null ? null : Encoding.UTF8.GetString(Small(name, 1000)).Trim();

    /// <summary>Reads every entry and compares it with the manifest.</summary>
    /// <param name="where">Opens the stream to which an entry is written.</param>
    /// <exception cref="RuleException">An entry is not what the manifest says.</exception>
    public async Task Read(Func<BackupEntry, Stream> where)
    {
        foreach (var entry in Contents.Entries)
        {
            await using var target = where(entry);
            await using var bytes = await zip.GetEntry(entry.Name)!.OpenAsync();
            var (length, hash) = await bytes.CopyHashed(target, entry.Length);
            if (length != entry.Length || hash != entry.Sha256)
                throw Broken($"「{entry.Name}」が、書き込まれたときと違います");
            if (target is FileStream file)
                file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => zip.Dispose();

    private void CheckNames()
    {
        var told = Contents.Entries.Select(e => e.Name).Order(StringComparer.Ordinal).ToList();
        var there = zip.Entries.Select(e => e.FullName).Except([Manifest, Seal]).Order(StringComparer.Ordinal).ToList();
        if (zip.Entries.Count != told.Count + 2 || !told.SequenceEqual(there) || !told.Contains(Database) || !told.All(n => OurNames().IsMatch(n)))
            throw Broken("中のファイルが目録と合いません");
    }

    private byte[] Small(string name, int most)
    {
        using var bytes = (zip.GetEntry(name) ?? throw new RuleException("このファイルはOneStopのバックアップではありません。何も変更していません。")).Open();
        var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (bytes.Read(buffer) is var count and > 0)
        {
            read.Write(buffer, 0, count);
            if (read.Length > most)
                throw Broken($"「{name}」が大きすぎます");
        }
        return read.ToArray();
    }

    private static RuleException Broken(string how) => new($"バックアップが壊れているか、書き換えられています（{how}）。何も変更していません。");

    /// <summary>The only allowed entry names. None of them can leave the target folder (zip slip).</summary>
    [GeneratedRegex(@"\A(onestop\.db|audit\.key|files/[0-9a-f]{32})\z")]
    private static partial Regex OurNames();
}
