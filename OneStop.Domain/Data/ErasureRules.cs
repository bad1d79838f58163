using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// Declares in a mapping what stays of a table's rows when their person is erased (消去). A table without a declaration keeps nothing. Of a row that
/// stays, only the named columns stay: a column that is added later is emptied until somebody says otherwise. An approved file lists all of it.
/// </summary>
internal static class ErasureRules
{
    private const string Because = "OneStop:KeptAtErasure";
    private const string Condition = "OneStop:KeptAtErasureIf";
    private const string Kept = "OneStop:KeptAtErasureColumns";

    /// <summary>Keeps rows, without their person.</summary>
    /// <param name="because">The reason, for the reviewer: a figure that counts them, or a duty to keep them.</param>
    /// <param name="where">Which rows, as a condition in SQL that both engines accept; null for all. It must still hold after the columns are emptied.</param>
    /// <param name="columns">The columns and values that stay. The key stays anyway.</param>
    public static void KeptAtErasure<T>(this EntityTypeBuilder<T> table, string because, string? where, params Expression<Func<T, object?>>[] columns)
        where T : class
    {
        table.HasAnnotation(Because, because).HasAnnotation(Kept, string.Join(", ", columns.Select(Announcing.Column).Order(StringComparer.Ordinal)));
        if (where is not null)
            table.HasAnnotation(Condition, where);
    }

    /// <summary>Returns the reason why rows stay; null if none do.</summary>
    public static string? ReasonToKeep(IReadOnlyEntityType table) => table.FindAnnotation(Because)?.Value as string;

    /// <summary>Returns the condition of the rows that stay; null if all do.</summary>
    public static string? WhichAreKept(IReadOnlyEntityType table) => table.FindAnnotation(Condition)?.Value as string;

    /// <summary>Returns the names of the columns and values that stay.</summary>
    public static IReadOnlyList<string> KeptColumns(IReadOnlyEntityType table) => (table.FindAnnotation(Kept)?.Value as string)?.Split(", ") ?? [];
}
