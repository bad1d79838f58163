using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Following;

/// <content>連携記録, and 見守り after the end.</content>
public sealed partial class FollowingDesk
{
    /// <summary>連携記録を書く. The name is told only with a consent that names this office and held on that day.</summary>
    /// <returns>The id of the record, for taking it back.</returns>
    /// <exception cref="RuleException">Something is missing, or the consent is.</exception>
    [DisplayName("連携記録を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Contact(Guid programId, Edit<ContactWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var (wish, program) = (edit.Wish, await db.SupportPrograms.SingleAsync(p => p.Id == programId));
            var partner = wish.PartnerId is { } id ? await db.Partners.SingleAsync(p => p.Id == id)
                : throw new RuleException("連絡した関係機関を選んでください。", nameof(wish.PartnerId));
            if (wish.SharesName)
                await db.TakeTurn(); // the consent may be withdrawn at the same moment
            var consent = wish.SharesName ? await ConsentOn(db, program.ClientId, partner.Id, wish.On ?? desk.Now.JapaneseDate)
                ?? throw new RuleException($"「{partner.Name}」に名前を伝えることへの、その日の同意がありません。「名前を伝えずに」話したことだけを記録してください。", nameof(wish.SharesName)) : null;
            return db.Add(ProgramContact.Of(programId, partner, wish, consent?.Id, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>連携記録を取り消す, or undoes that. A record that stood with the name rests on the consent it had.</summary>
    /// <exception cref="RuleException">The record of that consent was deleted as a mistake meanwhile.</exception>
    [DisplayName("連携記録を取り消す・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task TakeContactBack(Guid contactId, bool isTakenBack)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            await db.TakeTurn(); // or the consent is deleted as one on which nothing rests
            var contact = await db.ProgramContacts.SingleAsync(c => c.Id == contactId);
            if (!isTakenBack && contact.ConsentId is { } consent && !await db.Consents.AnyAsync(c => c.Id == consent))
                throw new RuleException("この連携記録がよっていた同意は、まちがいとして取り消されました。連携を、もう一度記録してください。");
            contact.TakeBack(isTakenBack, desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>見守りの結果を書く: sets the day of the next look, or ends the looking. A look that is written late, before the newest one, sets nothing.</summary>
    /// <returns>The id of the check, for taking it back.</returns>
    /// <exception cref="RuleException">The program has not ended, or something is missing or not possible.</exception>
    [DisplayName("見守りの結果を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> CheckAftercare(Guid programId, Edit<AftercareWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var program = await db.ProgramToChange(programId);
            var check = AftercareCheck.Of(program, edit.Wish, desk.Actor.StaffId, desk.Now);
            if ((await ChecksOf(db, program)).TrueForAll(c => c.Withdrawal is not null || c.On <= check.On))
            {
                if (check.NextOn < ServiceDay.Of(desk.Now).Date)
                    throw new RuleException("次に確かめる日は、きょうからあとの日で選んでください。", nameof(AftercareWish.NextOn));
                program.LookAfterOn(check.NextOn, desk.Now);
            }
            return db.Add(check).Entity.Id;
        });
    }

    /// <summary>Takes a check back, or undoes that; the next look is when the newest check that stands says, or as it was set at the end.</summary>
    [DisplayName("見守りの結果を取り消す・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task TakeAftercareBack(Guid checkId, bool isTakenBack)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var check = await db.AftercareChecks.SingleAsync(c => c.Id == checkId);
            var program = await db.ProgramToChange(check.ProgramId);
            var checks = await ChecksOf(db, program);
            check.TakeBack(isTakenBack, desk.Actor.StaffId, desk.Now);
            if (program.End is null || !checks.Contains(check))
                return;
            var newest = checks.Where(c => c.Withdrawal is null).MaxBy(c => (c.On, c.EnteredAt));
            program.LookAfterOn(newest is null ? checks.MinBy(c => c.EnteredAt)!.Before : newest.NextOn, desk.Now);
        });
    }

    /// <summary>The checks since a program ended: one that went on meanwhile had others before.</summary>
    private static async Task<List<AftercareCheck>> ChecksOf(OneStopDb db, SupportProgram program) =>
        program.EndNote is not { } end ? [] : await db.AftercareChecks.Where(c => c.ProgramId == program.Id && c.EnteredAt >= end.At).ToListAsync();

    /// <summary>Returns the client's consent to telling an office the name, as it held until the end of a day; null if there was none.</summary>
    private static Task<Consent?> ConsentOn(OneStopDb db, Guid clientId, Guid partnerId, DateOnly day)
    {
        var end = JapanTime.At(day.AddDays(1), TimeOnly.MinValue);
        return db.Consents.To(SharingConsent.To).Where(c => c.ClientId == clientId && c.ObjectId == partnerId && c.GivenAt < end
            && (c.WithdrawnAt == null || c.WithdrawnAt >= end) && (c.Until == null || c.Until >= day)).OrderByDescending(c => c.GivenAt).FirstOrDefaultAsync();
    }
}
