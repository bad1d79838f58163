using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Safeguards;

namespace OneStop.Portal.Demo;

/// <summary>The addresses of bookings by video: of the talks that were held, and of most of the next days; the rest is due.</summary>
internal sealed class VideoLinkChapter(AuditKey key) : IDemoChapter
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(VideoProviderChapter), typeof(BookingChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (now, services) = (book.Now, book.Written<VideoProvider>().ToList());
        var bookings = book.Written<Booking>().Where(b => b is { Method: ContactMethod.Video, State: BookingState.Confirmed or BookingState.Held }
            && b.Slot.Start < now + Ahead).OrderBy(b => b.Slot.Start);
        foreach (var (number, booking) in bookings.Index())
        {
            if (booking.Slot.Start > now && number % 3 == 0)
                continue; // still to be entered
            var address = VideoAddress.Read($"https://{VideoProviderChapter.Host}/room-{(number + 101).ToString(CultureInfo.InvariantCulture)}", services);
            var digest = VideoDesk.DigestOf(address, key);
            var entered = booking.Slot.Start.AddDays(-1) is var before && before < now ? before : now.AddHours(-2);
            book.Add(GivenAddress.To(booking.ClientId, digest, entered));
            book.Add(VideoLink.For(booking, address, digest, booking.StaffId, entered));
            if (booking.State == BookingState.Held)
            {
                var talk = VideoTalk.Of(booking, booking.StaffId, booking.Slot.Start.AddMinutes(1));
                talk.End(booking.Slot.End.AddMinutes(-7));
                book.Add(talk);
            }
        }
        return Task.CompletedTask;
    }
}
