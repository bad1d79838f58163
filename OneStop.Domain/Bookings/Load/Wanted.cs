using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Bookings.Load;

/// <summary>How often something was asked for in vain, or how many wait for it.</summary>
/// <param name="Hour"><see cref="AskedInVain.AnyHour"/> if none was named.</param>
internal sealed record Wish(DateOnly Date, int Hour, BookingKind Kind, ContactMethod Method, int Count);

/// <summary>What people asked for in vain and wait for on some days, and what was asked for in the weeks before.</summary>
internal sealed record Wanted(IReadOnlyList<Wish> Asked, IReadOnlyList<Wish> AskedBefore, IReadOnlyList<Wish> Waiting)
{
    private const int DaysBefore = 28; // four of each weekday

    public static async Task<Wanted> Read(OneStopDb db, ServiceDay from, ServiceDay until)
    {
        var begins = from.Date.AddDays(-DaysBefore);
        var asked = await db.AskedInVain.AsNoTracking().Where(a => a.Date >= begins && a.Date <= until.Date)
            .GroupBy(a => new { a.Date, a.Hour, a.Kind, a.Method }).Select(g => new Wish(g.Key.Date, g.Key.Hour, g.Key.Kind, g.Key.Method, g.Sum(a => a.Count)))
            .ToListAsync();
        var waiting = await db.WaitingList.AsNoTracking().Where(w => w.EndedAt == null && w.Date >= from.Date && w.Date <= until.Date)
            .GroupBy(w => new { w.Date, w.Kind, w.Method }).Select(g => new Wish(g.Key.Date, AskedInVain.AnyHour, g.Key.Kind, g.Key.Method, g.Count()))
            .ToListAsync();
        return new([.. asked.Where(a => a.Date >= from.Date)], asked, waiting);
    }
}
