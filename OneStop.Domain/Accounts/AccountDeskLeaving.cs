using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Accounts;

public sealed partial class AccountDesk
{
    /// <summary>Counts somebody's open work, so that an administrator can transfer it without seeing the clients.</summary>
    /// <param name="duties">The new duties: only what they do not cover is counted; null for somebody who leaves.</param>
    [DisplayName("退職する人の仕事を数える")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task<OpenWork> OpenWorkOf(Guid staffId, IReadOnlyList<Duty>? duties = null)
    {
        desk.MayDo<AccountDesk>();
        await using var db = await desk.Read();
        var today = desk.Now.JapaneseDate;
        var colleagues = await db.Users.AsNoTracking().WorkingHere().Where(u => u.Id != staffId).OrderBy(u => u.Name).ToListAsync();
        var keepsPeople = duties?.Any(d => d.SeesPeople) == true;
        var bookings = new List<OpenBooking>();
        foreach (var booking in await Coming(db, staffId, duties))
            bookings.Add(await WithWhoIsFree(db, booking, colleagues));
        return new(
            keepsPeople ? 0 : await Conversations(db, staffId).CountAsync(),
            keepsPeople ? 0 : await PlannedAnswers(db, staffId).CountAsync(),
            bookings,
            await db.ShiftExceptions.CountAsync(s => s.StaffId == staffId && s.Date >= today),
            [.. colleagues.Where(c => c.Duties.Any(d => d.SeesPeople)).Select(c => new Successor(c.Id, c.Name))]);
    }

    /// <summary>退職: transfers the open work, ends every session, and closes the account. What the person did stays recorded under their name.</summary>
    /// <exception cref="RuleException">Nobody who is free was chosen for a coming booking, the account is the actor's own or the last
    /// administrator's, or the successor cannot take the work.</exception>
    [DisplayName("退職の手続きをする")]
    [Allowed(Duty.Administrator, Duty.Manager, Clock = true)]
    public async Task Leave(Guid staffId, TransferPlan handing)
    {
        desk.MayDo<AccountDesk>();
        if (staffId == desk.Actor.Id)
            throw new RuleException("自分の退職の手続きはできません。ほかの管理者か業務責任者に頼んでください。");
        await Change(staffId, async (db, member) =>
        {
            var now = desk.Now;
            await RefuseForLastAdministrator(db, member);
            await db.TakeTurn(); // nobody may book with them between this read and the save
            await HandOver(db, member, await Coming(db, staffId, null), handing);
            await HandOver(db, staffId, handing, now);
            foreach (var code in await db.SignInCodes.Where(c => c.StaffId == staffId && c.UsedAt == null).ToListAsync())
                code.End(now);
            member.Leave(now);
        });
    }

    /// <summary>Transfers what the person held or saw by duties that are taken away.</summary>
    private async Task LeaveNothingBehind(OneStopDb db, StaffMember member, IReadOnlyList<Duty> duties, TransferPlan? handing)
    {
        var seesNobody = !duties.Any(d => d.SeesPeople);
        await db.TakeTurn(); // as in Leave
        await HandOver(db, member, await Coming(db, member.Id, duties), handing);
        if (!seesNobody)
            return;
        var (conversations, planned) = (await Conversations(db, member.Id).CountAsync(), await PlannedAnswers(db, member.Id).CountAsync());
        if (handing is null && conversations + planned > 0)
            throw new RuleException($"{member.Name} さんは、担当している会話{conversations}件と送信予約した返信{planned}件を、新しい担当業務では見られません。引き継ぐ人を選んでください。");
        if (handing is not null)
            await HandOver(db, member.Id, handing, desk.Now);
    }

    private async Task HandOver(OneStopDb db, Guid staffId, TransferPlan handing, DateTimeOffset now)
    {
        foreach (var successor in new[] { handing.Conversations, handing.PlannedAnswers }.OfType<Guid>().Distinct())
            await RefuseUnlessTakesOver(db, successor, staffId);
        foreach (var conversation in await Conversations(db, staffId).ToListAsync())
            conversation.Assign(handing.Conversations);
        foreach (var planned in await PlannedAnswers(db, staffId).ToListAsync())
            HandOver(planned, handing.PlannedAnswers, now);
    }

    private void HandOver(LaterAnswer planned, Guid? successor, DateTimeOffset now)
    {
        if (successor is { } to)
            planned.HandTo(to);
        else
            planned.Cancel(desk.Actor.Id ?? planned.StaffId, now);
    }

    private static async Task RefuseUnlessTakesOver(OneStopDb db, Guid successor, Guid leaver)
    {
        var member = successor == leaver ? null : await db.Users.AsNoTracking().WorkingHere().SingleOrDefaultAsync(u => u.Id == successor);
        if (member?.Duties.Any(d => d.SeesPeople) != true)
            throw new RuleException("引き継ぐ人には、いま利用者を担当できる人を選んでください。");
    }

    private static IQueryable<Conversation> Conversations(OneStopDb db, Guid staffId)
    {
        db.SeeEverybody("whose conversations they are is counted and changed, and nothing of them is shown");
        return db.Conversations.Where(c => c.AssigneeId == staffId);
    }

    private static IQueryable<LaterAnswer> PlannedAnswers(OneStopDb db, Guid staffId)
    {
        db.SeeEverybody("whose planned answers they are is counted and changed, and nothing of them is shown");
        return db.LaterAnswers.Where(l => l.StaffId == staffId && l.SentAt == null && l.CancelledAt == null);
    }
}
