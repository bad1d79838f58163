using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Lists;

/// <summary>一覧の見え方の窓口: every signed-in member of staff arranges their own lists only.</summary>
[DisplayName("一覧の見え方")]
public sealed class ListDesk(DeskContext desk)
{
    /// <summary>Returns the columns of a list that I have hidden.</summary>
    [DisplayName("自分が隠した列を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<ColumnNames> HiddenIn(string list)
    {
        desk.MayDo<ListDesk>();
        await using var db = await desk.Read();
        return (await Mine(db.ListLayouts.AsNoTracking(), list))?.Hidden ?? ColumnNames.None;
    }

    /// <summary>Hides these columns of a list for me, and no others.</summary>
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

    /// <summary>Returns my views of a list.</summary>
    [DisplayName("自分の保存した表示を見る")]
    [Allowed(AnyStaff = true)]
    public async Task<IReadOnlyList<ListViewRow>> Views(string list)
    {
        desk.MayDo<ListDesk>();
        await using var db = await desk.Read();
        return await Mine(db.ListViews).Where(v => v.List == list).OrderBy(v => v.Name).Select(v => new ListViewRow(v.Id, v.Name, v.Address)).ToListAsync();
    }

    /// <summary>Saves the state of a list under a name.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already, or I have too many views.</exception>
    [DisplayName("一覧の表示を保存する")]
    [Allowed(AnyStaff = true)]
    public async Task Keep(string list, string name, string address)
    {
        desk.MayDo<ListDesk>();
        var view = ListView.Keep(desk.Actor.StaffId, list, name, address, desk.Now);
        await desk.Change(async db =>
        {
            await RefuseTwice(db, view);
            if (await Mine(db.ListViews).CountAsync(v => v.List == list) >= ListView.MostOfOne)
                throw new RuleException($"保存できる表示は{ListView.MostOfOne}件までです。使わないものを削除してください。");
            db.ListViews.Add(view);
        });
    }

    /// <summary>Renames one of my views.</summary>
    /// <exception cref="RuleException">The name is missing, too long, or exists already.</exception>
    /// <exception cref="ConflictException{T}">I have renamed it in another window.</exception>
    [DisplayName("保存した表示の名前を変える")]
    [Allowed(AnyStaff = true)]
    public async Task Rename(Guid viewId, Edit<NameWish> edit)
    {
        desk.MayDo<ListDesk>();
        await desk.Change(async db =>
        {
            var view = await Mine(db.ListViews).SingleAsync(v => v.Id == viewId);
            view.Rename(db.Accept(edit, view, v => new NameWish(v.Name)).Name);
            await RefuseTwice(db, view);
        });
    }

    /// <summary>Removes one of my views; saving it again undoes that.</summary>
    [DisplayName("保存した表示を削除する")]
    [Allowed(AnyStaff = true)]
    public async Task Remove(Guid viewId)
    {
        desk.MayDo<ListDesk>();
        await desk.Change(async db => db.ListViews.RemoveRange(await Mine(db.ListViews).Where(v => v.Id == viewId).ToListAsync()));
    }

    private async Task RefuseTwice(OneStopDb db, ListView view)
    {
        if (await Mine(db.ListViews).AnyAsync(v => v.List == view.List && v.Name == view.Name && v.Id != view.Id))
            throw new RuleException($"「{view.Name}」という表示は、すでにあります。", nameof(NameWish.Name));
    }

    private IQueryable<ListView> Mine(IQueryable<ListView> views)
    {
        var me = desk.Actor.StaffId;
        return views.Where(v => v.StaffId == me);
    }

    private Task<ListLayout?> Mine(IQueryable<ListLayout> layouts, string list)
    {
        var me = desk.Actor.StaffId;
        return layouts.SingleOrDefaultAsync(l => l.StaffId == me && l.List == list);
    }
}
