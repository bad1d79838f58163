using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Employers;

/// <summary>What belongs to an employer: places of work, people, marks, and what was found about how it treats parents.</summary>
public enum EmployerPart
{
    /// <summary>事業所</summary>
    Worksite,

    /// <summary>担当者</summary>
    Person,

    /// <summary>認定</summary>
    Mark,

    /// <summary>理解度</summary>
    Understanding,
}

/// <summary>求人事業者の中身の窓口: enters and corrects the parts of an employer, and takes them off.</summary>
[DisplayName("求人事業者の中身")]
public sealed class EmployerPartDesk(DeskContext desk)
{
    /// <summary>Enters a place of work, or corrects one.</summary>
    /// <param name="siteId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    [DisplayName("事業所を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> SaveSite(Guid employerId, Guid? siteId, Edit<WorksiteWish> edit)
    {
        desk.MayDo<EmployerPartDesk>();
        return siteId is not { } id
            ? desk.Create(edit.Key, async db => db.Worksites.Add(Worksite.Of(await Standing(db, employerId), edit.Wish, desk.Now)).Entity.Id)
            : desk.Change(async db =>
            {
                var site = await db.Worksites.SingleAsync(s => s.Id == id);
                site.Rewrite(db.Accept(edit, site, s => s.Wish));
                return id;
            });
    }

    /// <summary>Enters a person at the employer, or corrects one.</summary>
    /// <param name="personId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    [DisplayName("事業者の担当者を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> SavePerson(Guid employerId, Guid? personId, Edit<EmployerPersonWish> edit)
    {
        desk.MayDo<EmployerPartDesk>();
        return personId is not { } id
            ? desk.Create(edit.Key, async db => db.EmployerPeople.Add(EmployerPerson.Of(await Standing(db, employerId), edit.Wish, desk.Now)).Entity.Id)
            : desk.Change(async db =>
            {
                var person = await db.EmployerPeople.SingleAsync(p => p.Id == id);
                person.Rewrite(db.Accept(edit, person, p => p.Wish));
                return id;
            });
    }

    /// <summary>Enters a mark, or corrects one.</summary>
    /// <param name="markId">Null for a new one.</param>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    [DisplayName("認定を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> SaveMark(Guid employerId, Guid? markId, Edit<EmployerMarkWish> edit)
    {
        desk.MayDo<EmployerPartDesk>();
        return markId is not { } id
            ? desk.Create(edit.Key, async db =>
                db.EmployerMarks.Add(EmployerMark.Of(await Standing(db, employerId), edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id)
            : desk.Change(async db =>
            {
                var mark = await db.EmployerMarks.SingleAsync(m => m.Id == id);
                mark.Rewrite(db.Accept(edit, mark, m => m.Wish), desk.Now);
                return id;
            });
    }

    /// <summary>Enters what was found about a topic; earlier findings stay.</summary>
    /// <exception cref="RuleException">Something is missing, too long, or not valid.</exception>
    [DisplayName("理解度を書く")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Find(Guid employerId, UnderstandingTopic topic, Edit<UnderstandingWish> edit)
    {
        desk.MayDo<EmployerPartDesk>();
        return desk.Create(edit.Key, async db =>
            db.Understandings.Add(Understanding.Of(await Standing(db, employerId), topic, edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id);
    }

    /// <summary>Takes a part off: a place that was closed, a person who left, a mark or a finding that is not right.</summary>
    [DisplayName("求人事業者の中身を外す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Remove(EmployerPart part, Guid id)
    {
        desk.MayDo<EmployerPartDesk>();
        return Set(part, id, new(desk.Now, desk.Actor.StaffId));
    }

    /// <summary>Puts a part back that was taken off.</summary>
    [DisplayName("外した求人事業者の中身を戻す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Restore(EmployerPart part, Guid id)
    {
        desk.MayDo<EmployerPartDesk>();
        return Set(part, id, null);
    }

    private Task Set(EmployerPart part, Guid id, Removal? removal) => desk.Change(async db =>
    {
        switch (part)
        {
            case EmployerPart.Worksite:
                (await db.Worksites.SingleAsync(s => s.Id == id)).Remove(removal);
                break;
            case EmployerPart.Person:
                (await db.EmployerPeople.SingleAsync(p => p.Id == id)).Remove(removal);
                break;
            case EmployerPart.Mark:
                (await db.EmployerMarks.SingleAsync(m => m.Id == id)).Remove(removal);
                break;
            case EmployerPart.Understanding:
                (await db.Understandings.SingleAsync(u => u.Id == id)).Remove(removal);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part));
        }
    });

    private static async Task<Guid> Standing(OneStopDb db, Guid employerId)
    {
        EmployerDesk.RefuseMerged(await db.Employers.AsNoTracking().SingleAsync(e => e.Id == employerId));
        return employerId;
    }
}
