using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Talks whose hour is over and that nobody has ended: due at once for who holds them. None ends by the clock.</summary>
internal sealed class LiveTalksDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var begun = query.Now - LiveTalk.Longest;
        var over = from t in db.LiveTalks
                   join b in db.Bookings on t.BookingId equals b.Id
                   where t.EndedAt == null && (t.BeganAt <= begun || b.Slot.End <= query.Now)
                   select new { t.Id, t.ConversationId, t.StaffId, t.BeganAt, b.ClientId, b.Slot.End };
        if (query.Person is { ClientId: var client })
            over = over.Where(t => t.ClientId == client);
        if (query.Staff is { } staff)
            over = over.Where(t => staff.Contains(t.StaffId));
        var rows = await over.OrderBy(t => t.BeganAt).Take(query.Take).ToListAsync();
        return [.. rows.Select(t => new DueItem
        {
            Id = t.Id,
            Kind = "live-talk",
            ClientId = t.ClientId,
            ConversationId = t.ConversationId,
            What = "相談を終える",
            Of = $"{ServiceDay.Say(t.BeganAt)}から",
            Until = LiveTalk.UntilOf(t.BeganAt, t.End),
            StaffId = t.StaffId,
            Link = $"/inbox/{t.ConversationId}",
        }).Where(i => i.Until < query.Before)];
    }
}
