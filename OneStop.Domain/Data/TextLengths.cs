using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// How long the texts may be that staff save: as long as their column, and where a column has no length, as long as the longest thing that
/// anybody writes here. Looked at in every save, so that a field that is added tomorrow has its limit; a page's own limit can be
/// gone round. Without it SQLite keeps anything and SQL Server fails.
/// </summary>
public static class TextLengths
{
    /// <summary>Twice the longest answer (five messages of LINE): one that was taken back stands before what was typed since.</summary>
    public const int LongestText = 60_000;

    private const string Exempt = "OneStop:AnyLength";

    /// <summary>This column holds what the service makes of what is limited elsewhere.</summary>
    internal static PropertyBuilder<string> AnyLength(this PropertyBuilder<string> property) => property.HasAnnotation(Exempt, true);

    /// <summary>The most characters of a text; null where it has no limit.</summary>
    public static int? LongestOf(IReadOnlyProperty property) =>
        property.FindAnnotation(Exempt) is not null ? null : property.GetMaxLength() ?? LongestText;

    /// <summary>Refuses a save that would keep a text that is too long.</summary>
    /// <exception cref="RuleException">One is; the sentence says how long it may be.</exception>
    internal static void Check(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            Check(entry.Properties, entry.ComplexProperties);
    }

    /// <summary>Of the row, and of the values within it, however deep.</summary>
    private static void Check(IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> parts)
    {
        Check(properties);
        foreach (var part in parts)
            Check(part.Properties, part.ComplexProperties);
    }

    private static void Check(IEnumerable<PropertyEntry> properties)
    {
        foreach (var property in properties.Where(p => p.CurrentValue is string && (p.IsModified || p.EntityEntry.State == EntityState.Added)))
        {
            if (LongestOf(property.Metadata) is { } longest && ((string)property.CurrentValue!).Length > longest)
                throw new RuleException($"文が長すぎます。{longest.ToString("N0", CultureInfo.InvariantCulture)}文字までにしてください。");
        }
    }
}
