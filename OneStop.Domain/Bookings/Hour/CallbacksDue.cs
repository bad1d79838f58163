using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// 折り返し待ち: clients who said in the last call that they would call back, while their booking is open. Due an hour after that call for who made it:
/// then nobody goes on waiting, and they are called again.
/// </summary>
internal sealed class CallbacksDue : IDueSource
{
    private static readonly TimeSpan WaitsFor = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var waiting = from t in db.CallTries.Standing()
                      join b in db.Bookings on t.BookingId equals b.Id
                      where t.Outcome == CallOutcome.CallsBack && b.State == BookingState.Confirmed
                          && !db.CallTries.Any(later => later.BookingId == t.BookingId && later.TakenBackAt == null && later.At > t.At)
                      select new { t.Id, t.BookingId, t.StaffId, t.At, b.ClientId };
        if (query.Person is { ClientId: var client })
            waiting = waiting.Where(t => t.ClientId == client);
        if (query.Staff is { } staff)
            waiting = waiting.Where(t => staff.Contains(t.StaffId));
        var rows = await waiting.OrderBy(t => t.At).Take(query.Take).ToListAsync();
        return [.. rows.Select(t => new DueItem
        {
            Id = t.Id,
            Kind = "callback",
            ClientId = t.ClientId,
            What = "折り返しがなければ、かけ直す",
            Of = $"{ServiceDay.Say(t.At)}の電話",
            Until = t.At + WaitsFor,
            StaffId = t.StaffId,
            Link = $"/bookings/{t.BookingId}",
        }).Where(i => i.Until < query.Before)];
    }
}
