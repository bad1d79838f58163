using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Loads rows of any table of the model, to be changed.</summary>
internal static class MergeRows
{
    private static readonly MethodInfo Load = typeof(MergeRows).GetMethod(nameof(Where), BindingFlags.NonPublic | BindingFlags.Static)!;

    extension(OneStopDb db)
    {
        /// <summary>Returns the rows of a table in which a column has this id.</summary>
        public async Task<IReadOnlyList<EntityEntry>> RowsWith(IReadOnlyEntityType table, IReadOnlyProperty column, Guid id)
        {
            var rows = await (Task<IReadOnlyList<object>>)Load.MakeGenericMethod(table.ClrType).Invoke(null, [db, column, id])!;
            return [.. rows.Select(r => db.Entry(r))];
        }

        /// <summary>Returns a table by its name in the trail.</summary>
        public IEntityType TypeOf(string table) => db.Model.GetEntityTypes().Single(t => !t.IsOwned() && Trail.NameOf(t) == table);

        /// <summary>Returns a row by its id; null if it is gone.</summary>
        public async Task<EntityEntry?> RowOf(string table, Guid id)
        {
            var type = db.TypeOf(table);
            return (await db.RowsWith(type, type.FindPrimaryKey()!.Properties[0], id)).SingleOrDefault();
        }
    }

    extension(EntityEntry row)
    {
        /// <summary>The row's own id.</summary>
        public Guid RowId => (Guid)row.CurrentValues[row.Metadata.FindPrimaryKey()!.Properties[0]]!;

        /// <summary>Returns a column by its name in the trail: with the names of the values that contain it.</summary>
        public PropertyEntry At(string column)
        {
            var path = column.Split('.');
            if (path is [var own])
                return row.Property(own);
            var part = path[1..^1].Aggregate(row.ComplexProperty(path[0]), (at, name) => at.ComplexProperty(name));
            return part.Property(path[^1]);
        }
    }

    private static async Task<IReadOnlyList<object>> Where<T>(OneStopDb db, IReadOnlyProperty column, Guid id) where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var value = Expression.Call(typeof(EF), nameof(EF.Property), [column.ClrType], row, Expression.Constant(column.Name));
        var isTheirs = Expression.Lambda<Func<T, bool>>(
            Expression.Equal(value, Expression.Convert(((Expression<Func<Guid>>)(() => id)).Body, column.ClrType)), row);
        return await db.Set<T>().Where(isTheirs).ToListAsync();
    }
}
