using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Video;

/// <summary>
/// Bookings by video whose client does not have the address: due from the day before, until the reminder of the last hour, which carries it. Either it
/// has to be entered, or to be sent, also anew if another took its place. Where no service is approved on that day, another method has to be found.
/// </summary>
internal sealed class VideoLinksDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var tomorrow = ServiceDay.Of(query.Now).AddDays(1).Date;
        var coming = db.Bookings.Where(b => b.Method == ContactMethod.Video && b.State == BookingState.Confirmed && b.Slot.End > query.Now
            && b.Day.ServiceDay <= tomorrow);
        if (query.Person is { ClientId: var client })
            coming = coming.Where(b => b.ClientId == client);
        if (query.Staff is { } staff)
            coming = coming.Where(b => staff.Contains(b.StaffId));
        var links = from b in coming
                    join l in db.VideoLinks.Where(l => l.ReplacedAt == null) on b.Id equals l.BookingId into entered
                    from l in entered.DefaultIfEmpty()
                    orderby b.Slot.Start
                    select new
                    {
                        Booking = b,
                        Link = l,
                        IsUnderWay = db.OutgoingMessages.Any(o => o.Id == l.ReminderId && o.State != Delivery.Failed && o.State != Delivery.TakenBack)
                            || db.Messages.Any(m => m.Id == l.MessageId && db.OutgoingMessages.Any(o => o.Id == m.OutgoingId
                                && o.State != Delivery.Failed && o.State != Delivery.TakenBack)), // in two: one condition would read the whole outbox
                        CanBeTold = db.Conversations.Any(c => c.Friend.BlockedAt == null
                            && db.Clients.Any(x => x.Id == b.ClientId && x.FriendId == c.FriendId)),
                    };
        var rows = await links.AsNoTracking().ToListAsync();
        var services = rows.Count == 0 ? [] : await db.VideoProviders.AsNoTracking().ToListAsync();
        return [.. rows.Select(r => (r.Booking, What: What(r.Booking, r.Link, r.CanBeTold && !r.IsUnderWay)))
            .Where(r => r.What is not null).Select(r => Item(r.Booking, r.What!)).Where(i => i.Until < query.Before).Take(query.Take)];

        string? What(Booking booking, VideoLink? link, bool isToBeSent)
        {
            var approved = services.FindAll(s => s.IsInForceOn(booking.Day.ServiceDay));
            return approved.Count == 0 ? "ビデオ通話をほかの方法に変える"
                : link is null || !approved.Exists(s => s.Serves(link.Uri)) ? "ビデオのアドレスを入れる"
                : isToBeSent ? "ビデオのアドレスを本人に送る"
                : null;
        }
    }

    private static DueItem Item(Booking booking, string what) => new()
    {
        Id = booking.Id,
        Kind = "video-link",
        ClientId = booking.ClientId,
        What = what,
        Of = $"{ServiceDay.Say(booking.Slot.Start)} {booking.Kind.InJapanese}",
        Until = booking.Slot.Start.AddHours(-1),
        StaffId = booking.StaffId,
        Link = $"/bookings/{booking.Id}",
    };
}
