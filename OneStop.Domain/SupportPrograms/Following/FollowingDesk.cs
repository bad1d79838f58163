using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>
/// 実施と見直しの窓口: how an established program goes (仕様書 7(2)②(ウ)(エ)). Planners and managers write; counselors read.
/// </summary>
[DisplayName("プログラムの実施と見直し")]
public sealed partial class FollowingDesk(DeskContext desk)
{
    /// <summary>Records how an item of support goes.</summary>
    /// <exception cref="RuleException">The outcome or the reason is missing, or no established version has the item.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("支援の状態と結果を書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveStanding(Guid programId, Guid itemId, Edit<StandingWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var standing = await db.ItemStandings.SingleOrDefaultAsync(s => s.ProgramId == programId && s.ItemId == itemId)
                ?? throw new RuleException("この支援は、まだ策定していません。");
            standing.Change(db.Accept(edit, standing, s => s.Wish), desk.Actor.StaffId, desk.Now);
        });
    }

    /// <summary>Records how far a goal has come. Earlier records stay to be read.</summary>
    /// <returns>The id of the record, for taking it back.</returns>
    /// <exception cref="RuleException">The evidence is missing above 0, no established version has the goal, or the quoted record is another client's.</exception>
    [DisplayName("目標の進みぐあいを書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Progress(Guid programId, Guid goalId, Edit<ProgressWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            var goal = (await db.PlanOf(programId)).Goals.FirstOrDefault(g => g.Id == goalId) ?? throw new RuleException("この目標は、まだ策定していません。");
            await RefuseOthersRecord(db, program.ClientId, edit.Wish.RecordId);
            return db.Add(GoalProgress.Of(programId, goal, edit.Wish, desk.Actor.StaffId, desk.Now)).Entity.Id;
        });
    }

    /// <summary>Takes a record of progress back, or undoes that.</summary>
    [DisplayName("目標の進みぐあいの記録を取り消す・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task TakeProgressBack(Guid progressId, bool isTakenBack)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
            (await db.GoalProgresses.SingleAsync(p => p.Id == progressId)).TakeBack(isTakenBack, desk.Actor.StaffId, desk.Now));
    }

    /// <summary>次の見直しの日を決める.</summary>
    /// <exception cref="RuleException">The program does not run, or the day is missing, lies before its establishment or too far ahead.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("次の見直しの日を決める")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task SaveNextReview(Guid programId, Edit<ReviewDay> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            if (edit.Wish.On is not { } day || day <= program.Establishment?.On)
                throw new RuleException("次の見直しの日を、策定の日より後の日で選んでください。", nameof(ReviewDay.On));
            DaysAhead.RefuseFar(day, desk.Now.JapaneseDate, "次の見直しの日", nameof(ReviewDay.On));
            program.ReviewOn(db.Accept(edit, program, p => new ReviewDay(p.NextReviewOn)).On!.Value);
        });
    }

    private bool IsManager => desk.Actor.Duties.Contains(Duty.Manager);

    private static async Task RefuseOthersRecord(OneStopDb db, Guid clientId, Guid? recordId)
    {
        if (recordId is { } record && !await db.Consultations.AnyAsync(c => c.Id == record && c.ClientId == clientId))
            throw new RuleException("この相談記録は、この利用者のものではありません。", nameof(ProgressWish.RecordId));
    }
}
