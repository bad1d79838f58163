using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Hour;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Video;

/// <summary>Talks by video whose hour is over and that nobody has ended: due at once for who opened the room. None ends by the clock.</summary>
internal sealed class VideoTalksDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var begun = query.Now - LiveTalk.Longest;
        var over = from t in db.VideoTalks
                   join b in db.Bookings on t.BookingId equals b.Id
                   where t.EndedAt == null && t.BeganAt <= begun
                   select new { t.Id, t.BookingId, t.StaffId, t.BeganAt, b.ClientId };
        if (query.Person is { ClientId: var client })
            over = over.Where(t => t.ClientId == client);
        if (query.Staff is { } staff)
            over = over.Where(t => staff.Contains(t.StaffId));
        var rows = await over.OrderBy(t => t.BeganAt).Take(query.Take).ToListAsync();
        return [.. rows.Select(t => new DueItem
        {
            Id = t.Id,
            Kind = "video-talk",
            ClientId = t.ClientId,
            What = "ビデオ通話を終える",
            Of = $"{ServiceDay.Say(t.BeganAt)}から",
            Until = t.BeganAt + LiveTalk.Longest,
            StaffId = t.StaffId,
            Link = $"/bookings/{t.BookingId}",
        }).Where(i => i.Until < query.Before)];
    }
}
