using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Line.Delivery;

/// <summary>
/// 念のためもう一度: a confirmation whose delivery is unknown is pushed once more, as a new message. It is created in the save that marks the first
/// one as 不明, so that a crash in between neither doubles nor loses it.
/// </summary>
internal sealed class RepeatedConfirmation
{
    private readonly OutgoingMessage lost;
    private readonly Friend friend;
    private readonly DateTimeOffset? usefulUntil;
    private (Message Message, OutgoingMessage Sending)? added;

    private RepeatedConfirmation(OutgoingMessage lost, Friend friend, DateTimeOffset? usefulUntil) =>
        (this.lost, this.friend, this.usefulUntil) = (lost, friend, usefulUntil);

    /// <summary>
    /// Returns what has to be repeated; null if nothing. If it would not reach the client, a person has to decide; if it is not true any more, nobody
    /// has to.
    /// </summary>
    public static async Task<RepeatedConfirmation?> Of(OneStopDb db, OutgoingMessage message, DateTimeOffset now)
    {
        if (!message.CanBeRepeated || await db.Friends.SingleOrDefaultAsync(f => f.LineUserId == message.To && f.BlockedAt == null) is not { } friend)
            return null;
        var booking = await BookingOf(db, message.Confirms!);
        var holds = Holds(message.Confirms!, booking);
        message.AskNobody(now);
        return holds ? new(message, friend, booking is { Stands: true } ? booking.Slot.End : null) : null;
    }

    /// <summary>Whether it is a repetition that is not true any more: the client has done something else since, and knows it.</summary>
    public static async Task<bool> IsOverruled(OneStopDb db, OutgoingMessage message) =>
        message.Confirms is { IsRepeated: true } confirmed && !Holds(confirmed, await BookingOf(db, confirmed));

    /// <summary>Adds the repetition to the save, replacing what was added to a save that failed.</summary>
    public void AddTo(OneStopDb db, Conversation conversation, DateTimeOffset now)
    {
        if (added is { } before)
            (db.Entry(before.Message).State, db.Entry(before.Sending).State) = (EntityState.Detached, EntityState.Detached);
        var message = conversation.ReplyAutomatically(MessageKind.Card, $"念のためもう一度: {lost.Contents.OfType<CardContent>().FirstOrDefault()?.Title}", now);
        var sending = lost.Repeat(friend, message.Order, now, usefulUntil);
        message.Carry(sending);
        db.Messages.Add(message);
        db.OutgoingMessages.Add(sending);
        added = (message, sending);
    }

    private static async Task<Booking?> BookingOf(OneStopDb db, Confirmation confirmed) =>
        await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == confirmed.BookingId);

    private static bool Holds(Confirmation confirmed, Booking? booking) => confirmed.BookingId is null || booking?.Stands == confirmed.Stands;
}
