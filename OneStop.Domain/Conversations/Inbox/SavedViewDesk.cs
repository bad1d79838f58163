using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Inbox;

/// <summary>保存した条件の窓口: my views of the inbox, and those that colleagues share.</summary>
[DisplayName("保存した条件")]
public sealed class SavedViewDesk(DeskContext desk, InboxBoard board)
{
    /// <summary>Returns my views and the shared ones, with their counts.</summary>
    [DisplayName("条件を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<SavedViewRow>> Offered()
    {
        desk.MayDo<SavedViewDesk>();
        var me = desk.Actor.StaffId;
        await using var db = await desk.Read();
        var views = await db.SavedViews.AsNoTracking().Where(v => v.StaffId == me || v.IsShared).OrderBy(v => v.IsShared).ThenBy(v => v.Name).ToListAsync();
        var (rows, mine) = (new List<SavedViewRow>(), await db.WithStoodInFor(me, desk.Now));
        foreach (var view in views)
            rows.Add(new(view.Id, view.Name, view.List, view.Filter, view.IsShared, view.StaffId == me, await board.Count(view.List, view.Filter, mine)));
        return rows;
    }

    /// <summary>Saves a list with its filter.</summary>
    /// <exception cref="RuleException">The name is missing or too long, or I have too many views.</exception>
    [DisplayName("条件を保存する")]
    [Allowed(Casework = true)]
    public async Task<Guid> Save(string name, InboxList list, InboxFilter filter, bool isShared)
    {
        desk.MayDo<SavedViewDesk>();
        var view = SavedView.Keep(desk.Actor.StaffId, name, list, filter, isShared, desk.Now);
        await desk.Change(async db =>
        {
            if (await db.SavedViews.CountAsync(v => v.StaffId == view.StaffId) >= SavedView.MostOfOne)
                throw new RuleException($"保存できる条件は{SavedView.MostOfOne}件までです。使わないものを削除してください。");
            db.SavedViews.Add(view);
        });
        return view.Id;
    }

    /// <summary>Removes one of my views; saving it again undoes that.</summary>
    [DisplayName("条件を削除する")]
    [Allowed(Casework = true)]
    public async Task Remove(Guid viewId)
    {
        desk.MayDo<SavedViewDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == viewId && v.StaffId == me) is { } view)
                db.SavedViews.Remove(view);
        });
    }
}
