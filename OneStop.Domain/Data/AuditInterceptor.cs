using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Data;

/// <summary>
/// Writes the audit trail in every save, so that no desk can forget it. It does not see <c>ExecuteUpdate</c> and raw SQL, which are therefore not
/// used on tables in the trail.
/// </summary>
public sealed class AuditInterceptor(AuditKey key, TimeProvider clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is OneStopDb db)
            await Record(db);
        return await base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is OneStopDb db)
            Record(db).AsTask().GetAwaiter().GetResult(); // Data Protection saves its keys synchronously; this completes synchronously there
        return base.SavingChanges(eventData, result);
    }

    private async ValueTask Record(OneStopDb db)
    {
        var byStaff = db.Actor.Kind == ActorKind.Staff;
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && Trail.IsInTrail(e.Metadata, byStaff))
            .ToList();
        var persons = await new PersonLookup(db).Find(changed);
        foreach (var entry in changed)
            Record(db, entry, persons.TryGetValue(entry, out var person) ? person : null);
        foreach (var written in db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added))
            written.Entity.Authenticate(key);
    }

    private void Record(OneStopDb db, EntityEntry entry, Guid? personId)
    {
        var fields = FieldsOf(entry).ToList();
        if (fields.Count == 0)
            return;

        var subject = Trail.NameOf(entry.Metadata);
        var id = string.Join("|", entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(entry.CurrentValues[p])));
        var digests = JsonSerializer.Serialize(fields.Select(f => new[] { f.Name, key.Digest(id, f.Name, f.Before), key.Digest(id, f.Name, f.After) }));
        var written = db.Record(ActOf(entry.State), subject, id, personId, digests, clock.GetUtcNow());
        db.AuditValues.AddRange(fields.Where(f => f.IsKept).Select(f => AuditValue.Of(written.Id, f.Name, f.Before, f.After)));
    }

    private static IEnumerable<(string Name, string? Before, string? After, bool IsKept)> FieldsOf(EntityEntry entry)
    {
        foreach (var (name, property, within) in TrailField.Of(entry.Metadata).Where(f => Trail.IsInTrail(f.Property)))
        {
            var before = entry.State == EntityState.Added || IsNothing(entry.OriginalValues, within) ? null : Text(entry.OriginalValues[property]);
            var after = entry.State == EntityState.Deleted || IsNothing(entry.CurrentValues, within) ? null : Text(entry.CurrentValues[property]);
            if (before != after)
                yield return (name, before, after, Trail.KeepsValues(property));
        }
    }

    /// <summary>Whether an optional complex value is absent: its columns then have default values only (an instant in the year 1, an empty id).</summary>
    private static bool IsNothing(PropertyValues values, IComplexProperty? value) => value is { IsNullable: true }
        && value.ComplexType.GetProperties()
        .All(p => values[p] is null || values[p]!.Equals(p.ClrType.IsValueType ? Activator.CreateInstance(p.ClrType) : null));

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable<Duty> duties => string.Join(",", duties),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static AuditAct ActOf(EntityState state) => state switch
    {
        EntityState.Added => AuditAct.Added,
        EntityState.Deleted => AuditAct.Removed,
        _ => AuditAct.Changed,
    };
}
