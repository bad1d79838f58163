using Microsoft.EntityFrameworkCore.Metadata;

namespace OneStop.Domain.Data;

/// <summary>A column in the trail.</summary>
/// <param name="Name">With the names of the complex values that contain it.</param>
/// <param name="Within">The complex value that contains it; null if none.</param>
internal sealed record TrailField(string Name, IProperty Property, IComplexProperty? Within)
{
    /// <summary>Returns all columns of a row, including those of nested complex values.</summary>
    public static IEnumerable<TrailField> Of(IEntityType entity) => Of(entity, "", null);

    private static IEnumerable<TrailField> Of(ITypeBase type, string before, IComplexProperty? within) =>
    [
        .. type.GetProperties().Select(p => new TrailField(before + p.Name, p, within)),
        .. type.GetComplexProperties().SelectMany(c => Of(c.ComplexType, $"{before}{c.Name}.", c)),
    ];
}
