using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Lists;

/// <summary>一覧の見え方の窓口: everybody who is signed in arranges their own lists, and nobody else's.</summary>
[DisplayName("一覧の見え方")]
public sealed class ListDesk(DeskContext desk)
{
    /// <summary>The columns of a list that I have put away.</summary>
    [DisplayName("自分が隠した列を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<ColumnNames> HiddenIn(string list)
    {
        desk.MayDo<ListDesk>();
        await using var db = await desk.Read();
        return (await Mine(db.ListLayouts.AsNoTracking(), list))?.Hidden ?? ColumnNames.None;
    }

    /// <summary>From now on I look at a list without these columns.</summary>
    [DisplayName("自分の一覧の列を選ぶ")]
    [Allowed(AnyStaff = true)]
    public async Task Hide(string list, ColumnNames columns)
    {
        desk.MayDo<ListDesk>();
        await desk.Change(async db =>
        {
            var layout = await Mine(db.ListLayouts, list);
            if (layout is null)
                db.ListLayouts.Add(layout = ListLayout.Of(desk.Actor.StaffId, list));
            layout.Hide(columns);
        });
    }

    private Task<ListLayout?> Mine(IQueryable<ListLayout> layouts, string list)
    {
        var me = desk.Actor.StaffId;
        return layouts.SingleOrDefaultAsync(l => l.StaffId == me && l.List == list);
    }
}
