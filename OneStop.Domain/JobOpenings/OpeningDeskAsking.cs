using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.JobOpenings.Asking;
using OneStop.Domain.JobOpenings.Checks;
using OneStop.Domain.JobOpenings.Counting;
using OneStop.Domain.JobOpenings.Declaring;
using OneStop.Domain.Staff;

namespace OneStop.Domain.JobOpenings;

/// <content>What the employer says: the declaration, and whether it is still so. And what the manager decides about counting.</content>
public sealed partial class OpeningDesk
{
    /// <summary>自己申告書: enters what the employer declared for this opening.</summary>
    /// <returns>The id of the declaration.</returns>
    /// <exception cref="RuleException">The signer, the day or an answer is missing, or the opening has ended.</exception>
    [DisplayName("自己申告書を入れる")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> Declare(Guid openingId, Edit<DeclarationWish> edit)
    {
        desk.MayDo<OpeningDesk>();
        return desk.Create(edit.Key, async db =>
        {
            if ((await db.JobOpenings.AsNoTracking().SingleAsync(o => o.Id == openingId)).End is not null)
                throw new RuleException("この求人は終わっています。");
            return db.EmployerDeclarations.Add(EmployerDeclaration.Of(openingId, edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>もう一度確かめた: if it is still so, the next asking is set; otherwise somebody has to rewrite or end it.</summary>
    /// <returns>The id of the inquiry.</returns>
    /// <exception cref="RuleException">Something is missing, or the opening is not accepted.</exception>
    [DisplayName("求人の内容をもう一度確かめる")]
    [Allowed(Duty.PlacementOfficer, Duty.OutreachOfficer, Duty.Manager)]
    public Task<Guid> AskAgain(Guid openingId, Edit<InquiryWish> edit)
    {
        desk.MayDo<OpeningDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var opening = await db.JobOpenings.SingleAsync(o => o.Id == openingId);
            if (opening.Receipt is null)
                throw new RuleException("受理した求人だけ、もう一度確かめます。");
            var (now, rules) = (desk.Now, await db.OpeningRules(desk.Now));
            var inquiry = db.OpeningInquiries.Add(OpeningInquiry.Made(openingId, edit.Wish, desk.Actor.StaffId, now)).Entity;
            if (inquiry.Answer == InquiryAnswer.StillSo)
                opening.SaidStillSo(inquiry.On, NextAsking(inquiry.On, rules), now);
            return inquiry.Id;
        });
    }

    /// <summary>数える・数えない: decides otherwise than the rule, with a reason.</summary>
    /// <exception cref="RuleException">The reason is missing or too long.</exception>
    [DisplayName("求人開拓に数えるかを決める")]
    [Allowed(Duty.Manager)]
    public Task DecideCount(Guid openingId, bool counts, string reason)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (opening, now) => opening.DecideCount(CountDecision.Of(counts, reason, desk.Actor.StaffId, now), now));
    }

    /// <summary>Takes the decision back: the rule counts again.</summary>
    [DisplayName("求人開拓の判断を取り消す")]
    [Allowed(Duty.Manager)]
    public Task TakeCountDecisionBack(Guid openingId)
    {
        desk.MayDo<OpeningDesk>();
        return Change(openingId, (opening, now) => opening.DecideCount(null, now));
    }
}
