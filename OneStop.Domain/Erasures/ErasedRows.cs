using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Domain.Erasures;

/// <summary>
/// Which rows of a table are a person's, and which of them stay, as conditions in SQL that both engines accept. They contain ids of rows only, never
/// anything that was typed.
/// </summary>
internal sealed class ErasedRows(ErasedPerson person)
{
    private const string None = "1 = 0";

    /// <summary>
    /// The rows of the person. By the path to the person; a row whose other, required reference leads to them too (a merge, a pair) cannot stay either.
    /// </summary>
    public string Of(IEntityType table)
    {
        if (PersonPath.IsPerson(table))
            return In(table.FindPrimaryKey()!.Properties[0], table.ClrType == typeof(Clients.Client) ? person.Clients : person.Friends);
        var next = PersonPath.NextOf(table)!;
        var first = By(next);
        var others = PersonPath.StepsOf(table).Where(s => s.Column != next.Column && PersonPath.Say((IEntityType)s.To) is not null).ToList();
        return $"({string.Join(" OR ", others.Where(s => !s.Column.IsNullable).Select(By).Prepend(first)
            .Concat(next.Column.IsNullable ? others.Where(s => s.Column.IsNullable).Select(s => $"({Name(next.Column)} IS NULL AND {By(s)})") : []))})";
    }

    /// <summary>The rows of the person that stay.</summary>
    public string Kept(IEntityType table) =>
        ErasureRules.ReasonToKeep(table) is null ? None : ErasureRules.WhichAreKept(table) is { } which ? $"{Of(table)} AND ({which})" : Of(table);

    /// <summary>The rows of the person that are deleted.</summary>
    public string Gone(IEntityType table) =>
        ErasureRules.ReasonToKeep(table) is null ? Of(table) : ErasureRules.WhichAreKept(table) is { } which ? $"{Of(table)} AND NOT ({which})" : None;

    /// <summary>The name of a column, quoted.</summary>
    public static string Name(IReadOnlyProperty column) => $"\"{column.GetColumnName()}\"";

    /// <summary>The name of a table, quoted.</summary>
    public static string Name(IReadOnlyEntityType table) => $"\"{table.GetTableName()}\"";

    private string By(PersonStep step)
    {
        var (column, to) = ((IProperty)step.Column, (IEntityType)step.To);
        return PersonPath.IsPerson(to)
            ? In(column, to.ClrType == typeof(Clients.Client) ? person.Clients : person.Friends)
            : $"{Name(column)} IN (SELECT {Name(to.FindPrimaryKey()!.Properties[0])} FROM {Name(to)} WHERE {Of(to)})";
    }

    private static string In(IProperty column, IReadOnlyList<Guid> ids) => ids.Count == 0 ? None
        : $"{Name(column)} IN ({string.Join(", ", ids.Select(id => column.GetRelationalTypeMapping().GenerateSqlLiteral(id)))})";
}
