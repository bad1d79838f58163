using System.ComponentModel;
using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Merging;

/// <summary>A field of which the two clients have different values.</summary>
/// <param name="Key">Table and column.</param>
/// <param name="Kept">The value of the client that stays, in words; empty if it is not known.</param>
public sealed record MergeField(string Key, string Table, string Label, string Kept, string Merged)
{
    /// <summary>Whether the merged client's value is taken unless somebody decides otherwise: what is known is kept.</summary>
    public bool TakesMerged => Kept.Length == 0;
}

/// <summary>Compares two clients field by field.</summary>
internal static class MergeComparison
{
    /// <summary>The fields of the client's own row between which somebody chooses.</summary>
    public static IReadOnlyDictionary<string, string> OfClient { get; } = new Dictionary<string, string>
    {
        [nameof(Client.FullName)] = "氏名",
        [nameof(Client.Kana)] = "ふりがな",
        [nameof(Client.BirthDate)] = "生年月日",
        [nameof(Client.Name)] = "呼び名",
    };

    /// <summary>Returns the key of a column, as choices name it.</summary>
    public static string KeyOf(EntityEntry row, string column) => $"{Trail.NameOf(row.Metadata)}.{column}";

    /// <summary>Returns the columns between which somebody chooses: all with a name on screen.</summary>
    public static IEnumerable<(string Column, PropertyInfo Fact, string Label)> FieldsOf(EntityEntry row) => row.Entity is Client
        ? OfClient.Select(f => (f.Key, typeof(Client).GetProperty(f.Key)!, f.Value))
        : from field in TrailField.Of(row.Metadata)
          let fact = field.Property.PropertyInfo
          where fact?.GetCustomAttribute<DisplayNameAttribute>() is not null
          orderby fact.MetadataToken // as the form has them
          select (field.Name, fact, fact.GetCustomAttribute<DisplayNameAttribute>()!.DisplayName);

    /// <summary>Returns the fields of two rows that differ.</summary>
    public static IEnumerable<MergeField> Differences(EntityEntry kept, EntityEntry merged, DateOnly today) =>
        from field in FieldsOf(kept)
        let mine = FactWords.Say(field.Fact, kept.At(field.Column).CurrentValue, today)
        let theirs = FactWords.Say(field.Fact, merged.At(field.Column).CurrentValue, today)
        where mine != theirs && theirs.Length > 0
        select new MergeField(KeyOf(kept, field.Column), Trail.NameOf(kept.Metadata), field.Label, mine, theirs);
}
