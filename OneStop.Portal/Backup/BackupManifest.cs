using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Domain;

namespace OneStop.Portal.Backup;

/// <summary>One entry of the archive.</summary>
/// <param name="Sha256">In lower-case hexadecimal.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);

/// <summary>The contents of a backup; stored in the archive as <c>manifest.json</c>.</summary>
/// <param name="Format">The version of the archive format. It is raised when an older portal could no longer read the archive.</param>
/// <param name="Migration">The database's last migration.</param>
/// <param name="Rows">The number of rows of each table.</param>
/// <param name="Missing">Files that the copied database names but that no longer exist: wiped after the copy was taken, or lost.</param>
/// <param name="Orphans">The number of rows of each table that refer to missing rows: not written by the portal. They are kept and reported.</param>
/// <param name="AuditHead">The last sealed entry of the audit trail.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, string? Migration, SortedDictionary<string, long> Rows,
    IReadOnlyList<BackupEntry> Entries, IReadOnlyList<string> Missing, SortedDictionary<string, long>? Orphans = null, string? AuditHead = null)
{
    /// <summary>The format that this portal writes and reads.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true
    };

    /// <summary>The number of clients' files in the backup.</summary>
    [JsonIgnore]
    public int Files => Entries.Count(e => e.Name.StartsWith(BackupArchive.Files, StringComparison.Ordinal));

    /// <summary>Serializes the manifest as JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="RuleException">The bytes are not a manifest, or have a newer format.</exception>
    public static BackupManifest Read(byte[] bytes)
    {
        var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new RuleException("このファイルはOneStopのバックアップではありません。何も変更していません。");
        return manifest.Format == CurrentFormat ? manifest : throw new RuleException("このバックアップは、別の版のOneStopの形式です。同じ版か新しい版のOneStopで復元してください。何も変更していません。");
    }
}
