using Microsoft.EntityFrameworkCore.Metadata;

namespace OneStop.Domain.Data;

/// <summary>A column of which the trail speaks.</summary>
/// <param name="Name">With the names of the values that it lies in.</param>
/// <param name="Within">The optional value that it lies in; null if it stands by itself.</param>
internal sealed record TrailField(string Name, IProperty Property, IComplexProperty? Within)
{
    /// <summary>All columns of a row, those of values within values too.</summary>
    public static IEnumerable<TrailField> Of(IEntityType entity) => Of(entity, "", null);

    private static IEnumerable<TrailField> Of(ITypeBase type, string before, IComplexProperty? within) =>
    [
        .. type.GetProperties().Select(p => new TrailField(before + p.Name, p, within)),
        .. type.GetComplexProperties().SelectMany(c => Of(c.ComplexType, $"{before}{c.Name}.", c)),
    ];
}
