using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Video;

/// <summary>Queries over video services and links.</summary>
internal static class VideoQueries
{
    extension(IQueryable<VideoLink> links)
    {
        /// <summary>The address that a booking has at present.</summary>
        public IQueryable<VideoLink> ValidOf(Guid bookingId) => links.Where(l => l.BookingId == bookingId && l.ReplacedAt == null);
    }

    extension(OneStopDb db)
    {
        /// <summary>Returns the services that the City has approved for a service day: none, one, or two while one takes the place of another.</summary>
        public async Task<List<VideoProvider>> VideoProvidersOn(DateOnly day) =>
            [.. (await db.VideoProviders.AsNoTracking().Where(s => s.From <= day).ToListAsync()).Where(s => s.IsInForceOn(day)).OrderByDescending(s => s.From)];

        /// <summary>
        /// Returns the booking's address if a client may be sent to it: it lies on a service that is approved on that day. Null for other methods.
        /// </summary>
        public async Task<VideoLink?> OpenLinkOf(Booking booking) =>
            booking.Method == ContactMethod.Video && await db.VideoLinks.ValidOf(booking.Id).SingleOrDefaultAsync() is { } link
            && await db.MayOpen(link, booking) ? link : null;

        /// <summary>Whether an address lies on a service that is approved on the booking's day.</summary>
        public async Task<bool> MayOpen(VideoLink link, Booking booking) =>
            (await db.VideoProvidersOn(booking.Slot.Day.Date)).Exists(s => s.Serves(link.Uri));

        /// <summary>Forgets an address that nobody has got, so that whoever it was made for can have it.</summary>
        public async Task Forget(VideoLink link)
        {
            db.VideoLinks.Remove(link);
            if (!await db.VideoLinks.AnyAsync(l => l.Digest == link.Digest && l.Id != link.Id))
                db.GivenAddresses.RemoveRange(await db.GivenAddresses.Where(g => g.Digest == link.Digest).ToListAsync());
        }

        /// <summary>
        /// Gives the address of a booking to the one that follows it, if both are on the same day. The room stays the same person's, and the button
        /// that they may have already goes on working. On another day it does not go along: services close a room after the day for which it was made,
        /// so a new one is asked for in time (<see cref="VideoLinksDue"/>), and nobody stands before a closed door. A card that has not gone out names the
        /// time before: it is called off, and the address is to be sent again.
        /// </summary>
        public async Task TakeLinkAlong(Booking from, Booking to, DateTimeOffset now)
        {
            if (from.Method == ContactMethod.Video && to.Method == ContactMethod.Video && from.Slot.Day == to.Slot.Day
                && await db.VideoLinks.ValidOf(from.Id).SingleOrDefaultAsync() is { } link)
            {
                link.GoTo(to.Id);
                await db.CallOff(await db.SendingOf(link.MessageId), now);
            }
        }
    }
}
