using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OneStop.Domain.Clients.Merging;

/// <summary>A column of a table that refers to a client. Found in the model, so that the rows of later features are merged without code of their own.</summary>
internal sealed partial record ClientReference(IEntityType Table, IProperty Column)
{
    /// <summary>Whether each client has one row at most, as with facts: then the fields are chosen one by one.</summary>
    public bool IsOneForEach => Keys.Any(k => k.Properties.Count == 1 && k.GetFilter() is null);

    /// <summary>The unique keys with the column.</summary>
    private IEnumerable<IIndex> Keys => Table.GetIndexes().Where(i => i.IsUnique && i.Properties.Contains(Column));

    /// <summary>
    /// Returns all columns that refer to a client, by a foreign key or by their name. A column that is part of its row's key cannot change; such a
    /// table declares that it stays, or gets an id of its own.
    /// </summary>
    /// <param name="model">The model of the design time, which knows the filters of keys.</param>
    public static IReadOnlyList<ClientReference> Of(IModel model) =>
        [.. model.GetEntityTypes().Where(t => !t.IsOwned() && MergeRules.ReasonToStay(t) is null)
            .SelectMany(t => t.GetProperties().Where(c => RefersToClient(c) && !c.IsPrimaryKey()).Select(c => new ClientReference(t, c)))];

    /// <summary>
    /// Whether a row cannot go along, because the client that stays has one with the same values in a unique key: both have somebody in charge, or the
    /// same pin. What becomes of it, its table declares (<see cref="MergeRules"/>).
    /// </summary>
    public bool IsDoubled(EntityEntry their, IReadOnlyList<EntityEntry> mine) => Keys.Any(key => IsIn(key, their)
        && mine.Any(m => IsIn(key, m) && key.Properties.Where(p => p != Column).All(p => Equals(m.CurrentValues[p.Name], their.CurrentValues[p.Name]))));

    private static bool RefersToClient(IProperty column) =>
        column.GetContainingForeignKeys().Any(k => k.Properties.Count == 1 && k.PrincipalEntityType.ClrType == typeof(Client))
        || (column.Name == "ClientId" && !column.IsForeignKey());

    /// <summary>Whether a key covers a row: its filter is that a column is null, or any other, which then counts as covering.</summary>
    private static bool IsIn(IIndex key, EntityEntry row) =>
        key.GetFilter() is not { } filter || Nothing().Match(filter) is not { Success: true } match || row.CurrentValues[match.Groups["column"].Value] is null;

    [GeneratedRegex("^[\\[\"](?<column>\\w+)[\\]\"] IS NULL$", RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();
}
