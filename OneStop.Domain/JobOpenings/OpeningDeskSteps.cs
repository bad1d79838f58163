using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

/// <summary>The form of an end.</summary>
public sealed record OpeningEndWish(OpeningEndKind Kind, DateOnly? On, RefusalReason? Refusal, string Words);

/// <content>The steps of an opening.</content>
public sealed partial class OpeningDesk
{
    /// <summary>受理: accepts an opening under the next number. An opening with something blank, unlawful or undeclared is not accepted.</summary>
    /// <param name="on">受付年月日</param>
    /// <exception cref="RuleException">The gate is against it, or it was accepted already.</exception>
    [DisplayName("求人を受理する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Receive(Guid openingId, DateOnly on)
    {
        desk.MayDo<OpeningDesk>();
        return Accept(openingId, on, null, null);
    }

    /// <summary>公開求人の受理: the employer agreed that we introduce people. It enters our ledger, and is no 開拓求人.</summary>
    /// <param name="employerId">The employer, who has to be in our list.</param>
    /// <exception cref="RuleException">The gate is against it, or it was accepted already.</exception>
    [DisplayName("公開求人を受理する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task AcceptPublic(Guid openingId, Guid employerId, Guid? worksiteId, DateOnly on)
    {
        desk.MayDo<OpeningDesk>();
        return Accept(openingId, on, employerId, worksiteId);
    }

    /// <summary>確認: a second person found the opening right.</summary>
    /// <param name="seen">The digest of what was on the screen.</param>
    /// <exception cref="RuleException">It is the own opening, was changed meanwhile, or the gate is against it.</exception>
    [DisplayName("求人を確認する（2人目）")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Check(Guid openingId, string seen)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, async (db, opening, rules, now) =>
        {
            await db.TakeTurn(); // of two renewals checked at once, the second sees the first
            opening.CheckBy(desk.Actor.StaffId, seen, await Against(db, OpeningAct.Check, opening, rules), now);
            await db.Settle(opening, rules, now);
        });
    }

    /// <summary>Takes one's own check back, before the publication.</summary>
    /// <exception cref="RuleException">There is no own check, or it is published.</exception>
    [DisplayName("求人の確認を取り消す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task TakeCheckBack(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (opening, now) => opening.TakeCheckBack(desk.Actor.StaffId, now));
    }

    /// <summary>公開: offers it in lists and broadcasts.</summary>
    /// <exception cref="RuleException">The gate is against it.</exception>
    [DisplayName("求人を公開する")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Publish(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, async (db, opening, rules, now) =>
            opening.Publish(await Against(db, OpeningAct.Publish, opening, rules), desk.Actor.StaffId, now));
    }

    /// <summary>公開を止める: it stays accepted.</summary>
    [DisplayName("求人の公開を止める")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Unpublish(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (opening, now) => opening.Unpublish(now));
    }

    /// <summary>延長: the employer wants it to stay.</summary>
    /// <exception cref="RuleException">It has ended, is not accepted, or the day is not later.</exception>
    [DisplayName("求人の有効期限を延ばす")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task Extend(Guid openingId, DateOnly until, string why)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (db, opening, _, now) =>
        {
            db.OpeningRevisions.Add(opening.Extend(until, why, desk.Actor.StaffId, now));
            return Task.CompletedTask;
        });
    }

    /// <summary>終了, 不受理 included.</summary>
    /// <exception cref="RuleException">It has ended, or the reason is missing.</exception>
    [DisplayName("求人を終える")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task End(Guid openingId, OpeningEndWish wish)
    {
        desk.MayDo<OpeningDesk>();
        if (wish.Kind == OpeningEndKind.Gone)
            throw new RuleException("「公開元で終了」は、公開求人の取り込みで記録します。", nameof(wish.Kind));
        return Change(openingId, (opening, now) =>
            opening.EndBy(wish.Kind, wish.On ?? now.JapaneseDate, wish.Refusal, wish.Words, desk.Actor.StaffId, now));
    }

    /// <summary>Takes the end back.</summary>
    /// <exception cref="RuleException">It has not ended.</exception>
    [DisplayName("求人の終了を取り消す")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task BringBack(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (opening, now) => opening.BringBack(now));
    }

    private Task Accept(Guid openingId, DateOnly on, Guid? employerId, Guid? worksiteId) => desk.Change(async db =>
    {
        var number = await db.NextNumber<JobOpening>(nameof(JobOpening.ReceiptNumber)); // takes the turn
        var (now, opening) = (desk.Now, await db.JobOpenings.SingleAsync(o => o.Id == openingId));
        if (employerId is { } employer)
        {
            await db.RefuseUnknown(employer, worksiteId);
            opening.Adopt(employer, worksiteId, now);
        }
        else if (opening.Origin == OpeningOrigin.Public)
            throw new RuleException("公開求人は、求人事業者を選んで受理します。");
        var rules = await db.OpeningRules(now);
        opening.Receive(await Against(db, OpeningAct.Receive, opening, rules), on, number, NextAsking(on, rules), desk.Actor.StaffId, now);
        await db.Settle(opening, rules, now);
    });
}
