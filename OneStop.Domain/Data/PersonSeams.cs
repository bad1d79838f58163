using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// Declares in a mapping what the case file of a person leaves out. A table about a person without a declaration is shown in the timeline by some
/// feature and is part of what the person may see of themselves (開示). An approved file lists all exceptions with their reasons.
/// </summary>
internal static class PersonSeams
{
    private const string NoTimeline = "OneStop:NotInTimeline";
    private const string NoDisclosure = "OneStop:NotDisclosed";

    extension<T>(EntityTypeBuilder<T> entity) where T : class
    {
        /// <summary>Leaves the rows out of the timeline.</summary>
        /// <param name="because">The reason, for the reviewer.</param>
        public void NotInTimeline(string because) => entity.HasAnnotation(NoTimeline, because);

        /// <summary>Leaves the rows out of what the person may see of themselves.</summary>
        /// <param name="because">The reason, for the reviewer.</param>
        public void NotDisclosed(string because) => entity.HasAnnotation(NoDisclosure, because);
    }

    /// <summary>Leaves a column out of what the person may see: a key that would open something.</summary>
    public static PropertyBuilder<T> NotDisclosed<T>(this PropertyBuilder<T> property) => property.HasAnnotation(NoDisclosure, true);

    /// <summary>Returns the reason why the timeline leaves the table out; null if it does not.</summary>
    public static string? ReasonOutOfTimeline(IReadOnlyEntityType entity) => entity.FindAnnotation(NoTimeline)?.Value as string;

    /// <summary>Returns the reason why the rows are not disclosed; null if they are.</summary>
    public static string? ReasonNotDisclosed(IReadOnlyEntityType entity) => entity.FindAnnotation(NoDisclosure)?.Value as string;

    /// <summary>Whether a column is disclosed: not what is computed, technical or a key.</summary>
    public static bool IsDisclosed(IReadOnlyProperty property) =>
        !property.IsShadowProperty() && property.ClrType != typeof(byte[]) && Trail.IsInTrail(property) && property.FindAnnotation(NoDisclosure) is null;
}
