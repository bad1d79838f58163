using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Video;

/// <summary>
/// Bookings by video without an address that may be sent: due from the day before, until the reminder of the last hour, which carries it. Where no
/// service is approved on that day, another method has to be found.
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
                    select new { Booking = b, Link = l };
        var rows = await links.AsNoTracking().ToListAsync();
        var services = rows.Count == 0 ? [] : await db.VideoProviders.AsNoTracking().ToListAsync();
        return [.. rows.Where(r => !services.Exists(s => s.IsInForceOn(r.Booking.Day.ServiceDay) && r.Link is not null && s.Serves(r.Link.Uri)))
            .Select(r => Item(r.Booking, services.Exists(s => s.IsInForceOn(r.Booking.Day.ServiceDay)))).Where(i => i.Until < query.Before).Take(query.Take)];
    }

    private static DueItem Item(Booking booking, bool hasService) => new()
    {
        Id = booking.Id,
        Kind = "video-link",
        ClientId = booking.ClientId,
        What = hasService ? "ビデオのアドレスを入れる" : "ビデオ通話をほかの方法に変える",
        Of = $"{ServiceDay.Say(booking.Slot.Start)} {booking.Kind.InJapanese}",
        Until = booking.Slot.Start.AddHours(-1),
        StaffId = booking.StaffId,
        Link = $"/bookings/{booking.Id}",
    };
}
