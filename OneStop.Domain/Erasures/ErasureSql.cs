using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures;

/// <summary>The statements that erase a person's rows of one table, in their order.</summary>
/// <remarks>
/// Bulk statements and not tracked rows: the audit trail would write down the old value of each deleted field, which is what must go. What was done to
/// the table is recorded as one entry instead.
/// </remarks>
internal static class ErasureSql
{
    /// <summary>Returns the statements. Each can be repeated, and changes nothing the second time.</summary>
    public static IReadOnlyList<string> For(IEntityType table, ErasedRows rows)
    {
        var keeps = ErasureRules.ReasonToKeep(table) is not null;
        var deletes = !keeps || ErasureRules.WhichAreKept(table) is not null;
        return
        [
            .. deletes ? Loosen(table, rows) : [],
            .. deletes ? [$"DELETE FROM {ErasedRows.Name(table)} WHERE {rows.Gone(table)}"] : Array.Empty<string>(),
            .. keeps && EmptiedIn(table).Count > 0 ? [Empty(table, rows)] : Array.Empty<string>(), // a row of which all stays is left alone
        ];
    }

    /// <summary>The columns of a row that stays which are emptied.</summary>
    public static IReadOnlyList<IColumn> EmptiedIn(IEntityType table)
    {
        var kept = ErasureRules.KeptColumns(table);
        return [.. TableOf(table).Columns.Where(c => c.ComputedColumnSql is null && !c.PropertyMappings.Any(m => IsKept(m.Property, kept)))];
    }

    /// <summary>Optional references to rows that are deleted are emptied, whoever's row has them: it stays, if it is another person's.</summary>
    private static IEnumerable<string> Loosen(IEntityType table, ErasedRows rows) =>
        from key in table.GetReferencingForeignKeys()
        where key.Properties is [{ IsNullable: true }] && key.DeclaringEntityType.GetTableName() is not null
        let column = ErasedRows.Name(key.Properties[0])
        let gone = $"SELECT {ErasedRows.Name(key.PrincipalKey.Properties[0])} FROM {ErasedRows.Name(table)} WHERE {rows.Gone(table)}"
        select $"UPDATE {ErasedRows.Name(key.DeclaringEntityType)} SET {column} = NULL WHERE {column} IN ({gone})";

    private static string Empty(IEntityType table, ErasedRows rows)
    {
        var emptied = EmptiedIn(table).Select(c => $"\"{c.Name}\" = {Nothing(c)}");
        var version = Trail.IsVersioned(table) ? [$"\"{Trail.Version}\" = \"{Trail.Version}\" + 1"] : Array.Empty<string>();
        return $"UPDATE {ErasedRows.Name(table)} SET {string.Join(", ", emptied.Concat(version))} WHERE {rows.Kept(table)}";
    }

    private static string Nothing(IColumn column)
    {
        var (mapping, type) = (column.PropertyMappings[0].TypeMapping, column.PropertyMappings[0].Property.ClrType);
        return column.IsNullable ? "NULL" : mapping.GenerateSqlLiteral(Nothing(type));
    }

    private static object? Nothing(Type type) => type == typeof(string) ? ""
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? Activator.CreateInstance(type, Array.CreateInstance(type.GetGenericArguments()[0], 0))
        : Activator.CreateInstance(type);

    /// <summary>Whether a column is named, by itself, by the value that contains it, or by what it refers to; key and version stay anyway.</summary>
    private static bool IsKept(IProperty column, IReadOnlyList<string> names) => column.IsPrimaryKey() || Trail.IsVersion(column)
        || names.Contains(NameIn(column.DeclaringType) ?? column.Name)
        || column.GetContainingForeignKeys().Any(k => k.DependentToPrincipal is { } reference && names.Contains(reference.Name));

    /// <summary>The name of the outermost value that contains a column; null if it is a column of the row itself.</summary>
    private static string? NameIn(ITypeBase type) => type switch
    {
        IComplexType value => NameIn(value.ComplexProperty.DeclaringType) ?? value.ComplexProperty.Name,
        IEntityType part => part.FindOwnership()?.PrincipalToDependent?.Name,
        _ => null,
    };

    private static ITable TableOf(IEntityType table) => table.GetTableMappings().First().Table;
}
