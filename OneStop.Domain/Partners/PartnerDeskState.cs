using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners;

/// <summary>Checking entries, and partners that have closed down.</summary>
public sealed partial class PartnerDesk
{
    /// <summary>確かめました: records that the entry was found right at its source.</summary>
    /// <param name="seen">What was on the screen.</param>
    /// <returns>The check before, for undoing.</returns>
    /// <exception cref="ConflictException{T}">A colleague has corrected the entry meanwhile.</exception>
    [DisplayName("関係機関の内容を確かめる")]
    [Allowed(Casework = true)]
    public async Task<PartnerCheck?> Check(Guid partnerId, PartnerWish seen)
    {
        desk.MayDo<PartnerDesk>();
        return await Change(partnerId, (db, partner) =>
        {
            db.Accept(new Edit<PartnerWish>(seen, seen), partner, p => p.Wish);
            var before = partner.Check;
            partner.Confirm(desk.Actor.StaffId, desk.Now);
            return before;
        });
    }

    /// <summary>Takes one's own check back.</summary>
    /// <param name="before">The check that counts again; null if there was none.</param>
    /// <exception cref="RuleException">Somebody else has checked or corrected the entry since.</exception>
    [DisplayName("関係機関の確認を取り消す")]
    [Allowed(Casework = true)]
    public async Task TakeCheckBack(Guid partnerId, PartnerCheck? before)
    {
        desk.MayDo<PartnerDesk>();
        await Change(partnerId, (_, partner) =>
        {
            if (partner.Check?.StaffId != desk.Actor.StaffId)
                throw new RuleException("この確認は、もう取り消せません。ほかの人が内容を直したか、確かめています。");
            partner.Restore(before);
            return partner.Check;
        });
    }

    /// <summary>閉所: the partner is no longer on offer; what was said about it stays.</summary>
    [DisplayName("関係機関を閉所にする")]
    [Allowed(Casework = true)]
    public async Task Close(Guid partnerId)
    {
        desk.MayDo<PartnerDesk>();
        await Change(partnerId, (_, partner) =>
        {
            partner.Close(desk.Actor.StaffId, desk.Now);
            return partner.Closing;
        });
    }

    /// <summary>Takes 閉所 back.</summary>
    [DisplayName("関係機関の閉所を取り消す")]
    [Allowed(Casework = true)]
    public async Task Reopen(Guid partnerId)
    {
        desk.MayDo<PartnerDesk>();
        await Change(partnerId, (_, partner) =>
        {
            partner.Reopen();
            return partner.Closing;
        });
    }

    private Task<T> Change<T>(Guid partnerId, Func<OneStopDb, Partner, T> change) =>
        desk.Change(async db => change(db, await db.Partners.SingleAsync(p => p.Id == partnerId)));
}
