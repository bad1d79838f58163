using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Portal.Backup;

namespace OneStop.Portal.Data;

/// <summary>Migrates the database to this version's schema at the start (<c>Database:Migrate</c>; can be switched off in Production).</summary>
internal sealed class Migrator(IServiceScopeFactory scopes, DataFolder folder, PortalLock shared, OtherSchema other, IConfiguration configuration)
{
    /// <summary>Applies pending migrations, one portal at a time.</summary>
    /// <exception cref="SettingMissingException">Another version made the database, migrations are pending and
    /// applying them is switched off, or the server's settings do not fit.</exception>
    /// <exception cref="RuleException">A restore holds the data folder.</exception>
    public async Task Run()
    {
        shared.Share(); // the caller goes on to work with the database
        BackupWork.ClearLeftBehind(folder);
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        if (await OtherSchema.IsOf(db)) // before anything is written to it
            await MakeRoom(db);
        if (db.Database.IsSqlite())
            await LetReadersStay(db);
        else if (await db.Database.CanConnectAsync())
            await CheckServer(db);
        if (!(await db.Database.GetPendingMigrationsAsync()).Any())
            return;
        if (!configuration.GetValue("Database:Migrate", true))
            throw new SettingMissingException("データベースが古い形式です。Database:Migrate を true にするか、移行スクリプトを実行してください。");

        await Apply(db);
    }

    private async Task MakeRoom(OneStopDb db)
    {
        await using var alone = await LockFile();
        if (await OtherSchema.IsOf(db)) // another portal may have been faster
            await other.MakeRoom(db);
    }

    private async Task Apply(OneStopDb db)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync();
            await CheckServer(db); // the database may have been created just now
            return;
        }
        await using var alone = await LockFile();
        await MigrateSqlite(db);
    }

    private static async Task CheckServer(OneStopDb db)
    {
        var facts = await db.Database.SqlQueryRaw<SqlServerState>(SqlServerState.Query).ToListAsync();
        if (SqlServerState.ComplaintOf(facts) is { } complaint)
            throw new SettingMissingException(complaint);
    }

    /// <summary>Migrates a SQLite database that nobody else migrates at the same time.</summary>
    internal static async Task MigrateSqlite(OneStopDb db)
    {
        await ClearStaleLock(db);
        await db.Database.MigrateAsync();
    }

    /// <summary>
    /// Sets WAL: readers do not block writers, and a commit is one write to disk. The mode is stored in the file. EF sets it on a file
    /// that it creates itself, but an earlier read of the database has already created the file.
    /// </summary>
    private async Task LetReadersStay(OneStopDb db)
    {
        await using var alone = await LockFile();
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL");
    }

    /// <summary>Takes a lock of the operating system, so that it is released however its holder ends.</summary>
    private async Task<FileStream> LockFile()
    {
        while (true)
        {
            try
            {
                return new FileStream(folder.Below("migrate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>Deletes EF's own lock. It is a row, which a killed migration leaves behind; every later start would wait for it for ever.</summary>
    private static async Task ClearStaleLock(OneStopDb db)
    {
        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync();
        if (exists > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"");
    }
}
