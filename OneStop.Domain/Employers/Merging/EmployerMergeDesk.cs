using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OneStop.Domain.Clients.Merging;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers.Merging;

/// <summary>An entry that may be the same employer.</summary>
public sealed record AlikeEmployer(EmployerRow Employer, LikenessReason Reason);

/// <summary>Two entries that may be one employer.</summary>
public sealed record AlikePair(EmployerRow First, EmployerRow Second, LikenessReason Reason);

/// <summary>A merge as shown.</summary>
/// <param name="By">The name of who merged.</param>
public sealed record EmployerMergeRow(Guid Id, Guid SurvivorId, string Survivor, string Merged, DateTimeOffset At, string By, bool CanBeUndone);

/// <summary>求人事業者の重なりの窓口: finds two entries of one employer, and makes them one.</summary>
[DisplayName("求人事業者の重なり")]
public sealed class EmployerMergeDesk(DeskContext desk, EmployerCare care)
{
    /// <summary>The most pairs that are shown at once.</summary>
    public const int MostPairs = 100;

    /// <summary>
    /// Returns the entries that may be the same as what was typed, before it is saved. What is not complete yet is compared as far as it goes.
    /// </summary>
    /// <param name="employerId">The entry that is being corrected; null for a new one.</param>
    [DisplayName("同じ求人事業者がないかさがす")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public async Task<IReadOnlyList<AlikeEmployer>> Alike(Guid? employerId, EmployerWish typed)
    {
        desk.MayDo<EmployerMergeDesk>();
        if (string.IsNullOrWhiteSpace(typed.Name))
            return [];
        await using var db = await desk.Read();
        var found = await db.Alike(typed.Traits(employerId ?? Guid.Empty));
        var rows = await Rows(db, [.. found.Select(f => f.Id)]);
        return [.. found.Where(f => rows.ContainsKey(f.Id)).Select(f => new AlikeEmployer(rows[f.Id], f.Reason))];
    }

    /// <summary>Returns the pairs that may be one employer, the strongest reason first.</summary>
    [DisplayName("重なっている求人事業者を見る")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public async Task<IReadOnlyList<AlikePair>> Pairs()
    {
        desk.MayDo<EmployerMergeDesk>();
        await using var db = await desk.Read();
        var pairs = (await db.AlikePairs()).Take(MostPairs).ToList();
        var rows = await Rows(db, [.. pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct()]);
        return [.. pairs.Select(p => new AlikePair(rows[p.First], rows[p.Second], p.Reason))];
    }

    /// <summary>Returns the merges, the latest first.</summary>
    [DisplayName("まとめた求人事業者を見る")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public async Task<IReadOnlyList<EmployerMergeRow>> Merges()
    {
        desk.MayDo<EmployerMergeDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var merges = from m in db.EmployerMerges.AsNoTracking()
                     join s in db.Employers on m.SurvivorId equals s.Id
                     join g in db.Employers on m.MergedId equals g.Id
                     join u in db.Users on m.By equals u.Id
                     where m.Undoing == null
                     orderby m.At descending
                     select new { Merge = m, Survivor = s.Name, Merged = g.Name, By = u.Name };
        return [.. (await merges.Take(MostPairs).ToListAsync()).Select(m => new EmployerMergeRow(m.Merge.Id, m.Merge.SurvivorId, m.Survivor, m.Merged,
            m.Merge.At, m.By, m.Merge.CanBeUndone(now)))];
    }

    /// <summary>Merges an entry into another: everything of it goes over, and what the other does not know is taken from it.</summary>
    /// <returns>The id of the merge, for undoing.</returns>
    /// <exception cref="RuleException">See <see cref="EmployerMerge.Of"/>.</exception>
    [DisplayName("求人事業者をまとめる")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Merge(Guid survivorId, Guid mergedId)
    {
        desk.MayDo<EmployerMergeDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // nothing is written to the merged entry between this look and the save
            db.SeeEverybody("ties to clients go over with the rest; nothing of them is shown");
            var (survivor, merged) = (await db.Employers.SingleAsync(e => e.Id == survivorId), await db.Employers.SingleAsync(e => e.Id == mergedId));
            var merge = EmployerMerge.Of(survivor, merged, await Move(db, mergedId, survivorId), desk.Actor.StaffId, desk.Now);
            return db.EmployerMerges.Add(merge).Entity.Id;
        });
    }

    /// <summary>Undoes a merge: what went over and is still there goes back.</summary>
    /// <exception cref="RuleException">See <see cref="EmployerMerge.Undo"/>.</exception>
    [DisplayName("まとめた求人事業者を元に戻す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Undo(Guid mergeId)
    {
        desk.MayDo<EmployerMergeDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn();
            db.SeeEverybody("ties to clients go back with the rest; nothing of them is shown");
            var merge = await db.EmployerMerges.SingleAsync(m => m.Id == mergeId);
            var survivor = await db.Employers.SingleAsync(e => e.Id == merge.SurvivorId);
            var merged = await db.Employers.SingleAsync(e => e.Id == merge.MergedId);
            merge.Undo(survivor, merged, desk.Actor.StaffId, desk.Now);
            await MoveBack(db, merge);
            survivor.Met(await LastContact(db, survivor.Id, merge));
        });
    }

    /// <summary>Records that two entries are two employers.</summary>
    /// <returns>Its id, for undoing.</returns>
    [DisplayName("別の求人事業者だと記録する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Distinguish(Guid one, Guid other)
    {
        desk.MayDo<EmployerMergeDesk>();
        return desk.Change(async db =>
        {
            var pair = DistinctEmployers.Of(one, other, desk.Actor.StaffId, desk.Now);
            return await db.DistinctEmployers.SingleOrDefaultAsync(d => d.FirstId == pair.FirstId && d.SecondId == pair.SecondId) is { } known
                ? known.Id
                : db.DistinctEmployers.Add(pair).Entity.Id;
        });
    }

    /// <summary>Takes that back.</summary>
    [DisplayName("別の求人事業者だという記録を取り消す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Confuse(Guid distinctId)
    {
        desk.MayDo<EmployerMergeDesk>();
        return desk.Change(async db => db.DistinctEmployers.RemoveRange(await db.DistinctEmployers.Where(d => d.Id == distinctId).ToListAsync()));
    }

    /// <summary>The tables whose rows belong to an employer, found in the model, so that those of later features go along without code of their own.</summary>
    private static IEnumerable<(IEntityType Table, IProperty Column)> Belonging(OneStopDb db) =>
        from table in db.Model.GetEntityTypes()
        where table.ClrType != typeof(Employer) && table.ClrType != typeof(EmployerMerge) && table.ClrType != typeof(DistinctEmployers)
        from key in table.GetForeignKeys()
        where key.PrincipalEntityType.ClrType == typeof(Employer) && key.Properties is [_]
        select (table, key.Properties[0]);

    private static async Task<IReadOnlyList<MovedRow>> Move(OneStopDb db, Guid from, Guid to)
    {
        var moved = new List<MovedRow>();
        foreach (var (table, column) in Belonging(db))
            foreach (var row in await db.RowsWith(table, column, from))
            {
                row.Property(column.Name).CurrentValue = to;
                moved.Add(new(table.ClrType.Name, (Guid)row.Property("Id").CurrentValue!));
            }
        return moved;
    }

    private static async Task MoveBack(OneStopDb db, EmployerMerge merge)
    {
        var moved = merge.Rows.ToHashSet();
        foreach (var (table, column) in Belonging(db))
            foreach (var row in await db.RowsWith(table, column, merge.SurvivorId))
                if (moved.Contains(new(table.ClrType.Name, (Guid)row.Property("Id").CurrentValue!)))
                    row.Property(column.Name).CurrentValue = merge.MergedId;
    }

    private static async Task<DateTimeOffset?> LastContact(OneStopDb db, Guid employerId, EmployerMerge merge)
    {
        var gone = merge.Rows.Select(r => r.Id).ToList();
        return await db.OutreachContacts.Where(c => c.EmployerId == employerId && c.Annulment == null && !gone.Contains(c.Id))
            .MaxAsync(c => (DateTimeOffset?)c.At);
    }

    private async Task<IReadOnlyDictionary<Guid, EmployerRow>> Rows(OneStopDb db, IReadOnlyList<Guid> ids) =>
        (await care.Marked(await db.Employers.AsNoTracking().Where(e => ids.Contains(e.Id)).ToRows(db).ToListAsync())).ToDictionary(r => r.Id);
}
