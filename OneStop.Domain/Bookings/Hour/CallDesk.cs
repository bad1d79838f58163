using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>電話の窓口: calls to the clients of telephone bookings at their time, whoever answers, and the talk.</summary>
[DisplayName("予約の電話")]
public sealed partial class CallDesk(DeskContext desk)
{
    /// <summary>Returns what a call needs; null if there is no such booking. The telephone number is not part of it.</summary>
    [DisplayName("予約の電話の用意を見る")]
    [Allowed(Casework = true)]
    public async Task<CallSheet?> Sheet(Guid bookingId)
    {
        desk.MayDo<CallDesk>();
        await using var db = await desk.Read();
        return desk.ShowOne(await db.CallSheetOf(bookingId));
    }

    /// <summary>
    /// 電話の結果を記録する. After 別の人が出た the client is told in LINE, half an hour later and once for a booking, if that reaches them; 話せた begins
    /// the talk.
    /// </summary>
    /// <param name="key">The key of the press: one that is sent twice records one try.</param>
    /// <exception cref="RuleException">The booking takes no call now, a colleague is speaking with the client, or the note is too long.</exception>
    [DisplayName("予約の電話の結果を記録する")]
    [Allowed(Casework = true)]
    public async Task<RecordedTry> Record(Guid bookingId, CallOutcome outcome, string note, Guid key)
    {
        desk.MayDo<CallDesk>();
        var isTold = false;
        var id = Guid.Empty;
        await UnlessOthersSpeak(async () => id = await desk.Create(key, async db =>
        {
            isTold = false; // of this attempt
            if (outcome == CallOutcome.SomebodyElse)
                await db.TakeTurn(); // two who record it at once would each find nothing planned, and the client be told twice
            var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId);
            var tried = db.Add(CallTry.Of(booking, outcome, note, desk.Actor.StaffId, desk.Now)).Entity;
            if (outcome == CallOutcome.Talked)
                await db.CancelCallNotices(booking, desk.Now);
            if (outcome == CallOutcome.SomebodyElse && !await db.KnowsOfCalls(booking)
                && await db.TalkOf(booking.ClientId) is { } talk)
            {
                Tell(db, talk, tried, desk.Actor.StaffId, desk.Now);
                isTold = true;
            }
            return tried.Id;
        }));
        return new(id, isTold);
    }

    /// <summary>Undoes <see cref="Record"/>, with its message to the client.</summary>
    /// <exception cref="RuleException">The message has gone out, the talk has ended, or the try is older than an hour.</exception>
    [DisplayName("予約の電話の記録を取り消す")]
    [Allowed(Casework = true)]
    public Task TakeBack(Guid tryId)
    {
        desk.MayDo<CallDesk>();
        return Change(tryId, async (db, tried) =>
        {
            tried.TakeBack(desk.Now);
            if (tried.NoticeId is { } notice && !await db.HasFailed(tried))
                await db.TakeCardBack(notice, desk.Now);
            tried.TakeTellingBack();
        });
    }

    /// <summary>Undoes <see cref="TakeBack"/>. The client is not told again.</summary>
    /// <exception cref="RuleException">A colleague is speaking with the client meanwhile.</exception>
    [DisplayName("取り消した電話の記録を元に戻す")]
    [Allowed(Casework = true)]
    public Task BringBack(Guid tryId)
    {
        desk.MayDo<CallDesk>();
        return UnlessOthersSpeak(() => Change(tryId, (_, tried) =>
        {
            tried.BringBack();
            return Task.CompletedTask;
        }));
    }

    /// <summary>Writes the note of a try.</summary>
    /// <exception cref="RuleException">It is too long.</exception>
    /// <exception cref="ConflictException{T}">A colleague has changed it meanwhile.</exception>
    [DisplayName("予約の電話にメモを書く")]
    [Allowed(Casework = true)]
    public Task Remark(Guid tryId, Edit<CallNote> edit)
    {
        desk.MayDo<CallDesk>();
        return Change(tryId, (db, tried) =>
        {
            tried.Remark(db.Accept(edit, tried, t => new CallNote(t.Note)).Note);
            return Task.CompletedTask;
        });
    }

    /// <summary>電話を終える: ends the talk. The booking becomes 来談 by it, once its time has come.</summary>
    /// <returns>Whether the booking has become 来談.</returns>
    /// <exception cref="RuleException">The talk has ended already.</exception>
    [DisplayName("予約の電話を終える")]
    [Allowed(Casework = true)]
    public Task<bool> End(Guid tryId)
    {
        desk.MayDo<CallDesk>();
        return desk.Change(async db =>
        {
            var (tried, now) = (await Find(db, tryId), desk.Now);
            tried.End(now);
            var booking = await db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == tried.BookingId);
            if (booking.State is not (BookingState.Confirmed or BookingState.Missed) || now < booking.Slot.Start)
                return false;
            await db.Hold(booking, desk.Actor.StaffId, now);
            return true;
        });
    }

    /// <summary>Undoes <see cref="End"/>: the talk goes on.</summary>
    /// <param name="reopens">Whether the booking had become 来談 by it.</param>
    /// <exception cref="RuleException">A colleague has begun another talk, or the booking is not 来談 any more.</exception>
    [DisplayName("予約の電話を続ける")]
    [Allowed(Casework = true)]
    public Task Resume(Guid tryId, bool reopens)
    {
        desk.MayDo<CallDesk>();
        return UnlessOthersSpeak(() => Change(tryId, async (db, tried) =>
        {
            tried.Resume();
            if (reopens)
                (await db.Bookings.SingleAsync(b => b.Id == tried.BookingId)).Reopen(desk.Now);
        }));
    }

    /// <summary>Makes a change, unless a colleague has begun another talk about the same booking: the database admits one.</summary>
    private static async Task UnlessOthersSpeak(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(CallTry))
        {
            throw new RuleException("この予約の電話は、ほかの人がもう話しています。");
        }
    }

    private static Task<CallTry> Find(OneStopDb db, Guid tryId) => db.CallTries.SingleAsync(t => t.Id == tryId);

    private Task Change(Guid tryId, Func<OneStopDb, CallTry, Task> change) => desk.Change(async db => await change(db, await Find(db, tryId)));
}
