using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>
/// Notices to the client about what staff does with their bookings. Staff sees a preview; a notice is sent only to a client who can be reached in
/// LINE.
/// </summary>
public sealed partial class BookingDesk
{
    /// <summary>Returns the card that the client would get; nothing is saved.</summary>
    /// <param name="moved">The time of the booking that is to be moved; null for a new one.</param>
    [DisplayName("本人へのお知らせを下見する")]
    [Allowed(Casework = true)]
    public async Task<CardContent> Preview(BookingPlan plan, bool isProposal, Slot? moved)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var terms = (await db.TermsOf(plan.Kind, now)).Lasting(plan.Minutes);
        var booking = Booking.Of(Client.Of(0, null, null, now), terms, plan.Method, new Slot(plan.Start, terms.Minutes),
            plan.StaffId ?? desk.Actor.StaffId, desk.Actor.StaffId, null, now);
        if (isProposal)
            booking.Propose();
        return moved is not null ? BookingNotices.Moved(booking, moved, terms, now) : BookingNotices.Entered(booking, terms, now);
    }

    /// <summary>
    /// Returns the end of the client's 連絡不可の時間帯 if it covers the present time, else null. The screen warns with it; staff may notify all the same.
    /// </summary>
    [DisplayName("連絡不可の時間帯かを確かめる")]
    [Allowed(Casework = true)]
    public async Task<DateTimeOffset?> LeftAloneUntil(Guid conversationId)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var now = desk.Now;
        var hours = (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == conversationId))?.NoContact;
        return hours?.Cover(now) == true ? hours.EndAfter(now) : null;
    }

    /// <summary>Notifies the client if staff wishes so and the client can be reached.</summary>
    /// <returns>Whether the client is notified.</returns>
    private static async Task<bool> Tell(OneStopDb db, Booking booking, bool tells, Func<Booking, BookingTerms, DateTimeOffset, CardContent> words,
        DateTimeOffset now)
    {
        if (!tells || await db.TalkOf(booking.ClientId) is not { } talk)
            return false;
        db.Tell(talk, words(booking, await db.TermsOf(booking.Kind, now), now), now);
        return true;
    }
}
