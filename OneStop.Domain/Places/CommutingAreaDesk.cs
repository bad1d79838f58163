using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Places;

/// <summary>A commuting area as shown.</summary>
/// <param name="SetBy">The name of who set it.</param>
public sealed record CommutingAreaRow(Guid Id, DateOnly From, ValueList<string> Codes, string Reason, string SetBy, DateTimeOffset SetAt);

/// <summary>通勤圏の窓口: where openings may be sought (仕様書 7(2)④(イ)).</summary>
[DisplayName("通勤圏")]
public sealed class CommutingAreaDesk(DeskContext desk)
{
    /// <summary>Announced when the area has changed.</summary>
    public const string Topic = "commuting-area";

    /// <summary>Returns all areas, the latest first.</summary>
    [DisplayName("通勤圏を見る")]
    [Allowed(Duty.OutreachOfficer, Casework = true)]
    public async Task<IReadOnlyList<CommutingAreaRow>> List()
    {
        desk.MayDo<CommutingAreaDesk>();
        await using var db = await desk.Read();
        var areas = from a in db.CommutingAreas
                    join s in db.Users on a.SetBy equals s.Id
                    orderby a.EffectiveFrom descending
                    select new CommutingAreaRow(a.Id, a.EffectiveFrom, a.Codes, a.Reason, s.Name, a.SetAt);
        return await areas.ToListAsync();
    }

    /// <summary>Names the area from a day on.</summary>
    /// <exception cref="RuleException">See <see cref="CommutingArea.From"/>; or an area begins on this day already.</exception>
    [DisplayName("通勤圏を決める")]
    [Allowed(Duty.Manager)]
    public Task<Guid> Set(Edit<CommutingAreaWish> edit)
    {
        desk.MayDo<CommutingAreaDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var area = CommutingArea.From(edit.Wish, desk.Actor.StaffId, desk.Now);
            if (await db.CommutingAreas.AnyAsync(a => a.EffectiveFrom == area.EffectiveFrom))
                throw new RuleException("その日から始まる通勤圏は、すでにあります。先にそちらを取り消してください。", nameof(CommutingAreaWish.From));
            return db.CommutingAreas.Add(area).Entity.Id;
        });
    }

    /// <summary>Takes an area back that has not begun.</summary>
    /// <exception cref="RuleException">It has begun.</exception>
    [DisplayName("通勤圏を取り消す")]
    [Allowed(Duty.Manager)]
    public Task TakeBack(Guid areaId)
    {
        desk.MayDo<CommutingAreaDesk>();
        return desk.Change(async db =>
        {
            var area = await db.CommutingAreas.SingleAsync(a => a.Id == areaId);
            if (area.HasBegun(ServiceDay.Of(desk.Now).Date))
                throw new RuleException("始まった通勤圏は取り消せません。あすからの通勤圏を新しく決めてください。");
            db.CommutingAreas.Remove(area);
        });
    }
}
