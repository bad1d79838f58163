using OneStop.Domain.Imports;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>
/// How the columns of one source are read, by their headings: the field of each, empty for one that is not read. A source may add or move columns
/// without the mapping being lost.
/// </summary>
public sealed record RememberedColumns(IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Returns what a map says about its headings.</summary>
    public static RememberedColumns Of(ColumnMap map) =>
        new(map.Columns.Where(c => c.Head.Length > 0).DistinctBy(c => c.Head).ToDictionary(c => c.Head, c => c.Field ?? ""));

    /// <summary>Returns the fields of a sheet's columns.</summary>
    /// <param name="heads">The headings, by column.</param>
    internal Dictionary<int, string> In(IReadOnlyDictionary<int, string> heads)
    {
        var taken = new HashSet<string>();
        return heads.Where(h => Fields.TryGetValue(h.Value, out var field) && (field.Length == 0 || taken.Add(field)))
            .ToDictionary(h => h.Key, h => Fields[h.Value]);
    }
}
