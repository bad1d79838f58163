using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>What the client is told of what staff does with their bookings: looked at beforehand, and only where it reaches them.</summary>
public sealed partial class BookingDesk
{
    /// <summary>The card that the client would get; nothing is kept.</summary>
    [DisplayName("本人へのお知らせを下見する")]
    [Allowed(Casework = true)]
    public async Task<CardContent> Preview(BookingPlan plan, bool isProposal, bool isMove)
    {
        desk.MayDo<BookingDesk>();
        await using var db = await desk.Read();
        var (terms, now) = (await db.TermsOf(plan.Kind), desk.Now);
        var booking = Booking.Of(Client.Of(0, null, null, now), terms, plan.Method, new Slot(plan.Start, terms.Minutes),
            plan.StaffId ?? desk.Actor.StaffId, desk.Actor.StaffId, null, now);
        if (isProposal)
            booking.Propose();
        return isMove ? BookingNotices.Moved(booking, terms, now) : BookingNotices.Entered(booking, terms, now);
    }

    /// <summary>Until when a client must be left alone (連絡不可の時間帯), if they must now: who tells them all the same has read it.</summary>
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

    /// <summary>Tells the client, if staff wishes it and they can be reached.</summary>
    /// <returns>Whether they are told.</returns>
    private static async Task<bool> Tell(OneStopDb db, Booking booking, bool tells, Func<Booking, BookingTerms, DateTimeOffset, CardContent> words,
        DateTimeOffset now)
    {
        if (!tells || await db.TalkOf(booking.ClientId) is not { } talk)
            return false;
        db.Tell(talk, words(booking, await db.TermsOf(booking.Kind), now), now);
        return true;
    }
}
