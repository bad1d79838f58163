using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Clients.Merging;

/// <summary>
/// Declares in a mapping what happens to rows when two clients are merged. Without a declaration they go along; only a row of which the surviving client
/// has its like already (<see cref="ClientReference.IsDoubled"/>) stays.
/// </summary>
internal static class MergeRules
{
    private const string Stays = "OneStop:StaysInMerge";
    private const string Ends = "OneStop:EndsWhenDoubled";
    private const string Vanishes = "OneStop:VanishesWhenDoubled";

    /// <summary>Keeps the rows where they are.</summary>
    /// <param name="because">The reason, for the reviewer.</param>
    public static void StaysInMerge<T>(this EntityTypeBuilder<T> table, string because) where T : class => table.HasAnnotation(Stays, because);

    /// <summary>Ends a row of which the surviving client has its like, and takes it along: it was so until now.</summary>
    /// <param name="end">The column of the end: an instant, null while it lasts.</param>
    public static void EndsWhenDoubled<T>(this EntityTypeBuilder<T> table, Expression<Func<T, DateTimeOffset?>> end) where T : class =>
        table.HasAnnotation(Ends, ((MemberExpression)end.Body).Member.Name);

    /// <summary>Deletes a row of which the surviving client has its like. For rows of plain columns, which an undo writes again.</summary>
    /// <param name="because">The reason, for the reviewer.</param>
    public static void VanishesWhenDoubled<T>(this EntityTypeBuilder<T> table, string because) where T : class => table.HasAnnotation(Vanishes, because);

    /// <summary>Returns the column that ends a doubled row; null if such rows do not end.</summary>
    public static string? EndOf(IReadOnlyEntityType table) => table.FindAnnotation(Ends)?.Value as string;

    /// <summary>Whether doubled rows are deleted.</summary>
    public static bool IsDeletedWhenDoubled(IReadOnlyEntityType table) => table.FindAnnotation(Vanishes) is not null;

    /// <summary>Returns the reason why the rows stay; null if they go along.</summary>
    public static string? ReasonToStay(IReadOnlyEntityType table) => table.FindAnnotation(Stays)?.Value as string;
}
