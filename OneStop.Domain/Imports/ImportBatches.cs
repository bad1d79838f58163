using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Imports;

/// <summary>An import of the past.</summary>
/// <param name="IsCutOff">Only a part of it was taken over.</param>
public sealed record ImportRow(Guid Id, string About, string FileName, string ImportedBy, DateTimeOffset ImportedAt, int Rows, bool IsCutOff,
    DateTimeOffset? UndoneAt);

/// <summary>How batches are taken over, taken back and listed.</summary>
public static class ImportBatches
{
    extension(IQueryable<ImportBatch> batches)
    {
        /// <summary>The rows of a screen, the latest first.</summary>
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
        /// Takes checked changes over: in one save, or in chunks of some, each of them saved with its share of the
        /// batch. What was taken over before a failure is in the batch and is undone with it.
        /// </summary>
        /// <param name="apply">Makes the changes of one chunk, keeps what was before for undoing, and returns how
        /// many things changed. It may be called again where somebody saved in between.</param>
        /// <exception cref="RuleException">There are faults, or nothing changes.</exception>
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

        /// <summary>取り消す</summary>
        /// <param name="putBack">Puts back what nobody changed since, and returns how much.</param>
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

        /// <summary>The imports of a kind, the latest first.</summary>
        internal async Task<ListPart<ImportRow>> Imports(string kind, ListQuery<NoFilter> query)
        {
            await using var db = await desk.Read();
            return await db.ImportBatches.AsNoTracking().Latest(kind, db).ToPart(query.Page);
        }
    }
}
