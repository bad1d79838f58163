using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// Carries out an erasure. It can be killed at any point: the ids of the person are in the order, every step looks for what is left, and the end is reached
/// only when nothing is.
/// </summary>
public sealed class ErasureRun(IDbContextFactory<OneStopDb> dbs, FileStore store, AuditKey key, TimeProvider clock)
{
    /// <summary>What was added while the steps ran is found by going through them again; more often than that, somebody is at work in it.</summary>
    private const int MostTimes = 3;

    /// <summary>Deletes everything.</summary>
    /// <returns>Whether nothing is left; if not, it is tried again later.</returns>
    public async Task<bool> Carry(Guid erasureId, CancellationToken stopping = default)
    {
        for (var times = 0; times < MostTimes; times++)
        {
            var steps = await Begin(erasureId);
            foreach (var (i, step) in steps.Index())
            {
                do
                    stopping.ThrowIfCancellationRequested();
                while (await Portion(erasureId, i + 1, step));
            }
            if (await Finish(erasureId))
                return true;
        }
        return false;
    }

    private Task<IReadOnlyList<IErasureStep>> Begin(Guid erasureId) => dbs.Change(async db =>
    {
        var now = clock.GetUtcNow();
        var (erasure, steps) = (await db.Erasures.SingleAsync(e => e.Id == erasureId), ErasurePlan.Of(db, store));
        erasure.Begin(steps.Count, now);
        var person = erasure.Person!;
        await db.CloseToStaff(person, now); // again after a restore
        db.SaveTogetherWith(() => db.ForgetLine(person, now));
        return steps;
    });

    private Task<bool> Portion(Guid erasureId, int place, IErasureStep step) => dbs.Change(async db =>
    {
        var erasure = await db.Erasures.SingleAsync(e => e.Id == erasureId);
        var portion = await step.Next(db, erasure.Person!);
        erasure.Advance(place, new(step.Table, portion.Deleted, portion.Kept));
        if (portion.Deleted > 0)
            db.RecordErasure(step.Table, erasureId, erasure.ClientId, portion.Deleted, key, clock.GetUtcNow());
        db.SaveTogetherWith(portion.Write);
        return portion.HasMore;
    });

    private Task<bool> Finish(Guid erasureId) => dbs.Change(async db =>
    {
        await db.TakeTurn(); // nobody adds a row between the look and the save
        var erasure = await db.Erasures.SingleAsync(e => e.Id == erasureId);
        var rows = new ErasedRows(erasure.Person!);
        foreach (var table in ErasurePlan.TablesOf(db))
            if (await db.CountRows(table, rows.Gone(table)) > 0)
                return false;
        erasure.Finish(clock.GetUtcNow());
        return true;
    });
}
