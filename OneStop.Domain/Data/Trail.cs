using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// Says what the audit trail leaves out, and what guards a row against being saved over. A table that says nothing is recorded,
/// whoever changes it. An approved file lists all exceptions with their reasons.
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
        /// <summary>Records only what staff change.</summary>
        /// <param name="because">The reason. The list of exceptions shows it to the reviewer.</param>
        public void OnlyStaffInTrail(string because) => entity.HasAnnotation(Kept, OnlyStaff).HasAnnotation(Left, because);

        /// <summary>Records no change of these rows.</summary>
        /// <param name="because">The reason. The list of exceptions shows it to the reviewer.</param>
        public void NotInTrail(string because) => entity.HasAnnotation(Kept, Nothing).HasAnnotation(Left, because);

        /// <summary>A save fails if another one changed the row since it was read; <see cref="Changes"/> then reads it and applies the change again.</summary>
        public void Versioned() => entity.Property<int>(Version).IsConcurrencyToken();
    }

    /// <summary>A change of this column leaves no trace: it is worked out from others, or changes with every message.</summary>
    public static PropertyBuilder<T> NotInTrail<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static PropertyBuilder NotInTrail(this PropertyBuilder property) => property.HasAnnotation(Left, true);

    /// <inheritdoc cref="NotInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> NotInTrail<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <summary>
    /// That this column changed is recorded with keyed digests of its values, and the values nowhere: bodies, secrets, what must be erasable.
    /// </summary>
    public static PropertyBuilder<T> DigestInTrail<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Hidden, true);

    /// <inheritdoc cref="DigestInTrail{T}(PropertyBuilder{T})"/>
    public static ComplexTypePropertyBuilder<T> DigestInTrail<T>(this ComplexTypePropertyBuilder<T> property) => property.HasAnnotation(Hidden, true);

    /// <summary>Is a change of these rows recorded? A part that lies in its owner's row goes with the owner.</summary>
    public static bool IsInTrail(IReadOnlyEntityType entity, bool byStaff) => Owner(entity).FindAnnotation(Kept)?.Value switch
    {
        Nothing => false,
        OnlyStaff => byStaff,
        _ => true,
    };

    public static bool IsInTrail(IReadOnlyProperty property) => property.FindAnnotation(Left) is null && !IsVersion(property);

    /// <summary>Are the values kept too, and not only their digests?</summary>
    public static bool KeepsValues(IReadOnlyProperty property) => property.FindAnnotation(Hidden) is null;

    /// <summary>The reason for which changes of these rows are not recorded, or only those of staff; null if all are.</summary>
    public static string? ReasonToLeave(IReadOnlyEntityType entity) => entity.FindAnnotation(Left)?.Value as string;

    /// <summary>What the trail calls a row: its kind, and for a part that lies in its owner's row the owner's.</summary>
    public static string NameOf(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { PrincipalToDependent.Name: var part } ownership
        ? $"{NameOf(ownership.PrincipalEntityType)}.{part}"
        : entity.ClrType.Name.Split('`')[0];

    /// <summary>
    /// Is the row guarded? A thing of the office may have a version of its own (the wording that somebody agreed to), which is another matter.
    /// </summary>
    public static bool IsVersioned(IEntityType entity) => entity.FindProperty(Version) is { } property && IsVersion(property);

    public static bool IsVersion(IReadOnlyProperty property) => property.Name == Version && property.IsShadowProperty();

    private static IReadOnlyEntityType Owner(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { } ownership ? Owner(ownership.PrincipalEntityType) : entity;
}
