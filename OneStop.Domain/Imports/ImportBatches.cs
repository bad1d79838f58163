using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Imports;

/// <summary>An import of the past as a row on screen.</summary>
/// <param name="IsCutOff">Whether only a part of it was applied.</param>
public sealed record ImportRow(Guid Id, string About, string FileName, string ImportedBy, DateTimeOffset ImportedAt, int Rows, bool IsCutOff,
    DateTimeOffset? UndoneAt);

/// <summary>Applies, undoes and lists imports.</summary>
public static class ImportBatches
{
    extension(IQueryable<ImportBatch> batches)
    {
        /// <summary>Selects the rows of a screen, the latest first.</summary>
        public IQueryable<ImportRow> Latest(string kind, OneStopDb db) =>
            from b in batches
            join s in db.Users on b.ImportedBy equals s.Id
            where b.Kind == kind
            orderby b.ImportedAt descending
            select new ImportRow(b.Id, b.About, b.FileName, s.Name, b.ImportedAt, b.Rows, b.TakenOver < b.Planned, b.UndoneAt);
    }

    extension(DeskContext desk)
    {
        /// <summary>
        /// Applies checked changes, in one save or in chunks, each saved together with its share of the batch. What was applied before a failure is
        /// recorded in the batch and can be undone with it.
        /// </summary>
        /// <param name="apply">Applies one chunk, stores the old values for undoing, and returns how many things changed. It may be called again
        /// after a conflict.</param>
        /// <exception cref="RuleException">There are faults, or nothing to change.</exception>
        internal async Task<ImportDone> TakeOver<T>(string kind, ImportCheck check, IReadOnlyList<T> changes,
            Func<OneStopDb, Guid, IReadOnlyList<T>, Task<int>> apply, IProgress<int>? progress = null, int chunk = int.MaxValue)
        {
            if (check.Faults.Count > 0)
                throw new RuleException("直すところがあるため、取り込めません。");
            if (changes.Count == 0)
                throw new RuleException("いまと同じため、取り込むものがありません。");
            var (id, now, rows, done) = (Guid.CreateVersion7(desk.Now), desk.Now, 0, 0);
            foreach (var part in changes.Chunk(chunk))
            {
                rows += await desk.Change(async db =>
                {
                    var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id)
                        ?? db.ImportBatches.Add(ImportBatch.Of(id, kind, check, changes.Count, desk.Actor.StaffId, now)).Entity;
                    var changed = await apply(db, id, part);
                    batch.Grow(part.Length, changed);
                    return changed;
                });
                progress?.Report(done += part.Length);
            }
            return new(id, rows);
        }

        /// <summary>取り消す: undoes a batch.</summary>
        /// <param name="putBack">Restores what nobody has changed since, and returns how many things.</param>
        internal Task<int> Undo(string kind, Guid batchId, Func<OneStopDb, Task<int>> putBack) => desk.Change(async db =>
        {
            (await db.ImportBatches.SingleAsync(b => b.Id == batchId && b.Kind == kind)).Undo(desk.Actor.StaffId, desk.Now);
            return await putBack(db);
        });

        /// <summary>Undoes <see cref="Undo"/>.</summary>
        internal Task<int> Redo(string kind, Guid batchId, Func<OneStopDb, Task<int>> putBack) => desk.Change(async db =>
        {
            (await db.ImportBatches.SingleAsync(b => b.Id == batchId && b.Kind == kind)).Redo();
            return await putBack(db);
        });

        /// <summary>Returns the imports of a kind, the latest first.</summary>
        internal async Task<ListPart<ImportRow>> Imports(string kind, ListQuery<NoFilter> query)
        {
            await using var db = await desk.Read();
            return await db.ImportBatches.AsNoTracking().Latest(kind, db).ToPart(query.Page);
        }
    }
}
