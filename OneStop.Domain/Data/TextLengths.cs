using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// The length limits of texts that staff save: the column's length, or for columns without one the longest text that staff can write anywhere.
/// Checked in every save, so that new fields have a limit too; a page's own check can be bypassed. Without it SQLite would store any length, and SQL
/// Server would fail.
/// </summary>
public static class TextLengths
{
    /// <summary>
    /// Twice the longest answer (five LINE messages), because a draft can contain an answer that was taken back and the text typed since.
    /// </summary>
    public const int LongestText = 60_000;

    private const string Exempt = "OneStop:AnyLength";

    /// <summary>Exempts a column whose text the service makes from limited parts.</summary>
    internal static PropertyBuilder<string> AnyLength(this PropertyBuilder<string> property) => property.HasAnnotation(Exempt, true);

    /// <summary>Returns the most characters of a column; null if it has no limit.</summary>
    public static int? LongestOf(IReadOnlyProperty property) =>
        property.FindAnnotation(Exempt) is not null ? null : property.GetMaxLength() ?? LongestText;

    /// <summary>Refuses a save with a text that is too long.</summary>
    /// <exception cref="RuleException">A text is too long; the message gives the limit.</exception>
    internal static void Check(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            Check(entry.Properties, entry.ComplexProperties);
    }

    /// <summary>Checks the row and all nested complex values.</summary>
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
