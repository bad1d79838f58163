using System.Text.Json;
using System.Text.Json.Serialization;
using OneStop.Domain;

namespace OneStop.Portal.Backup;

/// <summary>One entry of the archive, as it was written.</summary>
/// <param name="Sha256">In lower-case hexadecimal.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);

/// <summary>What a backup holds; it stands in the archive as <c>manifest.json</c>.</summary>
/// <param name="Format">The archive's form, counted up when an older portal could no longer read it.</param>
/// <param name="Migration">The database's last migration.</param>
/// <param name="Rows">How many rows each table has.</param>
/// <param name="Missing">Files that the copied database names and whose bytes were gone: wiped after the copy was taken, or lost.</param>
/// <param name="Orphans">How many rows of which table refer to rows that are gone: somebody wrote past the portal. They are kept as they are, and told.</param>
/// <param name="AuditHead">How far the audit trail was sealed.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset CreatedAt, string? Migration, SortedDictionary<string, long> Rows,
    IReadOnlyList<BackupEntry> Entries, IReadOnlyList<string> Missing, SortedDictionary<string, long>? Orphans = null, string? AuditHead = null)
{
    /// <summary>The form that this portal writes and reads.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true
    };

    /// <summary>How many clients' files it has.</summary>
    [JsonIgnore]
    public int Files => Entries.Count(e => e.Name.StartsWith(BackupArchive.Files, StringComparison.Ordinal));

    /// <summary>As bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="RuleException">It is none, or of a newer form.</exception>
    public static BackupManifest Read(byte[] bytes)
    {
        var manifest = JsonSerializer.Deserialize<BackupManifest>(bytes, Json) ?? throw new RuleException("このファイルはOneStopのバックアップではありません。何も変更していません。");
        return manifest.Format == CurrentFormat ? manifest : throw new RuleException("このバックアップは、別の版のOneStopの形式です。同じ版か新しい版のOneStopで復元してください。何も変更していません。");
    }
}
