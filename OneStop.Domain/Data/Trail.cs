using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>Words that tables use to say what the audit trail records, and what guards a row against being saved over.</summary>
internal static class Trail
{
    private const string Kept = "OneStop:Trail";
    private const string Left = "OneStop:NotInTrail";
    public const string Version = "Version";

    extension<T>(EntityTypeBuilder<T> entity) where T : class
    {
        /// <summary>Changes of these rows are recorded in the audit trail.</summary>
        /// <param name="onlyStaff">Only those that staff make; what the client or the clock does is recorded by the row itself.</param>
        public void InTrail(bool onlyStaff = false) => entity.HasAnnotation(Kept, onlyStaff ? "staff" : "all");

        /// <summary>Two who change the row at the same time do not overwrite each other: the second one reads again.</summary>
        public void Versioned() => entity.Property<int>(Version).IsConcurrencyToken();
    }

    /// <summary>This column's values never enter the audit trail: bodies, secrets, and what changes with every message.</summary>
    public static PropertyBuilder<T> NotInTrail<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static PropertyBuilder NotInTrail(this PropertyBuilder property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> NotInTrail<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    public static bool IsInTrail(IEntityType entity, bool byStaff) => entity.FindAnnotation(Kept)?.Value is string who && (byStaff || who == "all");

    public static bool IsInTrail(IProperty property) => property.FindAnnotation(Left) is null && !IsVersion(property);

    /// <summary>Is the row guarded? A thing of the office may have a version of its own (the wording that somebody agreed to), which is another matter.</summary>
    public static bool IsVersioned(IEntityType entity) => entity.FindProperty(Version) is { } property && IsVersion(property);

    private static bool IsVersion(IProperty property) => property.Name == Version && property.IsShadowProperty();
}
