using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Merging;

/// <summary>The changes of one merge: each is made on a tracked row, so that it is in the trail, and written down for the way back.</summary>
internal sealed class MergeChanges(Guid mergeId, DateTimeOffset now)
{
    private readonly List<MergeStep> steps = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<MergeStep> Steps => steps;

    /// <summary>Sets a column of a row.</summary>
    /// <param name="column">With the names of the values that contain it.</param>
    public void Set(EntityEntry row, string column, object? value)
    {
        var at = row.At(column);
        var (before, after) = (Text(at, at.CurrentValue), Text(at, value));
        if (before == after)
            return;
        at.CurrentValue = value;
        Write(row, column, before, after);
    }

    /// <summary>Writes down that a row was added.</summary>
    public void Add(EntityEntry row) => Write(row, "", null, null);

    /// <summary>Deletes a row of plain columns.</summary>
    public void Remove(EntityEntry row)
    {
        Write(row, "", JsonSerializer.Serialize(Plain(row.Metadata).ToDictionary(p => p.Name, p => row.CurrentValues[p]), JsonLists.Written), null);
        row.State = EntityState.Deleted;
    }

    /// <summary>Writes a deleted row again.</summary>
    public static void BringBack(OneStopDb db, MergeStep step)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(step.Before!, JsonLists.Written)!;
        var row = db.Entry(Activator.CreateInstance(db.TypeOf(step.Table).ClrType, nonPublic: true)!);
        foreach (var property in Plain(row.Metadata))
            row.Property(property.Name).CurrentValue = values[property.Name].Deserialize(property.ClrType, JsonLists.Written);
        row.State = EntityState.Added;
    }

    private static IEnumerable<IProperty> Plain(IEntityType table) => table.GetProperties().Where(p => !p.IsShadowProperty());

    /// <summary>Takes a step back, unless somebody has changed the value since.</summary>
    /// <returns>Whether it was taken back.</returns>
    public static bool TakeBack(MergeStep step, EntityEntry row)
    {
        var at = row.At(step.Column);
        if (Text(at, at.CurrentValue) != step.After)
            return false;
        at.CurrentValue = JsonSerializer.Deserialize(step.Before!, at.Metadata.ClrType, JsonLists.Written);
        return true;
    }

    private static string Text(PropertyEntry at, object? value) => JsonSerializer.Serialize(value, at.Metadata.ClrType, JsonLists.Written);

    private void Write(EntityEntry row, string column, string? before, string? after) =>
        steps.Add(MergeStep.Of(mergeId, steps.Count, Trail.NameOf(row.Metadata), row.RowId, column, before, after, now));
}
