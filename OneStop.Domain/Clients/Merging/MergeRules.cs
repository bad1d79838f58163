using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Declares in a mapping that rows stay with their client when two clients are merged.</summary>
internal static class MergeRules
{
    private const string Stays = "OneStop:StaysInMerge";

    /// <summary>Keeps the rows where they are.</summary>
    /// <param name="because">The reason, for the reviewer.</param>
    public static void StaysInMerge<T>(this EntityTypeBuilder<T> table, string because) where T : class => table.HasAnnotation(Stays, because);

    /// <summary>Returns the reason why the rows stay; null if they go along.</summary>
    public static string? ReasonToStay(IReadOnlyEntityType table) => table.FindAnnotation(Stays)?.Value as string;
}
