using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Tests.Benchmarks;

/// <summary>Inserts entities without EF by one prepared statement, into the columns of EF's model, so that millions of rows take minutes.</summary>
internal sealed class RowWriter<T> : IDisposable where T : class
{
    private readonly IReadOnlyList<(IProperty Property, DbParameter Parameter)> columns;
    private readonly DbCommand insert;

    public RowWriter(OneStopDb db, DbConnection connection)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var properties = entity.GetFlattenedProperties().Where(p => p.GetComputedColumnSql() is null).ToList();
        insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", properties.Select(p => $"\"{ColumnOf(p, entity)}\""))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})";
        columns = [.. properties.Select((p, i) => (p, Parameter(i)))];
    }

    public void Write(T row)
    {
        foreach (var (property, parameter) in columns)
        {
            var value = ValueOf(row, property);
            parameter.Value = (property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();

    private DbParameter Parameter(int number)
    {
        var parameter = insert.CreateParameter();
        parameter.ParameterName = $"@p{number}";
        insert.Parameters.Add(parameter);
        return parameter;
    }

    private static string ColumnOf(IProperty property, IEntityType entity) => property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!))!;

    /// <summary>Returns a value of the row or of one of its complex properties; the version, a shadow property, begins at 0.</summary>
    private static object? ValueOf(object row, IProperty property)
    {
        if (property.IsShadowProperty())
            return 0;
        var holder = property.DeclaringType is IComplexType { ComplexProperty: var part } ? Read(row, part) : row;
        return holder is null ? null : Read(holder, property);
    }

    private static object? Read(object holder, IPropertyBase property) =>
        property.PropertyInfo is { } own ? own.GetValue(holder) : property.FieldInfo!.GetValue(holder);
}
