using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain;
using OneStop.Domain.Data;
using OneStop.Tests.House;

namespace OneStop.Tests.Clients.Merging;

/// <summary>A row of any table that refers to a client, so that tables of later features are tested without a line for each.</summary>
internal static class SomeRow
{
    /// <summary>Inserts a row past the domain, with arbitrary values and without foreign keys.</summary>
    /// <returns>The row's id.</returns>
    public static async Task<Guid> Of(OneStopDb db, string table, string column, Guid clientId)
    {
        var type = FilledTables.Model.GetEntityTypes().Single(t => !t.IsOwned() && Trail.NameOf(t) == table);
        var id = Guid.CreateVersion7(TestOneStop.Japan("2026-10-05T09:00"));
        var key = type.FindPrimaryKey()!.Properties.Single();
        var columns = type.GetTableMappings().Single().Table.Columns.Where(c => c.ComputedColumnSql is null && !c.IsNullable || c.Name == column).ToList();
        var values = columns.Select(c => c.PropertyMappings[0] is var mapping && mapping.Property == key ? Literal(mapping, id)
            : mapping.Property.Name == column ? Literal(mapping, clientId)
            : Literal(mapping, Some(mapping.Property.ClrType)));
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        var insert = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", values)})";
        await db.Database.ExecuteSqlRawAsync(insert.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON");
        return id;
    }

    private static string Literal(IColumnMapping mapping, object value) => mapping.TypeMapping.GenerateSqlLiteral(value);

    private static object Some(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(Guid) => Guid.CreateVersion7(TestOneStop.Japan("2026-10-05T09:00")),
        _ when type == typeof(DateTimeOffset) => TestOneStop.Japan("2026-10-05T09:00"),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 10, 5),
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        { IsValueType: true } => Activator.CreateInstance(type)!,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ValueList<>) =>
            Activator.CreateInstance(type, Array.CreateInstance(type.GetGenericArguments()[0], 0))!,
        _ when type.GetProperty("None") is { GetMethod.IsStatic: true } none => none.GetValue(null)!,
        _ => Activator.CreateInstance(type, nonPublic: true)!,
    };
}
