using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Portal.Data;

/// <summary>Finds the violated unique key from an engine's error.</summary>
internal static partial class ViolatedKeys
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const int ServerConstraint = 2627;
    private const int ServerIndex = 2601;

    /// <summary>SQLite names the columns: <c>UNIQUE constraint failed: Friends.Number</c>.</summary>
    public static ViolatedKey? OfSqlite(Exception? failure, IModel model)
    {
        if (failure is not SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique })
            return null;
        var said = Columns().Matches(failure.Message).Select(m => m.Value).ToHashSet();
        return KeysOf(model).Where(k => said.SetEquals(k.Columns.Select(c => $"{k.Table.Name}.{c}"))).Select(Key).FirstOrDefault();
    }

    /// <summary>
    /// SQL Server names the key in quotes, in any language: <c>… with unique index 'IX_Friends_Number'. The duplicate key value is
    /// (12).</c> The typed value comes last, so the first quoted name that is a key's name is the key.
    /// </summary>
    public static ViolatedKey? OfSqlServer(Exception? failure, IModel model)
    {
        if (failure is not SqlException server)
            return null;
        var keys = KeysOf(model).ToLookup(k => k.Name);
        return server.Errors.Cast<SqlError>().Where(e => e.Number is ServerConstraint or ServerIndex)
            .SelectMany(e => Quoted().Matches(e.Message)).SelectMany(m => keys[m.Groups["name"].Value]).Select(Key).FirstOrDefault();
    }

    private static ViolatedKey Key((ITable Table, string Name, IEnumerable<string> Columns) key) =>
        new(key.Table.EntityTypeMappings.First().TypeBase.ClrType, key.Name);

    private static IEnumerable<(ITable Table, string Name, IEnumerable<string> Columns)> KeysOf(IModel model) =>
        model.GetRelationalModel().Tables.SelectMany(table =>
        table.UniqueConstraints.Select(c => (table, c.Name, c.Columns.Select(x => x.Name)))
            .Concat(table.Indexes.Where(i => i.IsUnique).Select(i => (table, i.Name, i.Columns.Select(x => x.Name)))));

    [GeneratedRegex(@"\w+\.\w+")]
    private static partial Regex Columns();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();
}
