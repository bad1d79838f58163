using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Clients;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Data;

/// <summary>
/// Reads all rows about one person from every table that has a path to a person (<see cref="PersonPath"/>). A new table takes part without being
/// named anywhere.
/// </summary>
internal sealed class PersonRows(CasePerson person)
{
    private readonly Dictionary<IEntityType, Task<List<object>>> read = [];

    /// <summary>The tables with rows about people.</summary>
    public static IEnumerable<IEntityType> Tables(IModel model) =>
        model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null && PersonPath.Say(e) is not null)
            .OrderBy(e => e.ClrType.Name, StringComparer.Ordinal);

    /// <summary>Returns the rows of a table that concern the person.</summary>
    public Task<List<object>> Of(OneStopDb db, IEntityType table) => read.TryGetValue(table, out var rows) ? rows : read[table] = Read(db, table);

    private async Task<List<object>> Read(OneStopDb db, IEntityType table)
    {
        if (PersonPath.IsPerson(table))
            return await By(db, table, table.FindPrimaryKey()!.Properties[0], IdsOf(table));
        var next = PersonPath.NextOf(table)!;
        return await By(db, table, (IProperty)next.Column, PersonPath.IsPerson(next.To) ? IdsOf(next.To) : await KeysOf(db, (IEntityType)next.To));
    }

    private IReadOnlyList<Guid> IdsOf(IReadOnlyEntityType people) =>
        people.ClrType != typeof(Client) ? person.Friends : person.ClientId is { } client ? [client] : [];

    private async Task<IReadOnlyList<Guid>> KeysOf(OneStopDb db, IEntityType table)
    {
        var key = table.FindPrimaryKey()!.Properties[0].GetGetter();
        return [.. (await Of(db, table)).Select(row => (Guid)key.GetClrValue(row)!)];
    }

    private static Task<List<object>> By(OneStopDb db, IEntityType table, IProperty column, IReadOnlyList<Guid> ids) =>
        (Task<List<object>>)typeof(PersonRows).GetMethod(nameof(Query))!.MakeGenericMethod(table.ClrType).Invoke(null, [db, column, ids])!;

    /// <summary>Reads the rows of a table whose column has one of the ids.</summary>
    public static async Task<List<object>> Query<T>(OneStopDb db, IProperty column, IReadOnlyList<Guid> ids) where T : class
    {
        var (rows, name) = (db.Set<T>().AsNoTracking(), column.Name);
        var concerned = column.ClrType == typeof(Guid)
            ? rows.Where(e => ids.Contains(EF.Property<Guid>(e, name)))
            : rows.Where(e => ids.Contains(EF.Property<Guid?>(e, name)!.Value));
        return [.. await concerned.ToListAsync()];
    }
}
