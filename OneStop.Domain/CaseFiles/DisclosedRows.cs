using System.ComponentModel;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.CaseFiles;

/// <summary>The rows of one table that concern a person, as names and values.</summary>
public sealed record DisclosedTable(string Name, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows);

/// <summary>Turns rows into names and values, by the model, without technical columns.</summary>
internal static class DisclosedRows
{
    extension(OneStopDb db)
    {
        /// <summary>Returns all rows about a person, except those of tables that declare a reason not to disclose them.</summary>
        public async Task<IReadOnlyList<DisclosedTable>> DisclosedOf(CasePerson person)
        {
            var (rows, tables) = (new PersonRows(person), new List<DisclosedTable>());
            foreach (var table in PersonRows.Tables(db.Model).Where(t => PersonSeams.ReasonNotDisclosed(t) is null))
                if (await rows.Of(db, table) is { Count: > 0 } found)
                    tables.Add(new(table.ClrType.Name, [.. found.Select(row => Values(table, row))]));
            return tables;
        }
    }

    private static Dictionary<string, object?> Values(ITypeBase type, object row)
    {
        var values = new Dictionary<string, object?>();
        foreach (var property in type.GetProperties().Where(PersonSeams.IsDisclosed))
            values[NameOf(property)] = property.PropertyInfo?.GetValue(row);
        foreach (var part in type.GetComplexProperties().Where(p => !p.IsCollection))
            values[NameOf(part)] = part.PropertyInfo?.GetValue(row) is { } value ? Values(part.ComplexType, value) : null;
        foreach (var part in type is IEntityType entity ? entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsCollection) : [])
            values[NameOf(part)] = part.PropertyInfo?.GetValue(row) is { } value ? Values(part.TargetEntityType, value) : null;
        return values;
    }

    private static string NameOf(IPropertyBase property) => property.PropertyInfo?.GetCustomAttribute<DisplayNameAttribute>()?.DisplayName ?? property.Name;
}
