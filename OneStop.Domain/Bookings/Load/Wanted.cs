using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Reminders;
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
        var asked = await db.AskedInVain.AsNoTracking().Wishes(begins, until.Date).ToListAsync();
        var waiting = await db.WaitingList.AsNoTracking().Wishes(from.Date, until.Date).ToListAsync();
        return new([.. asked.Where(a => a.Date >= from.Date)], asked, waiting);
    }
}

internal static class WantedQueries
{
    extension(IQueryable<AskedInVain> asked)
    {
        /// <summary>How often each thing was asked for in vain for some service days (both inclusive).</summary>
        public IQueryable<Wish> Wishes(DateOnly from, DateOnly until) => asked.Where(a => a.Date >= from && a.Date <= until)
            .GroupBy(a => new { a.Date, a.Hour, a.Kind, a.Method })
            .Select(g => new Wish(g.Key.Date, g.Key.Hour, g.Key.Kind, g.Key.Method, g.Sum(a => a.Count)));
    }

    extension(IQueryable<WaitingEntry> waiting)
    {
        /// <summary>How many wait for each thing on some service days (both inclusive).</summary>
        public IQueryable<Wish> Wishes(DateOnly from, DateOnly until) => waiting.Where(w => w.EndedAt == null && w.Date >= from && w.Date <= until)
            .GroupBy(w => new { w.Date, w.Kind, w.Method }).Select(g => new Wish(g.Key.Date, AskedInVain.AnyHour, g.Key.Kind, g.Key.Method, g.Count()));
    }
}
