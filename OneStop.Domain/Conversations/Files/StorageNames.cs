using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Conversations.Files;

/// <summary>
/// Finds all names in the file store that rows refer to, in every table of the model: the files of later features are backed up, and not taken for
/// what a killed portal left, without being named anywhere.
/// </summary>
public static class StorageNames
{
    extension(OneStopDb db)
    {
        /// <summary>Returns all names.</summary>
        public async Task<IReadOnlyList<string>> AllStorageNames()
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var column in db.Columns())
                names.UnionWith(await column.ToListAsync());
            return [.. names];
        }

        /// <summary>Whether a row refers to a name.</summary>
        public async Task<bool> Names(string storageName, CancellationToken stopping = default)
        {
            foreach (var column in db.Columns())
                if (await column.AnyAsync(name => name == storageName, stopping))
                    return true;
            return false;
        }

        private IEnumerable<IQueryable<string>> Columns() =>
            from table in db.Model.GetEntityTypes()
            from part in table.GetComplexProperties()
            where part.ClrType == typeof(FileContents)
            select (IQueryable<string>)typeof(StorageNames).GetMethod(nameof(ColumnOf), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(table.ClrType).Invoke(null, [db, part.PropertyInfo])!;
    }

    private static IQueryable<string> ColumnOf<T>(OneStopDb db, PropertyInfo part) where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var contents = Expression.Property(row, part);
        var isThere = Expression.Lambda<Func<T, bool>>(Expression.NotEqual(contents, Expression.Constant(null, typeof(FileContents))), row);
        var name = Expression.Lambda<Func<T, string>>(Expression.Property(contents, nameof(FileContents.StorageName)), row);
        return db.Set<T>().Where(isThere).Select(name);
    }
}
