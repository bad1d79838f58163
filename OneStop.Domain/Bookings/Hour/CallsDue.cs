using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>Talks by telephone whose hour is over and that nobody has ended: due at once for who speaks. None ends by the clock.</summary>
internal sealed class CallsDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var begun = query.Now - LiveTalk.Longest;
        var over = from t in db.CallTries.Standing()
                   join b in db.Bookings on t.BookingId equals b.Id
                   where t.Outcome == CallOutcome.Talked && t.EndedAt == null && t.At <= begun
                   select new { t.Id, t.BookingId, t.StaffId, t.At, b.ClientId };
        if (query.Person is { ClientId: var client })
            over = over.Where(t => t.ClientId == client);
        if (query.Staff is { } staff)
            over = over.Where(t => staff.Contains(t.StaffId));
        var rows = await over.OrderBy(t => t.At).Take(query.Take).ToListAsync();
        return [.. rows.Select(t => new DueItem
        {
            Id = t.Id,
            Kind = "call",
            ClientId = t.ClientId,
            What = "電話を終える",
            Of = $"{ServiceDay.Say(t.At)}から",
            Until = t.At + LiveTalk.Longest,
            StaffId = t.StaffId,
            Link = $"/bookings/{t.BookingId}",
        }).Where(i => i.Until < query.Before)];
    }
}
