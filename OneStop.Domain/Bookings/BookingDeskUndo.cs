using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>Undoes an entry, a cancellation, a move or a confirmation, for the button in the toast that reports it.</summary>
public sealed partial class BookingDesk
{
    /// <summary>Undoes a cancellation if the time is still free.</summary>
    /// <param name="asProposal">Whether the booking was a proposal before.</param>
    /// <param name="tells">The client is notified in LINE, as of the cancellation.</param>
    /// <exception cref="RuleException">The booking was not cancelled, its time is over, or the time is taken.</exception>
    [DisplayName("予約の取消を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Restore(Guid bookingId, bool asProposal, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) => (await BringBack(db, await Find(db, bookingId), asProposal, tells, now)).Id);
    }

    /// <summary>Undoes <see cref="Book"/> and annuls the booking.</summary>
    /// <param name="tells">The client is notified in LINE, as of the booking.</param>
    /// <exception cref="RuleException">The booking was not entered just now, or it has ended.</exception>
    [DisplayName("入れた予約を元に戻す")]
    [Allowed(Casework = true)]
    public async Task TakeBack(Guid bookingId, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            booking.TakeBack(desk.Actor.StaffId, now);
            await db.WindUp(booking, now);
            return await Tell(db, booking, tells, (b, _, _) => BookingNotices.Ended(b), now);
        });
    }

    /// <summary>Undoes a move: annuls the booking that it made and restores the one before.</summary>
    /// <exception cref="RuleException">The booking was not made by a move, it has ended, or the earlier time is taken.</exception>
    [DisplayName("予約の変更を元に戻す")]
    [Allowed(Casework = true)]
    public async Task MoveBack(Guid bookingId, bool asProposal, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            var before = await Find(db, booking.MovedFrom ?? throw new RuleException("この予約は、変更されたものではありません。"));
            await db.TakeLinkAlong(booking, before, now);
            booking.Annul(desk.Actor.StaffId, now);
            await db.WindUp(booking, now);
            db.ChangeTracker.DetectChanges(); // EF must see the freed quarter hours as deleted before the earlier booking takes some of them
            return (await BringBack(db, before, asProposal, tells, now)).Id;
        });
    }

    /// <summary>Undoes <see cref="Confirm"/>: the booking is a proposal again.</summary>
    /// <exception cref="RuleException">The booking is not confirmed any more.</exception>
    [DisplayName("予約の確定を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Unconfirm(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(bookingId, (booking, _) => booking.Propose());
    }

    private static async Task<Booking> BringBack(OneStopDb db, Booking booking, bool asProposal, bool tells, DateTimeOffset now)
    {
        booking.Restore(asProposal, now, booking.Talk is { } talk && await db.IsTold(talk));
        var (first, until) = (booking.FirstQuarter, booking.FirstQuarter + booking.Quarters);
        var taking = await db.BookingCells.Where(c => c.StaffId == booking.StaffId && c.Lane == booking.Lane && c.Quarter >= first && c.Quarter < until
            && c.BookingId != booking.Id).ToListAsync();
        if (taking.Any(c => db.Entry(c).State != EntityState.Deleted))
            throw new RuleException("この時間には、もうほかの予約が入っています。");
        await Tell(db, booking, tells, BookingNotices.Entered, now);
        return booking;
    }
}
