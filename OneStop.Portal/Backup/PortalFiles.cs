using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Safeguards;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>All that a portal on SQLite has on its disk, and where.</summary>
internal sealed class PortalFiles(SqliteFile database, FileStore files, DataFolder folder, IConfiguration configuration)
{
    public SqliteFile Database => database;
    public FileStore Files => files;
    public DataFolder Folder => folder;

    public string FilesFolder => folder.Below("files");

    /// <summary>Where the portal's own key lies, if it made one.</summary>
    public string OwnKeyFile => folder.Below("audit.key");

    /// <summary>Where the mark of the audit trail's head lies.</summary>
    public string AuditMarkFile => folder.Below(AuditMark.FileName);

    /// <summary>How far the trail that is here now had come, in the words of its mark; null if there is none.</summary>
    public AuditHead? AuditHead => File.Exists(AuditMarkFile) ? Domain.Safeguards.AuditHead.Read(File.ReadAllText(AuditMarkFile).Split(' ')[0]) : null;

    /// <summary>Was no <c>Audit:Key</c> set? Then the key lies in the data folder and belongs to the backup.</summary>
    public bool HasOwnKey => SetKey is null;

    /// <summary>May a restore bring an older database to this version's shape?</summary>
    public bool MayMigrate => configuration.GetValue("Database:Migrate", true);

    /// <summary>The key with which the portal will seal the audit trail once this backup is restored.</summary>
    public AuditKey KeyAfter(BackupArchive archive) =>
        new(SetKey ?? (archive.TextOf(BackupArchive.OwnKey) is { Length: >= 32 } own ? own : folder.OwnSecret("audit.key")));

    private string? SetKey => configuration["Audit:Key"] is { Length: > 0 } set ? set : null;
}
