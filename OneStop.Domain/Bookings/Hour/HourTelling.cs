using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Tells clients about the hour of their booking. Within the hour it rings at night too: they wait for it.</summary>
internal static class HourTelling
{
    extension(OneStopDb db)
    {
        /// <summary>Tells the client if they can be reached in LINE; until the end of the hold it can be taken back.</summary>
        /// <param name="namesSomebody">Whether the card names a person, so that it goes behind a button to who asked for discretion.</param>
        /// <returns>The sending; null if the client cannot be reached.</returns>
        public async Task<Guid?> TellOfHour(Booking booking, CardContent card, DateTimeOffset now, bool namesSomebody = false) =>
            await db.TalkOf(booking.ClientId) is not { } talk ? null
            : db.Tell(talk, card, now, usefulUntil: booking.Slot.End, notBefore: now + AnswerDesk.Hold, isPrivate: namesSomebody,
                isAwaited: booking.IsItsHour(now)).Id;

        /// <summary>Sends the card that somebody is there.</summary>
        /// <returns>Its message and its sending.</returns>
        public (Guid Message, Guid? Sending) TellBegun(Conversations.Conversation talk, Booking booking, string name, Guid by, DateTimeOffset now)
        {
            var message = db.SendCard(talk, HourNotices.Begun(booking.Kind, name), by, now, usefulUntil: booking.Slot.End, isAwaited: true);
            return (message, db.Messages.Local.Single(m => m.Id == message).OutgoingId);
        }

        /// <summary>Tells the client of a talk that goes on if the card of its begin was not sent: it was called off with the talk's end, or failed.</summary>
        public async Task TellTalkUnlessTold(Booking booking, Guid by, DateTimeOffset now)
        {
            if (booking.Talk is not { IsRunning: true } talk || now >= booking.Slot.End || await db.IsTold(talk)
                || await db.TalkOf(booking.ClientId) is not { } conversation)
                return;
            var name = await db.Users.Where(u => u.Id == talk.StaffId).Select(u => u.Name).SingleAsync();
            var (message, sending) = db.TellBegun(conversation, booking, name, by, now);
            booking.TellTalkAgain(message, sending);
        }

        /// <summary>Whether the client was told of the begin, or is about to be.</summary>
        public Task<bool> IsTold(LiveTalk talk) => db.Messages.AnyAsync(m => m.Id == talk.NoticeId
            && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId && o.State != Delivery.TakenBack && o.State != Delivery.Failed));

        /// <summary>
        /// Calls off the name that the client was to be told before, if it has not gone out. Not the card of a talk that runs: that somebody is there
        /// has to be said, and who it is now follows it.
        /// </summary>
        /// <returns>Whether it was called off.</returns>
        public async Task<bool> CancelName(Booking booking, DateTimeOffset now)
        {
            var begun = booking.Talk is { IsRunning: true } talk ? await db.SendingOf(talk.NoticeId) : null;
            return booking.HourNoticeId != begun && await db.CallOff(booking.HourNoticeId, now);
        }
    }
}
