using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Merging;

/// <summary>
/// 統合の窓口: entries that may be one person, compared and merged. Only who sees all facts may do it: what the filter hides would be left behind.
/// </summary>
[DisplayName("利用者の統合")]
public sealed class MergeDesk(DeskContext desk, IEnumerable<IWarnsOfMerge> warners)
{
    /// <summary>The key by which the merged client's LINE is chosen as the one that is used.</summary>
    public const string UsedFriend = "Client.FriendId";

    /// <summary>Compares two clients before a merge; null if one of them does not exist or was merged.</summary>
    [DisplayName("2人の利用者を比べる")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<MergeView?> Compare(Guid keptId, Guid mergedId)
    {
        desk.MayDo<MergeDesk>();
        foreach (var id in (Guid[])[keptId, mergedId])
            await desk.Open(db => db.Clients.Where(c => c.Id == id).ToRows(db).SingleOrDefaultAsync(), _ => OpenedRecord.Client(id));
        await using var db = await desk.Read();
        var rows = await db.Clients.Where(c => (c.Id == keptId || c.Id == mergedId) && c.MergedIntoId == null).ToRows(db).ToDictionaryAsync(r => r.Id);
        if (keptId == mergedId || rows.Count < 2)
            return null;
        var today = desk.Now.JapaneseDate;
        var fields = new List<MergeField>(MergeComparison.Differences(db.Entry(await db.Clients.SingleAsync(c => c.Id == keptId)),
            db.Entry(await db.Clients.SingleAsync(c => c.Id == mergedId)), today));
        var moving = new List<MovingRows>();
        foreach (var reference in db.ClientReferences)
        {
            var theirs = await db.RowsWith(reference.Table, reference.Column, mergedId);
            var mine = reference.IsOneForEach ? await db.RowsWith(reference.Table, reference.Column, keptId) : [];
            if (theirs.Count > 0 && mine is [var row])
                fields.AddRange(MergeComparison.Differences(row, theirs[0], today));
            else if (theirs.Count > 0)
                moving.Add(new(Trail.NameOf(reference.Table), theirs.Count));
        }
        if (rows[keptId].FriendNumber is { } used && rows[mergedId].FriendNumber is { } other)
            fields.Add(new(UsedFriend, nameof(Client), "これから送るLINE", Friends.Friend.NumberOf(used), Friends.Friend.NumberOf(other)));
        var warnings = new List<string>();
        foreach (var warner in warners)
            if (await warner.Warn(db, keptId, mergedId) is { } warning)
                warnings.Add(warning);
        return new() { Kept = rows[keptId], Merged = rows[mergedId], Fields = fields, Moving = moving, Warnings = warnings };
    }

    /// <summary>Merges one client into another. Everything that refers to the merged one belongs to the other from then on.</summary>
    /// <param name="fromMerged">The keys of the fields whose value is taken from the merged client.</param>
    /// <returns>The id of the merge, for undoing.</returns>
    /// <exception cref="RuleException">The two are one, or one of them was merged already.</exception>
    [DisplayName("利用者を統合する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<Guid> Merge(Guid keptId, Guid mergedId, IReadOnlyList<string> fromMerged)
    {
        desk.MayDo<MergeDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // nothing is added to the merged client between reading and saving
            var (kept, merged) = (await db.Clients.SingleAsync(c => c.Id == keptId), await db.Clients.SingleAsync(c => c.Id == mergedId));
            var (now, by) = (desk.Now, desk.Actor.StaffId);
            var merge = db.Add(ClientMerge.Of(kept, merged, by, now)).Entity;
            var changes = new MergeChanges(merge.Id, now);
            await db.TakeClient(kept, merged, fromMerged, changes, now);
            await db.MoveRows(kept, merged, fromMerged, changes, now);
            db.TakeFriend(kept, merged, fromMerged.Contains(UsedFriend), changes, by, now);
            db.AddRange(changes.Steps);
            return merge.Id;
        });
    }

    /// <summary>Undoes a merge. What was added or changed since stays with the client that it was written for.</summary>
    /// <returns>How many values stay as they are, because somebody has changed them since.</returns>
    /// <exception cref="RuleException">It is too late, or it was undone already.</exception>
    [DisplayName("利用者の統合を元に戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<int> Undo(Guid mergeId)
    {
        desk.MayDo<MergeDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn();
            var merge = await db.ClientMerges.SingleAsync(m => m.Id == mergeId);
            merge.Undo(desk.Actor.StaffId, desk.Now);
            var (kept, merged) = (await db.Clients.SingleAsync(c => c.Id == merge.SurvivorId), await db.Clients.SingleAsync(c => c.Id == merge.MergedId));
            var staying = 0;
            foreach (var step in await db.MergeSteps.Where(s => s.MergeId == mergeId).OrderByDescending(s => s.Order).ToListAsync())
            {
                var row = await db.RowOf(step.Table, step.RowId);
                if (step.IsRemoved)
                    MergeChanges.BringBack(db, step);
                else if (row is not null && step.IsAdded)
                    db.Remove(row.Entity);
                else if (row is null || !MergeChanges.TakeBack(step, row))
                    staying += step.IsAdded ? 0 : 1;
            }
            merged.ComeBack();
            kept.Fold();
            return staying;
        });
    }

    /// <summary>Returns the merges into a client, the latest first.</summary>
    [DisplayName("統合の記録を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<MergeRow>> Of(Guid clientId)
    {
        desk.MayDo<MergeDesk>();
        await using var db = await desk.Read();
        var merges = await (from m in db.ClientMerges
                            join c in db.Clients on m.MergedId equals c.Id
                            where m.SurvivorId == clientId && m.UndoneAt == null
                            orderby m.At descending
                            select new { m.Id, m.MergedId, c.Number, m.At }).ToListAsync();
        var now = desk.Now;
        return [.. merges.Select(m => new MergeRow(m.Id, m.MergedId, m.Number, m.At, now < m.At + ClientMerge.UndoneWithin && desk.Actor.SeesSupport))];
    }

    /// <summary>Returns the client into whom a client was merged; the client themselves if they were not.</summary>
    [DisplayName("統合した先の利用者をさがす")]
    [Allowed(Casework = true)]
    public async Task<Guid> SurvivorOf(Guid clientId)
    {
        desk.MayDo<MergeDesk>();
        await using var db = await desk.Read();
        var at = clientId;
        while (await db.Clients.Where(c => c.Id == at).Select(c => c.MergedIntoId).SingleOrDefaultAsync() is { } next)
            at = next;
        return at;
    }
}
