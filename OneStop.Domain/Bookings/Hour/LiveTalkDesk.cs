using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>リアルタイム相談の窓口: begins and ends the talk of a booked chat consultation. Beginning tells the client, once.</summary>
[DisplayName("リアルタイム相談")]
public sealed class LiveTalkDesk(DeskContext desk)
{
    /// <summary>Announced when a talk has begun or ended, or changed hands.</summary>
    public const string Topic = "live-talks";

    /// <summary>Returns the talk that runs in a conversation; null if none does.</summary>
    [DisplayName("進んでいる相談を見る")]
    [Allowed(Casework = true)]
    public async Task<LiveTalkRow?> Of(Guid conversationId)
    {
        desk.MayDo<LiveTalkDesk>();
        await using var db = await desk.Read();
        return desk.ShowOne(await (from t in db.LiveTalks
                                   join b in db.Bookings on t.BookingId equals b.Id
                                   join s in db.Users on t.StaffId equals s.Id
                                   where t.ConversationId == conversationId && t.EndedAt == null
                                   select new LiveTalkRow(t.Id, b.Id, b.Kind, conversationId, b.ClientId, s.Name, t.BeganAt,
                                       LiveTalk.UntilOf(t.BeganAt, b.Slot.End))).SingleOrDefaultAsync());
    }

    /// <summary>Returns the conversations in which a talk runs, with the name of who holds it.</summary>
    [DisplayName("相談中の会話を知る")]
    [Allowed(Casework = true)]
    public async Task<IReadOnlyDictionary<Guid, string>> Running()
    {
        desk.MayDo<LiveTalkDesk>();
        await using var db = await desk.Read();
        return await db.LiveTalks.Where(t => t.EndedAt == null).Join(db.Users, t => t.StaffId, s => s.Id, (t, s) => new { t.ConversationId, s.Name })
            .ToDictionaryAsync(t => t.ConversationId, t => t.Name);
    }

    /// <summary>
    /// 相談を始める: tells the client that somebody is there, held like an answer. A colleague who begins takes the booking over. If the talk runs
    /// already, also if two press at once, nothing happens; if it was ended too early, it goes on, and the client is told nothing again, unless another
    /// person is there now.
    /// </summary>
    /// <exception cref="RuleException">It cannot be begun: not for chat, not confirmed, too early, too late; the client cannot be reached; the one who
    /// presses has not the duty, or another booking then.</exception>
    [DisplayName("相談を始める")]
    [Allowed(Casework = true)]
    public async Task<BegunTalk> Begin(Guid bookingId)
    {
        desk.MayDo<LiveTalkDesk>();
        try
        {
            return await desk.Change(async db =>
            {
                var booking = await db.Bookings.Include(b => b.Cells).SingleAsync(b => b.Id == bookingId);
                return booking.Talk is { IsRunning: true } running ? await Said(db, running, false, null) : await Open(db, booking);
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(BookingCell))
        {
            throw new RuleException("あなたには、この時間にほかの予約が入っています。「ほかの人に頼む」で、空いている人を選んでください。");
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(LiveTalk))
        {
            throw new RuleException("この方とは、別の予約の相談が進んでいます。そちらを終えてから始めてください。");
        }
    }

    /// <summary>Undoes <see cref="Begin"/> before the client was told. The booking goes back to who was in charge.</summary>
    /// <exception cref="RuleException">The client has been told, somebody else holds the talk meanwhile, or who was in charge has another booking
    /// then.</exception>
    [DisplayName("相談の始まりを取り消す")]
    [Allowed(Casework = true)]
    public async Task TakeBack(Guid liveTalkId)
    {
        desk.MayDo<LiveTalkDesk>();
        try
        {
            await desk.Change(async db =>
            {
                if (await db.Bookings.Include(b => b.Cells).SingleOrDefaultAsync(b => b.Talk!.Id == liveTalkId) is not { Talk: { } talk } booking)
                    return; // taken back already
                var begunBy = await db.Messages.Where(m => m.Id == talk.NoticeId).Select(m => m.StaffId).SingleOrDefaultAsync();
                if (begunBy is not null && begunBy != booking.StaffId)
                    throw new RuleException("この予約の担当は、そのあと変わっています。予約を開いて確かめてください。");
                await db.TakeCardBack(talk.NoticeId, desk.Now);
                booking.TakeTalkBack();
                db.LiveTalks.Remove(talk);
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(BookingCell))
        {
            throw new RuleException("前の担当者には、この時間にほかの予約が入りました。「相談を終える」を押して、担当を選び直してください。");
        }
    }

    /// <summary>
    /// 相談を終える. The closing words are sent by a person, and the record is written after it. A card about its begin that has not gone out is not sent.
    /// </summary>
    [DisplayName("相談を終える")]
    [Allowed(Casework = true)]
    public Task End(Guid liveTalkId)
    {
        desk.MayDo<LiveTalkDesk>();
        return desk.Change(async db =>
        {
            if (await db.Bookings.SingleOrDefaultAsync(b => b.Talk!.Id == liveTalkId) is not { Talk: { } talk } booking)
                return;
            talk.End(desk.Actor.StaffId, desk.Now);
            await db.CancelHourNotices(booking, desk.Now);
        });
    }

    /// <summary>Undoes <see cref="End"/>: the talk goes on, and a client who was not told of its begin is told.</summary>
    /// <exception cref="RuleException">The booking was closed meanwhile, or another talk runs in the conversation.</exception>
    [DisplayName("相談の終わりを取り消す")]
    [Allowed(Casework = true)]
    public async Task Resume(Guid liveTalkId)
    {
        desk.MayDo<LiveTalkDesk>();
        try
        {
            await desk.Change(async db =>
            {
                var booking = await db.Bookings.SingleAsync(b => b.Talk!.Id == liveTalkId);
                if (booking.State != BookingState.Confirmed)
                    throw new RuleException($"この予約は、もう「{booking.State.InJapanese}」になっています。");
                booking.Talk!.Resume();
                await db.TellTalkUnlessTold(booking, desk.Actor.StaffId, desk.Now);
            });
        }
        catch (KeyTakenException taken) when (taken.Key.Row == typeof(LiveTalk))
        {
            throw new RuleException("この方とは、別の予約の相談が進んでいます。");
        }
    }

    private async Task<BegunTalk> Open(OneStopDb db, Booking booking)
    {
        var (now, me) = (desk.Now, desk.Actor);
        booking.RefuseUnlessTalkMayRun(now);
        if (!me.Duties.Contains(booking.Kind.Needs))
            throw new RuleException($"{booking.Kind.InJapanese}は、{booking.Kind.Needs.InJapanese}が行います。「ほかの人に頼む」で担当を選んでください。");
        var before = booking.StaffId == me.StaffId ? null : await db.Users.Where(u => u.Id == booking.StaffId).Select(u => u.Name).SingleAsync();
        if (booking.Talk is { } ended && await db.IsTold(ended))
        {
            booking.ResumeTalk(me.StaffId);
            if (before is not null)
                booking.TellOfHour(await db.TellOfHour(booking, HourNotices.Handed(booking.Slot, me.Name), now, namesSomebody: true));
            return await Said(db, ended, false, before);
        }
        var talk = await db.TalkOf(booking.ClientId)
            ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。電話で連絡してください。");
        var (notice, sending) = db.TellBegun(talk, booking, me.Name, me.StaffId, now);
        return await Said(db, booking.BeginTalk(talk.Id, me.StaffId, notice, sending, now), true, before);
    }

    private async Task<BegunTalk> Said(OneStopDb db, LiveTalk talk, bool isNew, string? takenFrom) => new(talk.Id, isNew,
        await db.Users.Where(u => u.Id == talk.StaffId).Select(u => u.Name).SingleAsync(), talk.StaffId == desk.Actor.StaffId, takenFrom);
}
