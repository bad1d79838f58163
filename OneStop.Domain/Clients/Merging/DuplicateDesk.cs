using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Duplicates;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Merging;

/// <summary>二重登録の窓口: pairs of clients who may be one person.</summary>
[DisplayName("二重登録のさがし出し")]
public sealed class DuplicateDesk(DeskContext desk)
{
    /// <summary>Returns pairs of clients who may be one person, the strongest reason first; without those that were found to be two.</summary>
    [DisplayName("同じ人かもしれない利用者を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<IReadOnlyList<DuplicatePair>> Suggestions()
    {
        desk.MayDo<DuplicateDesk>();
        await using var db = await desk.Read();
        var pairs = DuplicatePairs.In(await db.TraitsOf(db.Clients.Standing));
        var distinct = (await db.DistinctClients.Select(p => new { p.FirstId, p.SecondId }).ToListAsync()).Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        var left = pairs.Where(p => !distinct.Contains((p.First, p.Second))).Take(DuplicatePairs.MostShown).ToList();
        var ids = left.SelectMany(p => (Guid[])[p.First, p.Second]).ToList();
        var rows = desk.Show(await db.Clients.Where(c => ids.Contains(c.Id)).ToRows(db).ToListAsync()).ToDictionary(r => r.Id);
        return [.. left.Select(p => rows[p.First].Number < rows[p.Second].Number
            ? new DuplicatePair(rows[p.First], rows[p.Second], p.Reason)
            : new DuplicatePair(rows[p.Second], rows[p.First], p.Reason))]; // the older entry first: it is the one that stays
    }

    /// <summary>ちがう人: records that two clients are two persons.</summary>
    [DisplayName("ちがう人だと記録する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task TellApart(Guid oneId, Guid otherId)
    {
        desk.MayDo<DuplicateDesk>();
        return desk.Change(async db =>
        {
            var (first, second) = DistinctClients.InOrder(oneId, otherId);
            if (!await db.DistinctClients.AnyAsync(p => p.FirstId == first && p.SecondId == second))
                db.Add(DistinctClients.Of(oneId, otherId, desk.Actor.StaffId, desk.Now));
        });
    }

    /// <summary>Takes back that two clients are two persons.</summary>
    [DisplayName("ちがう人だという記録を取り消す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SuggestAgain(Guid oneId, Guid otherId)
    {
        desk.MayDo<DuplicateDesk>();
        return desk.Change(async db =>
        {
            var (first, second) = DistinctClients.InOrder(oneId, otherId);
            db.RemoveRange(await db.DistinctClients.Where(p => p.FirstId == first && p.SecondId == second).ToListAsync());
        });
    }
}
