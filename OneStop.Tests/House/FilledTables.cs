using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Portal.Data;

namespace OneStop.Tests.House;

/// <summary>A separate database with one row of arbitrary values in each table, to test who can read it.</summary>
internal sealed class FilledTables : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onestop-tables-").FullName;

    /// <summary>All entity types that are queried by themselves.</summary>
    public static IReadOnlyList<IEntityType> Roots { get; } =
        [.. Model.GetEntityTypes().Where(e => e.BaseType is null && !e.IsOwned()).OrderBy(Trail.NameOf, StringComparer.Ordinal)];

    /// <summary>The model with all annotations of the mappings.</summary>
    public static IModel Model
    {
        get
        {
            using var db = new SqliteDesign().CreateDbContext([]);
            return db.GetService<IDesignTimeModel>().Model;
        }
    }

    /// <summary>Creates the database and its rows.</summary>
    public async Task Fill()
    {
        await MigratedDatabase.CopyTo(File);
        await using var db = Context(new Actor());
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        foreach (var table in Model.GetRelationalModel().Tables)
        {
            var columns = table.Columns.Where(c => c.ComputedColumnSql is null).ToList();
            var row = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select(SomeValue))})";
            await db.Database.ExecuteSqlRawAsync(row);
        }
    }

    /// <summary>Returns how many rows of an entity type an actor reads.</summary>
    public async Task<int> Count(IEntityType entity, Action<Actor> be)
    {
        var actor = new Actor();
        be(actor);
        await using var db = Context(actor);
        return await (Task<int>)GetType().GetMethod(nameof(CountOf))!.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
    }

    public static Task<int> CountOf<T>(OneStopDb db) where T : class => db.Set<T>().CountAsync();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File => Path.Combine(folder, "onestop.db");

    private SqliteOneStopDb Context(Actor actor) =>
        new(new DbContextOptionsBuilder<SqliteOneStopDb>().UseSqlite($"Data Source={File};Pooling=False").Options, actor, new WriteQueue());

    private static string SomeValue(IColumn column) => column.StoreType switch
    {
        "INTEGER" => "1",
        "REAL" => "1.0",
        "BLOB" => "X'00'",
        _ => "'1'",
    };
}
