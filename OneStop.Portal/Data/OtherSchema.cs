using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>
/// A database with migrations that this version does not know: made by a version before the first release, whose migrations were
/// merged since, or by a newer version. It cannot be migrated to this version's schema.
/// </summary>
internal sealed class OtherSchema(DataFolder folder, IHostEnvironment environment, IServiceProvider services, TimeProvider clock, ILogger<OtherSchema> logger)
{
    /// <summary>True if this database has migrations that this version does not know.</summary>
    public static async Task<bool> IsOf(OneStopDb db) => (await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations()).Any();

    /// <summary>In Development, moves the database and its files aside, so that the start creates a new one. Nothing is deleted.</summary>
    /// <exception cref="SettingMissingException">This is not Development, or the database is on a server. Nothing was changed.</exception>
    public async Task MakeRoom(OneStopDb db)
    {
        if (!environment.IsDevelopment() || services.GetService<SqliteFile>() is not { } database)
            throw new SettingMissingException(
                "データベースが、今より新しい版か、最初のリリースより前の版のOneStopのものです。作ったときの版で起動するか、新しいデータベースを ConnectionStrings:OneStop に設定してください。何も変更していません。");

        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
        var before = ".before-" + clock.GetUtcNow().InJapan.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        foreach (var ending in SqliteFile.Beside.Append("").Where(ending => File.Exists(database.Path + ending)))
            File.Move(database.Path + ending, database.Path + before + ending);
        foreach (var path in new[] { folder.Below("files"), folder.Below(AuditMark.FileName) }.Where(Path.Exists))
            Directory.Move(path, path + before); // moves a file too
        logger.LogWarning("データベースが、別の版のOneStopのものでした。「{Aside}」に移し、新しいデータベースを作ります。", database.Path + before);
    }
}
