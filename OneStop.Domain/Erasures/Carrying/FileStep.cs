using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// Deletes rows that name files in the store, of any table. The bytes go first: if the portal is killed in between, the row still names them and the step
/// is done again, whereas bytes without a row would never be found.
/// </summary>
internal sealed class FileStep(IEntityType table, FileStore store) : IErasureStep
{
    private readonly TableStep rows = new(table);

    /// <inheritdoc/>
    public string Table => rows.Table;

    /// <summary>Whether rows of a table name files.</summary>
    public static bool HasFiles(IEntityType table) => NamesIn(table).Any();

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var gone = new ErasedRows(person).Gone(table);
        foreach (var name in NamesIn(table))
            store.DeleteAll(await db.TextsIn(table, name, gone));
        return await rows.Next(db, person);
    }

    private static IEnumerable<string> NamesIn(IEntityType table) => table.GetTableMappings().First().Table.Columns
        .Where(c => c.PropertyMappings.Any(m => IsStorageName(m.Property))).Select(c => c.Name);

    private static bool IsStorageName(IProperty column) =>
        column.Name == nameof(FileContents.StorageName) && column.DeclaringType.ClrType == typeof(FileContents);
}
