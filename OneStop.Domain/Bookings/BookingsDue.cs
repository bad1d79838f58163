using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Bookings;

/// <summary>Bookings whose time is over without 来談 or 無断: due by the end of the next service day, because reports count them by day.</summary>
internal sealed class BookingsDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (query.BesidesToday)
            return [];
        var over = db.Bookings.Where(b => b.State == BookingState.Confirmed && b.Slot.End <= query.Now);
        if (query.Person is { ClientId: var client })
            over = over.Where(b => b.ClientId == client);
        if (query.Staff is { } staff)
            over = over.Where(b => staff.Contains(b.StaffId));
        var rows = await over.OrderBy(b => b.Slot.Start).Take(query.Take).AsNoTracking().ToListAsync();
        return [.. rows.Select(Item).Where(i => i.Until < query.Before)];
    }

    private static DueItem Item(Booking booking)
    {
        var day = new ServiceDay(booking.Day.ServiceDay);
        return new()
        {
            Id = booking.Id,
            Kind = "booking-end",
            ClientId = booking.ClientId,
            What = "来談か無断かを記録する",
            Of = $"{ServiceDay.Say(booking.Slot.Start)} {booking.Kind.InJapanese}",
            Until = day.AddDays(1).At(TimeSpan.FromHours(25)),
            StaffId = booking.StaffId,
            Link = $"/bookings?day={booking.Day.ServiceDay:yyyy-MM-dd}",
        };
    }
}
