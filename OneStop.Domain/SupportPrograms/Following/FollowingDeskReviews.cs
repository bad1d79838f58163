using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Following;

/// <content>見直し.</content>
public sealed partial class FollowingDesk
{
    /// <summary>見直しを書く. It sets the day of the next one, and records that the booked talk was held.</summary>
    /// <exception cref="RuleException">Something is missing or not possible, or the booked talk has a review already.</exception>
    [DisplayName("プログラムの見直しを書く")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task<Guid> Review(Guid programId, Edit<ReviewWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Create(edit.Key, async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            var content = await Checked(db, program, edit.Wish, null, null);
            var review = ProgramReview.Of(program, content, desk.Actor.StaffId, desk.Now);
            db.Add(review);
            if (await IsNewest(db, review))
                SetNext(program, review, desk.Now);
            return review.Id;
        });
    }

    /// <summary>見直しを訂正する. What was written before stays to be read. The next day is set only if it was corrected: it may have been set by hand since.</summary>
    /// <exception cref="RuleException">The reason is missing, nothing differs, or something is not possible.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("プログラムの見直しを訂正する")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task CorrectReview(Guid reviewId, Edit<ReviewWish> edit)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var review = await db.ProgramReviews.SingleAsync(r => r.Id == reviewId);
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == review.ProgramId);
            _ = db.Accept(new Edit<ReviewWish>(edit.Was.Said, edit.Wish.Said), review, r => r.Wish);
            var nextBefore = review.Wish.NextOn;
            review.Correct(program, await Checked(db, program, edit.Wish, reviewId, review.Wish), desk.Actor.StaffId, desk.Now);
            if (review.Wish.NextOn != nextBefore && await IsNewest(db, review))
                SetNext(program, review, desk.Now);
        });
    }

    /// <summary>
    /// 見直しを無効にする: by a manager with the reason, or by whoever has just written it. If it was the newest, the day of the next review is again what
    /// it was.
    /// </summary>
    /// <exception cref="RuleException">It is removed already, the reason is missing, or only a manager can.</exception>
    [DisplayName("プログラムの見直しを無効にする")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task RemoveReview(Guid reviewId, string reason)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var review = await db.ProgramReviews.SingleAsync(r => r.Id == reviewId);
            review.Remove(reason, desk.Actor.StaffId, IsManager, desk.Now);
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == review.ProgramId);
            if (review is { NextBefore: { } before, Wish.NextOn: { } next } && (program.State, program.NextReviewOn) == (ProgramState.Running, next)
                && await IsNewest(db, review))
                program.ReviewOn(before);
        });
    }

    /// <summary>Undoes <see cref="RemoveReview"/>, by whoever removed it or a manager.</summary>
    /// <exception cref="RuleException">Somebody else removed it, or the booked talk has another review meanwhile.</exception>
    [DisplayName("無効にしたプログラムの見直しを戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task BringReviewBack(Guid reviewId)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var review = await db.ProgramReviews.SingleAsync(r => r.Id == reviewId);
            if (!IsManager && review.Removal?.StaffId != desk.Actor.StaffId)
                throw new RuleException("無効にした見直しを戻せるのは、無効にした人か業務責任者です。");
            await RefuseSecond(db, review.BookingId, reviewId);
            review.BringBack();
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == review.ProgramId);
            if (review.Wish.NextOn is { } next && (program.State, program.NextReviewOn) == (ProgramState.Running, review.NextBefore)
                && await IsNewest(db, review))
                program.ReviewOn(next); // unless another day was set meanwhile
        });
    }

    /// <summary>見直しではなかった: a held プログラム面談 explained or signed the plan, so that no review of it is due; or undoes that.</summary>
    [DisplayName("プログラム面談を見直しにしない・戻す")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public Task LeaveWithoutReview(Guid programId, Guid bookingId, bool isWithout)
    {
        desk.MayDo<FollowingDesk>();
        return desk.Change(async db =>
        {
            var program = await db.SupportPrograms.SingleAsync(p => p.Id == programId);
            if (!await db.Bookings.AnyAsync(b => b.Id == bookingId && b.ClientId == program.ClientId && b.Kind == BookingKind.ProgramMeeting))
                throw new RuleException("この予約は、この利用者のプログラム面談ではありません。");
            var left = await db.TalksWithoutReview.SingleOrDefaultAsync(t => t.BookingId == bookingId);
            if (isWithout && left is null)
                db.Add(TalkWithoutReview.Of(programId, bookingId, desk.Actor.StaffId, desk.Now));
            else if (!isWithout && left is not null)
                db.Remove(left);
        });
    }

    /// <summary>Returns the running program whose review a booked プログラム面談 is; null if there is none.</summary>
    [DisplayName("予約の面談のプログラムをさがす")]
    [Allowed(Duty.Planner, Duty.Manager)]
    public async Task<Guid?> ProgramOf(Guid bookingId)
    {
        desk.MayDo<FollowingDesk>();
        await using var db = await desk.Read();
        return await (from b in db.Bookings
                      where b.Id == bookingId && b.Kind == BookingKind.ProgramMeeting
                      join p in db.SupportPrograms.Running() on b.ClientId equals p.ClientId
                      orderby p.Number descending
                      select (Guid?)p.Id).FirstOrDefaultAsync();
    }

    private async Task<ReviewWish> Checked(OneStopDb db, SupportProgram program, ReviewWish wish, Guid? reviewId, ReviewWish? before)
    {
        var content = wish.Checked(await db.PlanOf(program.Id), before, desk.Now.JapaneseDate);
        if (!await db.Users.AnyAsync(u => u.Id == content.StaffId))
            throw new RuleException("話した人を選んでください。", nameof(wish.StaffId));
        if (program.State == ProgramState.Running && content.NextOn is null)
            throw new RuleException("次の見直しの日を選んでください。", nameof(wish.NextOn));
        await RefuseOthersRecord(db, program.ClientId, content.RecordId);
        await RefuseSecond(db, content.BookingId, reviewId);
        if (content.BookingId is not { } id)
            return content;
        var booking = await db.Bookings.SingleAsync(b => b.Id == id);
        if (booking.ClientId != program.ClientId || booking.Kind != BookingKind.ProgramMeeting)
            throw new RuleException("この予約は、この利用者のプログラム面談ではありません。");
        if (booking.State == BookingState.Confirmed)
            await db.Hold(booking, desk.Actor.StaffId, desk.Now);
        return booking.State == BookingState.Held ? content : throw new RuleException($"この予約は「{booking.State.InJapanese}」です。予約なしの見直しとして書いてください。");
    }

    private static async Task RefuseSecond(OneStopDb db, Guid? bookingId, Guid? reviewId)
    {
        if (bookingId is { } booking && await db.ProgramReviews.AnyAsync(r => r.BookingId == booking && r.Removal == null && r.Id != reviewId))
            throw new RuleException("この面談の見直しは、もう書かれています。");
    }

    /// <summary>The newest review says when the next one is; one that is written late, or corrected after another, does not.</summary>
    private static async Task<bool> IsNewest(OneStopDb db, ProgramReview review) =>
        !await db.ProgramReviews.AnyAsync(r => r.ProgramId == review.ProgramId && r.Removal == null && r.Id != review.Id
            && (r.On > review.On || (r.On == review.On && r.WrittenAt > review.WrittenAt)));

    private static void SetNext(SupportProgram program, ProgramReview review, DateTimeOffset now)
    {
        if (program.State != ProgramState.Running || review.Wish.NextOn is not { } next)
            return;
        if (next < ServiceDay.Of(now).Date)
            throw new RuleException("次の見直しの日は、きょうからあとの日で選んでください。", nameof(ReviewWish.NextOn));
        program.ReviewOn(next);
    }
}
