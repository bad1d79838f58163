using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OneStop.Domain.Data;

/// <summary>
/// Finds the person whom each row of a save concerns. Most rows contain the id, or the row that they refer to is loaded. What is not loaded is read
/// with one query for each kind of row in between.
/// </summary>
internal sealed class PersonLookup(OneStopDb db)
{
    private readonly Dictionary<EntityEntry, Guid> found = [];
    private readonly List<Waiting> waiting = [];
    private Dictionary<(IReadOnlyEntityType, Guid), EntityEntry>? loaded;

    /// <summary>Returns the person of each row that concerns one.</summary>
    public async ValueTask<IReadOnlyDictionary<EntityEntry, Guid>> Find(IEnumerable<EntityEntry> rows)
    {
        foreach (var row in rows)
            Walk(row, row);
        while (waiting.Count > 0)
            await ReadOn();
        return found;
    }

    /// <summary>Follows the references from row to row as far as rows are loaded.</summary>
    private void Walk(EntityEntry row, EntityEntry at)
    {
        if (PersonPath.IsPerson(at.Metadata))
            found[row] = (Guid)ValueOf(at, at.Metadata.FindPrimaryKey()!.Properties[0])!;
        else if (PersonPath.NextOf(at.Metadata) is { } next && ValueOf(at, (IProperty)next.Column) is Guid id)
            Go(row, next.To, id);
    }

    private void Go(EntityEntry row, IReadOnlyEntityType to, Guid id)
    {
        if (PersonPath.IsPerson(to))
            found[row] = id;
        else if ((loaded ??= Loaded()).TryGetValue((to, id), out var next))
            Walk(row, next);
        else
            waiting.Add(new(row, (IEntityType)to, id));
    }

    /// <summary>For a deleted row, the value before counts.</summary>
    private static object? ValueOf(EntityEntry row, IProperty column) =>
        row.State == EntityState.Deleted ? row.OriginalValues[column] : row.CurrentValues[column];

    private Dictionary<(IReadOnlyEntityType, Guid), EntityEntry> Loaded() => db.ChangeTracker.Entries()
        .Where(e => e.Metadata.FindPrimaryKey()?.Properties is [{ ClrType: var type }] && type == typeof(Guid))
        .ToDictionary(e => ((IReadOnlyEntityType)e.Metadata, (Guid)ValueOf(e, e.Metadata.FindPrimaryKey()!.Properties[0])!));

    private async Task ReadOn()
    {
        var now = waiting.GroupBy(w => w.At).ToList();
        waiting.Clear();
        foreach (var kind in now)
        {
            var next = PersonPath.NextOf(kind.Key)!;
            var read = (Task<Dictionary<Guid, Guid?>>)GetType().GetMethod(nameof(Read))!.MakeGenericMethod(kind.Key.ClrType)
                .Invoke(null, [db, kind.Select(w => w.Id).Distinct().ToList(), next.Column])!;
            var ids = await read;
            foreach (var one in kind)
                if (ids.GetValueOrDefault(one.Id) is { } id)
                    Go(one.Row, next.To, id);
        }
    }

    /// <summary>
    /// Reads without the people filter: the actor may not see people, but the person concerned by their change is recorded all the same, and shown to
    /// nobody.
    /// </summary>
    public static Task<Dictionary<Guid, Guid?>> Read<T>(OneStopDb db, List<Guid> ids, IReadOnlyProperty column) where T : class
    {
        var (key, next) = (db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties[0].Name, column.Name);
        var rows = db.Set<T>().AsNoTracking().IgnoreQueryFilters([OneStopDb.PeopleFilter, OneStopDb.SupportFilter]).Where(e => ids.Contains(EF.Property<Guid>(e, key)));
        var pairs = column.ClrType == typeof(Guid)
            ? rows.Select(e => new { Id = EF.Property<Guid>(e, key), Next = (Guid?)EF.Property<Guid>(e, next) })
            : rows.Select(e => new { Id = EF.Property<Guid>(e, key), Next = EF.Property<Guid?>(e, next) });
        return pairs.ToDictionaryAsync(p => p.Id, p => p.Next);
    }

    private sealed record Waiting(EntityEntry Row, IEntityType At, Guid Id);
}
