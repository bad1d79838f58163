using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Portal.Backup;

/// <summary>A SQLite database as a file.</summary>
internal sealed class SqliteFile(string path)
{
    /// <summary>Endings of the files that SQLite keeps beside a database; without its log a database is incomplete.</summary>
    public static readonly IReadOnlyList<string> Beside = ["-wal", "-shm", "-journal"];

    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY name";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Returns the file that a connection string names.</summary>
    public static SqliteFile Of(string connection) => new(new SqliteConnectionStringBuilder(connection).DataSource);

    /// <summary>
    /// Makes a consistent copy while portals write. In WAL mode this only reads, so no writer waits for it. Unlike a copy of the
    /// pages, it contains nothing that was erased but is still in a free page.
    /// </summary>
    public async Task CopyTo(SqliteFile copy)
    {
        await using var connection = await Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$copy", copy.Path);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Checks that every page is readable, and that rows and broken references are those of the manifest.</summary>
    /// <exception cref="RuleException">The database is damaged.</exception>
    public async Task Check(BackupManifest manifest)
    {
        await using var connection = await Open();
        if (await List(connection, "PRAGMA integrity_check") is not ["ok"] || !(await Orphans()).SequenceEqual(manifest.Orphans ?? [])
            || !(await Rows()).SequenceEqual(manifest.Rows.OrderBy(t => t.Key, StringComparer.Ordinal)))
            throw new RuleException("バックアップの中のデータベースが壊れています。何も変更していません。");
    }

    /// <summary>Returns the number of rows of each table.</summary>
    public async Task<SortedDictionary<string, long>> Rows()
    {
        await using var connection = await Open();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await List(connection, Tables))
            rows[table] = long.Parse((await List(connection, $"SELECT COUNT(*) FROM \"{table.Replace("\"", "\"\"")}\"")).Single(),
                CultureInfo.InvariantCulture);
        return rows;
    }

    /// <summary>Returns the number of rows of each table that refer to a missing row.</summary>
    public async Task<SortedDictionary<string, long>> Orphans()
    {
        await using var connection = await Open();
        return new((await List(connection, "PRAGMA foreign_key_check")).GroupBy(table => table)
            .ToDictionary(rows => rows.Key, rows => rows.LongCount()), StringComparer.Ordinal);
    }

    /// <summary>Returns the last sealed entry of the audit trail; null if none is sealed.</summary>
    public async Task<string?> AuditHead()
    {
        await using var connection = await Open();
        return (await List(connection,
            "SELECT \"Number\" || ':' || \"Seal\" FROM \"AuditEntries\" WHERE \"Number\" IS NOT NULL ORDER BY \"Number\" DESC LIMIT 1")).SingleOrDefault();
    }

    /// <summary>Returns the id of the last applied migration.</summary>
    public async Task<string?> LastMigration()
    {
        await using var connection = await Open();
        return (await List(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"")).LastOrDefault();
    }

    /// <summary>Sets WAL mode, in which portals can read while another writes. The mode is stored in the file; a copy is made without it.</summary>
    public async Task LetReadersStay()
    {
        await using var connection = await Open();
        await List(connection, "PRAGMA journal_mode = WAL");
    }

    /// <summary>Returns a factory of contexts on this file.</summary>
    public IDbContextFactory<OneStopDb> Contexts(Actor actor, params IInterceptor[] interceptors) =>
        new SqliteDbs(new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite(Connection)
            .AddInterceptors([new SqlitePragmas(), .. interceptors]).Options, actor, new());

    // Unpooled, so that no connection keeps the file open when it is moved.
    private string Connection => new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString();

    private async Task<SqliteConnection> Open()
    {
        var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await List(connection, "PRAGMA busy_timeout = 15000");
        await List(connection, "PRAGMA trusted_schema = OFF"); // the schema of a database from an archive is untrusted
        return connection;
    }

    private static async Task<List<string>> List(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
