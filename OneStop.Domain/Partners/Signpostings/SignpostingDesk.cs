using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners.Signpostings;

/// <summary>案内の窓口: to whom a client was shown the way, and what came of it (仕様書 7(2)①(ク)).</summary>
[DisplayName("案内")]
public sealed class SignpostingDesk(DeskContext desk)
{
    /// <summary>Returns a client's signpostings, the newest first, and records the look.</summary>
    [DisplayName("案内を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<IReadOnlyList<SignpostingRow>> Of(Guid clientId)
    {
        desk.MayDo<SignpostingDesk>();
        return await desk.Open<IReadOnlyList<SignpostingRow>>(async db => await Read(db, clientId, desk.Now.JapaneseDate),
            _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>Begins a signposting with its first step.</summary>
    /// <exception cref="RuleException">Nothing is named, the partner has closed down, or a rule of the step is broken.</exception>
    [DisplayName("案内を記録する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<Guid> Begin(Guid clientId, Edit<SignpostingWish> edit)
    {
        desk.MayDo<SignpostingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var (wish, me, now) = (edit.Wish, desk.Actor.StaffId, desk.Now);
            var partner = wish.PartnerId is { } id ? await db.Partners.SingleAsync(p => p.Id == id) : null;
            var signposting = Signposting.Of(clientId, partner, wish, me, now);
            signposting.Advance(wish.Step, me, now);
            return db.Signpostings.Add(signposting).Entity.Id;
        });
    }

    /// <summary>Adds a step. If the partner is told the client's name, the consent to it must be in force, or is recorded with the step.</summary>
    /// <returns>The id of the step, for taking it back.</returns>
    /// <exception cref="RuleException">A rule of the step is broken, or the consent is missing.</exception>
    [DisplayName("案内の次の段階を記録する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<Guid> Advance(Guid signpostingId, Edit<StepWish> edit)
    {
        desk.MayDo<SignpostingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var (wish, me, now) = (edit.Wish, desk.Actor.StaffId, desk.Now);
            var signposting = await Load(db, s => s.Id == signpostingId);
            if (wish.SharesName)
                await RefuseWithoutConsent(db, signposting, wish);
            var step = signposting.Advance(wish, me, now);
            db.Add(step);
            return step.Id;
        });
    }

    /// <summary>Takes the last step back. If it was the only one, the signposting is as if it had never been.</summary>
    /// <exception cref="RuleException">Another step was added since.</exception>
    [DisplayName("案内の段階を取り消す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task TakeBack(Guid stepId)
    {
        desk.MayDo<SignpostingDesk>();
        return desk.Change(async db => (await Load(db, s => s.Steps.Any(t => t.Id == stepId))).TakeBack(stepId, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>Undoes taking a step back.</summary>
    /// <exception cref="RuleException">Another step was added since.</exception>
    [DisplayName("取り消した案内の段階を戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Restore(Guid stepId)
    {
        desk.MayDo<SignpostingDesk>();
        return desk.Change(async db => (await Load(db, s => s.Steps.Any(t => t.Id == stepId))).Restore(stepId));
    }

    /// <summary>Corrects the purpose and the next date.</summary>
    /// <exception cref="RuleException">The purpose is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("案内の目的と次の予定を直す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Correct(Guid signpostingId, Edit<SignpostingPlan> edit)
    {
        desk.MayDo<SignpostingDesk>();
        return desk.Change(async db =>
        {
            var signposting = await Load(db, s => s.Id == signpostingId);
            signposting.Describe(db.Accept(edit, signposting, s => s.Plan));
        });
    }

    private static async Task<List<SignpostingRow>?> Read(OneStopDb db, Guid clientId, DateOnly today)
    {
        if (!await db.Clients.AnyAsync(c => c.Id == clientId))
            return null;
        var all = await db.Signpostings.AsNoTracking().Include(s => s.Steps).Where(s => s.ClientId == clientId && s.Stage != null)
            .OrderByDescending(s => s.BegunAt).ToListAsync();
        var agreed = await db.Consents.InForce(clientId, SharingConsent.To, today).Select(c => c.ObjectId).ToListAsync();
        var staff = all.SelectMany(s => s.Steps).Select(s => s.StaffId).Distinct().ToList();
        var names = await db.Users.Where(u => staff.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name);
        return all.ConvertAll(s => new SignpostingRow(s.Id, s.PartnerId, s.Service, s.Plan,
            [.. s.Steps.Where(t => t.Withdrawal is null).OrderByDescending(t => t.Stage).Select(t => new SignpostingStepRow(t.Id, t.Stage, t.Result, t.On,
                t.Words, t.SharesName, t.HandedOver, names[t.StaffId], t.EnteredAt))], s.PartnerId is not null && agreed.Contains(s.PartnerId)));
    }

    private static Task<Signposting> Load(OneStopDb db, System.Linq.Expressions.Expression<Func<Signposting, bool>> which) =>
        db.Signpostings.Include(s => s.Steps).SingleAsync(which);

    private async Task RefuseWithoutConsent(OneStopDb db, Signposting signposting, StepWish wish)
    {
        if (signposting.PartnerId is not { } partner)
            throw new RuleException("名前を伝えた相手を残すため、先に関係機関の一覧に加え、そこから案内してください。", nameof(wish.SharesName));
        await db.TakeTurn(); // as in GiveOnce
        if (await db.Consents.InForce(signposting.ClientId, SharingConsent.To, desk.Now.JapaneseDate).AnyAsync(c => c.ObjectId == partner))
            return;
        if (!wish.Agrees)
            throw new RuleException($"「{signposting.Service}」に名前を伝えることへの同意が、まだありません。本人に文面を読み上げ、同意を得てから記録してください。",
                nameof(wish.SharesName));
        await db.Give(SharingConsent.To, signposting.ClientId, desk.Actor.StaffId, desk.Now,
            new(ConsentWay.ByWord, wish.Witness, new(partner, signposting.Service)));
    }
}
