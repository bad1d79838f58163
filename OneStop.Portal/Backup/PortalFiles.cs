using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Safeguards;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>The files that a portal on SQLite has on disk, and their paths.</summary>
internal sealed class PortalFiles(SqliteFile database, FileStore files, DataFolder folder, IConfiguration configuration)
{
    public SqliteFile Database => database;
    public FileStore Files => files;
    public DataFolder Folder => folder;

    public string FilesFolder => folder.Below("files");

    /// <summary>The path of the audit key that the portal made itself, if it made one.</summary>
    public string OwnKeyFile => folder.Below("audit.key");

    /// <summary>The path of the mark of the audit trail's head.</summary>
    public string AuditMarkFile => folder.Below(AuditMark.FileName);

    /// <summary>The head of the present audit trail, as its mark says; null if there is no mark.</summary>
    public AuditHead? AuditHead => File.Exists(AuditMarkFile) ? Domain.Safeguards.AuditHead.Read(File.ReadAllText(AuditMarkFile).Split(' ')[0]) : null;

    /// <summary>True if <c>Audit:Key</c> is not set. The key then lies in the data folder and belongs to the backup.</summary>
    public bool HasOwnKey => SetKey is null;

    /// <summary>True if a restore may migrate an older database to this version's schema.</summary>
    public bool MayMigrate => configuration.GetValue("Database:Migrate", true);

    /// <summary>The key with which the portal will seal the audit trail once this backup is restored.</summary>
    public AuditKey KeyAfter(BackupArchive archive) =>
        new(SetKey ?? (archive.TextOf(BackupArchive.OwnKey) is { Length: >= 32 } own ? own : folder.OwnSecret("audit.key")));

    private string? SetKey => configuration["Audit:Key"] is { Length: > 0 } set ? set : null;
}
