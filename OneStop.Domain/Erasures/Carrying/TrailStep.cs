using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// Deletes the values that the audit trail keeps of the person's rows. The entries stay, with ids and keyed digests, so that the chain holds. Values of
/// rows that belonged to somebody else for a while (a merge that was undone) are found by the row.
/// </summary>
internal sealed class TrailStep : IErasureStep
{
    /// <inheritdoc/>
    public string Table => nameof(AuditValue);

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var people = person.All;
        var rows = (await db.IdsOfAllRows(person)).Select(id => id.ToString()).ToList();
        var entries = await db.AuditEntries.Where(e => e.PersonId != null && people.Contains(e.PersonId.Value) && e.Act != AuditAct.Erased
            && e.Subject != nameof(Erasure) && db.AuditValues.Any(v => v.EntryId == e.Id)).Select(e => e.Id).ToListAsync();
        foreach (var some in rows.Chunk(500))
            entries.AddRange(await db.AuditEntries.Where(e => some.Contains(e.SubjectId) && e.Act != AuditAct.Erased && e.Subject != nameof(Erasure)
                && db.AuditValues.Any(v => v.EntryId == e.Id)).Select(e => e.Id).ToListAsync());
        var found = entries.Distinct().ToList();
        return new(found.Count, 0, () => db.DeleteValues(found));
    }
}

/// <summary>
/// Deletes the words of searches that contain a name, a number or the address of the person, or are a part of one: whoever looked for them typed them.
/// The entry and its digest stay. Before the names themselves are deleted.
/// </summary>
internal sealed class SearchWordStep : IErasureStep
{
    /// <inheritdoc/>
    public string Table => nameof(AuditValue);

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var marks = await db.MarksOf(person);
        var searches = marks.Count == 0 ? [] : await db.AuditValues.Where(v => db.AuditEntries.Any(e => e.Id == v.EntryId && e.Act == AuditAct.Searched))
            .Select(v => new { v.EntryId, v.After }).ToListAsync();
        var found = searches.Where(s => s.After is { } words && PersonMarks.Match(words, marks)).Select(s => s.EntryId).ToList();
        return new(found.Count, 0, () => db.DeleteValues(found));
    }
}

/// <summary>Erases values of the trail.</summary>
internal static class ErasedValues
{
    extension(OneStopDb db)
    {
        /// <summary>Deletes the values of entries.</summary>
        public async Task DeleteValues(IReadOnlyList<Guid> entries)
        {
            foreach (var some in entries.Chunk(500))
                await db.AuditValues.Where(v => some.Contains(v.EntryId)).ExecuteDeleteAsync();
        }

        /// <summary>Returns the ids of all rows of the person, in all tables.</summary>
        public async Task<HashSet<Guid>> IdsOfAllRows(ErasedPerson person)
        {
            var (rows, ids) = (new ErasedRows(person), new HashSet<Guid>());
            foreach (var table in ErasurePlan.TablesOf(db).Where(t => t.FindPrimaryKey()!.Properties is [{ ClrType: var type }] && type == typeof(Guid)))
                ids.UnionWith(await db.IdsIn(table, table.FindPrimaryKey()!.Properties[0], rows.Of(table)));
            return ids;
        }
    }
}
