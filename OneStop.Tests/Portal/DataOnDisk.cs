using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace OneStop.Tests.Portal;

/// <summary>Reads a data folder without the portal.</summary>
internal static class DataOnDisk
{
    /// <summary>Returns every table of the database with every column of every row.</summary>
    public static SortedDictionary<string, List<string>> Rows(string folder)
    {
        using var connection = Open(folder);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            rows[table] = [.. Read(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal)];
        return rows;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|',
                Enumerable.Range(0, reader.FieldCount)
                    .Select(i => reader.GetValue(i) switch { byte[] bytes => Convert.ToHexString(bytes), DBNull => "∅", var value => value.ToString() })));
        return rows;
    }

    public static string Ask(string folder, string sql)
    {
        using var connection = Open(folder);
        return Read(connection, sql).Single();
    }

    public static void Change(string folder, string sql)
    {
        using var connection = Open(folder);
        Read(connection, sql);
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "onestop.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public static SortedDictionary<string, string> Files(string folder) => new(Below(Path.Combine(folder, "files")).ToDictionary(
        f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "files", f))))), StringComparer.Ordinal);

    public static List<string> Below(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
}
