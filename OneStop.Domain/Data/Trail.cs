using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// Declares in a table's mapping what the audit trail leaves out, and the version that guards a row against lost updates. A table without a
/// declaration is recorded, whoever changes it. An approved file lists all exceptions with their reasons.
/// </summary>
internal static class Trail
{
    private const string Kept = "OneStop:Trail";
    private const string Left = "OneStop:NotInTrail";
    private const string Hidden = "OneStop:DigestInTrail";
    private const string OnlyStaff = "staff";
    private const string Nothing = "nothing";
    public const string Version = "Version";

    extension<T>(EntityTypeBuilder<T> entity) where T : class
    {
        /// <summary>Records only changes by staff.</summary>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void OnlyStaffInTrail(string because) => entity.HasAnnotation(Kept, OnlyStaff).HasAnnotation(Left, because);

        /// <summary>Records no changes of these rows.</summary>
        /// <param name="because">The reason, for the reviewer; the approved file lists it.</param>
        public void NotInTrail(string because) => entity.HasAnnotation(Kept, Nothing).HasAnnotation(Left, because);

        /// <summary>
        /// Adds a version: a save fails if the row has changed since it was read, and <see cref="Changes"/> reads it and applies the change again.
        /// </summary>
        public void Versioned() => entity.Property<int>(Version).IsConcurrencyToken();
    }

    /// <summary>Leaves a column out of the trail: it is computed from others, or changes with every message.</summary>
    public static PropertyBuilder<T> NotInTrail<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static PropertyBuilder NotInTrail(this PropertyBuilder property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> NotInTrail<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <summary>Records changes of this column by keyed digests instead of values: for message texts, secrets, and what must be erasable.</summary>
    public static PropertyBuilder<T> DigestInTrail<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Hidden, true);

    /// <inheritdoc cref="DigestInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> DigestInTrail<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Hidden, true);

    /// <inheritdoc cref="DigestInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder DigestInTrail(this ComplexTypePropertyBuilder property) => property.HasAnnotation(Hidden, true);

    /// <summary>Whether changes of these rows are recorded. A part stored in its owner's row follows the owner.</summary>
    public static bool IsInTrail(IReadOnlyEntityType entity, bool byStaff) => Owner(entity).FindAnnotation(Kept)?.Value switch
    {
        Nothing => false,
        OnlyStaff => byStaff,
        _ => true,
    };

    public static bool IsInTrail(IReadOnlyProperty property) => property.FindAnnotation(Left) is null && !IsVersion(property);

    /// <summary>Whether the values are recorded too, not only their digests.</summary>
    public static bool KeepsValues(IReadOnlyProperty property) => property.FindAnnotation(Hidden) is null;

    /// <summary>Returns the reason why changes of these rows are not recorded, or only those by staff; null if all are.</summary>
    public static string? ReasonToLeave(IReadOnlyEntityType entity) => entity.FindAnnotation(Left)?.Value as string;

    /// <summary>Returns the name of a row in the trail: its type; for a part stored in its owner's row, the owner's name comes first.</summary>
    public static string NameOf(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { PrincipalToDependent.Name: var part } ownership
        ? $"{NameOf(ownership.PrincipalEntityType)}.{part}"
        : entity.ClrType.Name.Split('`')[0];

    /// <summary>
    /// Whether the row has a concurrency version. A property named Version of the domain itself (the edition of a wording) is something else.
    /// </summary>
    public static bool IsVersioned(IEntityType entity) => entity.FindProperty(Version) is { } property && IsVersion(property);

    public static bool IsVersion(IReadOnlyProperty property) => property.Name == Version && property.IsShadowProperty();

    private static IReadOnlyEntityType Owner(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { } ownership ? Owner(ownership.PrincipalEntityType) : entity;
}
