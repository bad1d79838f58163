using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// The messages about calls that are planned for later. Nothing of them lies in the outbox before: what has been marked, said or undone meanwhile is
/// seen when their time comes.
/// </summary>
internal static class CallTelling
{
    extension(OneStopDb db)
    {
        /// <summary>Sends the message about a call, held like an answer. After the booking's day it is not sent any more.</summary>
        public void TellOfCall(Conversation talk, CallTry tried, Guid by, DateTimeOffset now) =>
            tried.Tell(db.SendCard(talk, CallNotices.NotReached, by, now, usefulUntil: EndOfDay(tried.At)), now);

        /// <summary>Returns the calls of which the client is to be told by now.</summary>
        public Task<List<Guid>> CallsToTell(DateTimeOffset now) =>
            db.CallTries.Standing().Where(t => t.TellsFrom != null && t.TellsFrom <= now).OrderBy(t => t.TellsFrom).Select(t => t.Id).ToListAsync();

        /// <summary>
        /// Tells the client of a call whose time has come; later in 連絡不可の時間帯, and not at all if it is not true or not needed any more: they were
        /// spoken to, by telephone or in LINE, the booking has ended otherwise than missed, or its day is over.
        /// </summary>
        public async Task TellPlanned(Guid tryId, DateTimeOffset now)
        {
            var tried = await db.CallTries.SingleAsync(t => t.Id == tryId);
            if (tried is not { TakenBackAt: null, TellsFrom: { } from } || from > now)
                return;
            var booking = await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == tried.BookingId);
            if (now >= EndOfDay(tried.At) || booking.State is not (BookingState.Confirmed or BookingState.Missed)
                || await db.TalkOf(booking.ClientId) is not { } talk || await HaveSpoken(booking, talk, tried.At))
                tried.TakeTellingBack();
            else if (talk.NoContact is { } away && away.Cover(now))
                tried.PlanTelling(away.EndAfter(now));
            else
                db.TellOfCall(talk, tried, tried.StaffId, now);

            async Task<bool> HaveSpoken(Booking about, Conversation within, DateTimeOffset since) =>
                await db.CallTries.Standing().AnyAsync(t => t.BookingId == about.Id && t.Outcome == CallOutcome.Talked && t.At >= since)
                || await db.Messages.AnyAsync(m => m.ConversationId == within.Id && m.At >= since
                    && m.Kind == MessageKind.Text && (m.By == Speaker.Client || m.By == Speaker.Staff));
        }

        /// <summary>Whether the message about a call has failed, so that the client does not know of it.</summary>
        public async Task<bool> HasFailed(CallTry tried) => tried.NoticeId is { } notice && await db.Messages.AnyAsync(m => m.Id == notice
            && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId && (o.State == Delivery.Failed || o.State == Delivery.TakenBack)));
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset at) => ServiceDay.Of(at).AddDays(1).At(ServiceDay.Begins);
}
