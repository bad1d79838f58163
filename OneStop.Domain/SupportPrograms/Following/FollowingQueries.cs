using OneStop.Domain.Bookings;
using OneStop.Domain.Data;

namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>Queries over the course of programs.</summary>
internal static class FollowingQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Booked プログラム面談 that were held, or have begun and are not closed, and still want a review.</summary>
        public IQueryable<Booking> MeetingsToReview(DateTimeOffset now) => db.Bookings.Where(b => b.Kind == BookingKind.ProgramMeeting && !b.IsAnnulled
            && (b.State == BookingState.Held || (b.State == BookingState.Confirmed && b.Slot.Start <= now))
            && !db.ProgramReviews.Any(r => r.BookingId == b.Id && r.Removal == null) && !db.TalksWithoutReview.Any(t => t.BookingId == b.Id));
    }
}
