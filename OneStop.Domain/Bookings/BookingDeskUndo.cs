using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings;

/// <summary>The ways back from an entry, a cancelling, a move and a confirmation, for the toast that tells of them.</summary>
public sealed partial class BookingDesk
{
    /// <summary>Undoes a cancelling, while the time is still free.</summary>
    /// <param name="asProposal">It waited for the client's word before.</param>
    /// <param name="tells">The client is told in LINE, as they were of the cancelling.</param>
    /// <exception cref="RuleException">It was not cancelled, its time is over, or somebody else has it.</exception>
    [DisplayName("予約の取消を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Restore(Guid bookingId, bool asProposal, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) => (await BringBack(db, await Find(db, bookingId), asProposal, tells, now)).Id);
    }

    /// <summary>Undoes <see cref="Book"/>: the booking never was.</summary>
    /// <param name="tells">The client is told in LINE, as they were of the booking.</param>
    /// <exception cref="RuleException">It was not entered just now, or is over.</exception>
    [DisplayName("入れた予約を元に戻す")]
    [Allowed(Casework = true)]
    public async Task TakeBack(Guid bookingId, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            booking.TakeBack(desk.Actor.StaffId, now);
            await db.CancelNotices(booking, now);
            return await Tell(db, booking, tells, (b, _, _) => BookingNotices.Ended(b), now);
        });
    }

    /// <summary>Undoes a move: the booking that it made never was, and the one before stands again.</summary>
    /// <exception cref="RuleException">It followed none, it is over, or the earlier time is taken.</exception>
    [DisplayName("予約の変更を元に戻す")]
    [Allowed(Casework = true)]
    public async Task MoveBack(Guid bookingId, bool asProposal, bool tells)
    {
        desk.MayDo<BookingDesk>();
        await Change(async (db, now) =>
        {
            var booking = await Find(db, bookingId);
            var before = await Find(db, booking.MovedFrom ?? throw new RuleException("この予約は、変更されたものではありません。"));
            booking.Annul(desk.Actor.StaffId, now);
            await db.CancelNotices(booking, now);
            db.ChangeTracker.DetectChanges(); // its quarter hours are let go of before the one before takes some of them
            return (await BringBack(db, before, asProposal, tells, now)).Id;
        });
    }

    /// <summary>Undoes <see cref="Confirm"/>: it waits for the client's word again.</summary>
    /// <exception cref="RuleException">It is not confirmed any more.</exception>
    [DisplayName("予約の確定を元に戻す")]
    [Allowed(Casework = true)]
    public async Task Unconfirm(Guid bookingId)
    {
        desk.MayDo<BookingDesk>();
        await Change(bookingId, (booking, _) => booking.Propose());
    }

    private static async Task<Booking> BringBack(OneStopDb db, Booking booking, bool asProposal, bool tells, DateTimeOffset now)
    {
        booking.Restore(asProposal, now);
        var (first, until) = (booking.FirstQuarter, booking.FirstQuarter + booking.Quarters);
        var taking = await db.BookingCells.Where(c => c.StaffId == booking.StaffId && c.Lane == booking.Lane && c.Quarter >= first && c.Quarter < until
            && c.BookingId != booking.Id).ToListAsync();
        if (taking.Any(c => db.Entry(c).State != EntityState.Deleted))
            throw new RuleException("この時間には、もうほかの予約が入っています。");
        await Tell(db, booking, tells, BookingNotices.Entered, now);
        return booking;
    }
}
