using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What follows a talk to which the client did not come: 声かけ, once, by a member of staff. Nothing is sent automatically.</summary>
public sealed partial class BookingDesk
{
    /// <summary>
    /// 声をかける: tells the client that they are welcome and can choose another time. Like an answer, it is held for some seconds and can be undone.
    /// </summary>
    /// <exception cref="RuleException">The booking was not missed, 声かけ was sent already, the client has or had a later talk, the talk is too long
    /// ago, the consent was withdrawn, or the client cannot be reached in LINE.</exception>
    [DisplayName("無断のあとに声をかける")]
    [Allowed(Casework = true)]
    public async Task InviteAgain(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            if (await db.Bookings.LaterThan(booking).FirstOrDefaultAsync() is { } next)
                throw new RuleException(next.Stands ? $"この方には、すでに次の予約（{next.Slot}）があります。" : $"この方には、そのあとの予約（{next.Slot}・{next.State.InJapanese}）があります。");
            if (!await db.Consents.Given(booking.ClientId).To(ConsentPurpose.Consultation).AnyAsync())
                throw new RuleException("この方は同意を取り消しています。連絡が必要なときは、トークで返信してください。");
            var talk = await db.TalkOf(booking.ClientId) ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。");
            booking.InviteAgain(db.Tell(talk, BookingNotices.Missed(booking.Kind, booking.Method, booking.Slot), now,
                notBefore: now + AnswerDesk.Hold).Id, now);
            return bookingId;
        });
    }

    /// <summary>Undoes <see cref="InviteAgain"/> before it has gone out.</summary>
    /// <exception cref="RuleException">It has gone out.</exception>
    [DisplayName("声かけの送信をやめる")]
    [Allowed(Casework = true)]
    public async Task TakeInvitationBack(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            if (!await db.CallOff(booking.LastNoticeId, now))
                throw new RuleException("もう送られたため、取り消せません。");
            booking.TakeInvitationBack();
            return bookingId;
        });
    }
}
