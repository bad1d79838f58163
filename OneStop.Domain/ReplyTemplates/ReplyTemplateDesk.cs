using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>
/// 定型文の窓口: writing, finding and using templates. All caseworkers use the shared ones and write their own; only the manager changes the shared
/// ones, being responsible for what the service says. <see cref="TemplateFolder"/> contains that rule.
/// </summary>
[DisplayName("定型文")]
public sealed class ReplyTemplateDesk(DeskContext desk)
{
    /// <summary>Announced when templates have changed.</summary>
    public const string Topic = "templates";

    /// <summary>Returns the shared templates and mine.</summary>
    /// <param name="isRetired">Whether to return the retired templates instead of those on offer.</param>
    [DisplayName("一覧を見る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyList<TemplateRow>> List(bool isRetired = false)
    {
        desk.MayDo<ReplyTemplateDesk>();
        await using var db = await desk.Read();
        return await db.ReplyTemplates.OpenTo(desk.Actor.StaffId).Retired(isRetired).ToRows(db, desk.Actor.StaffId).ToListAsync();
    }

    /// <summary>Returns a template with its history.</summary>
    /// <returns>Null if there is none, or if it is a colleague's own.</returns>
    [DisplayName("開く・履歴を見る")]
    [Allowed(Casework = true)]
    public async Task<TemplateView?> Open(Guid templateId)
    {
        desk.MayDo<ReplyTemplateDesk>();
        await using var db = await desk.Read();
        if (await db.ReplyTemplates.AsNoTracking().Include(t => t.Folder).OpenTo(desk.Actor.StaffId).SingleOrDefaultAsync(t => t.Id == templateId) is not { } t)
            return null;

        return new(t.Id, t.Folder.Name, t.Folder.IsShared, t.Folder.MayBeChangedBy(desk.Actor), t.Title, t.Reading, t.Body, t.Edition, t.Retirement is not null,
            await db.ReplyTemplateRevisions.HistoryOf(templateId, db).ToListAsync());
    }

    /// <summary>Saves a shared template: a new one, a new wording, or one that was mine before.</summary>
    /// <param name="templateId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or contains an unknown variable.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("共有の定型文を書く・移す")]
    [Allowed(Duty.Manager)]
    public Task<Guid> SaveShared(Guid? templateId, Edit<TemplateWish> edit)
    {
        desk.MayDo<ReplyTemplateDesk>();
        return Save(templateId, edit, TemplateFolder.Everybody);
    }

    /// <summary>Saves a template of my own.</summary>
    /// <param name="templateId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or contains an unknown variable, or the template is not mine.</exception>
    /// <exception cref="ConflictException{T}">It was changed in another window.</exception>
    [DisplayName("自分の定型文を書く・移す")]
    [Allowed(Casework = true)]
    public Task<Guid> SaveMine(Guid? templateId, Edit<TemplateWish> edit)
    {
        desk.MayDo<ReplyTemplateDesk>();
        return Save(templateId, edit, desk.Actor.StaffId);
    }

    /// <summary>前の文に戻す: restores the wording of an earlier edition.</summary>
    /// <exception cref="RuleException">It is shared and the actor is no manager.</exception>
    [DisplayName("前の文に戻す（共有は業務責任者）")]
    [Allowed(Casework = true)]
    public async Task Return(Guid templateId, int edition)
    {
        desk.MayDo<ReplyTemplateDesk>();
        await Change(templateId, async (db, template) =>
        {
            var earlier = await db.ReplyTemplateRevisions.SingleAsync(r => r.TemplateId == templateId && r.Edition == edition);
            if (template.Return(earlier, desk.Actor.StaffId, desk.Now))
                db.Add(template.Keep());
        });
    }

    /// <summary>廃止: stops offering a template.</summary>
    /// <exception cref="RuleException">It is shared and the actor is no manager.</exception>
    [DisplayName("使うのをやめる（共有は業務責任者）")]
    [Allowed(Casework = true)]
    public async Task Retire(Guid templateId)
    {
        desk.MayDo<ReplyTemplateDesk>();
        await Change(templateId, (_, template) => template.Retire(desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Offers a retired one again.</summary>
    /// <exception cref="RuleException">It is shared and the actor is no manager.</exception>
    [DisplayName("また使う（共有は業務責任者）")]
    [Allowed(Casework = true)]
    public async Task BringBack(Guid templateId)
    {
        desk.MayDo<ReplyTemplateDesk>();
        await Change(templateId, (_, template) => template.BringBack());
    }

    /// <summary>Counts that I have put a template into an answer; the most used ones are offered first.</summary>
    [DisplayName("使った回数を数える")]
    [Allowed(Casework = true)]
    public async Task CountUse(Guid templateId)
    {
        desk.MayDo<ReplyTemplateDesk>();
        var me = desk.Actor.StaffId;
        await desk.Change(async db =>
        {
            if (!await db.ReplyTemplates.OpenTo(me).AnyAsync(t => t.Id == templateId))
                return;
            var use = await db.ReplyTemplateUses.SingleOrDefaultAsync(u => u.TemplateId == templateId && u.StaffId == me);
            if (use is null)
                db.Add(use = ReplyTemplateUse.Begin(templateId, me));
            use.Again(desk.Now);
        });
    }

    private async Task<Guid> Save(Guid? templateId, Edit<TemplateWish> edit, Guid ownerId)
    {
        var wording = TemplateWording.Of(edit.Wish.Title, edit.Wish.Reading, edit.Wish.Body);
        return await desk.Create(templateId is null ? edit.Key : null, async db =>
        {
            var now = desk.Now;
            var folder = await db.FolderOf(ownerId, edit.Wish.Folder, now);
            if (templateId is not { } known)
            {
                var fresh = ReplyTemplate.Write(folder, wording, desk.Actor.StaffId, now);
                db.AddRange(fresh, fresh.Keep());
                return fresh.Id;
            }

            var template = await Changeable(db, known);
            db.Accept(edit, template, t => t.Wish);
            template.MoveTo(folder);
            if (template.Revise(wording, desk.Actor.StaffId, now))
                db.Add(template.Keep());
            return known;
        });
    }

    private Task Change(Guid templateId, Action<OneStopDb, ReplyTemplate> change) => Change(templateId, (db, template) =>
    {
        change(db, template);
        return Task.CompletedTask;
    });

    private Task Change(Guid templateId, Func<OneStopDb, ReplyTemplate, Task> change) =>
        desk.Change(async db => await change(db, await Changeable(db, templateId)));

    private async Task<ReplyTemplate> Changeable(OneStopDb db, Guid templateId)
    {
        var template = await db.ReplyTemplates.Include(t => t.Folder).OpenTo(desk.Actor.StaffId).SingleAsync(t => t.Id == templateId);
        template.Folder.RefuseUnlessChangedBy(desk.Actor);
        return template;
    }
}
