using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Slots;

/// <summary>
/// 空き枠 of some service days, for one kind and method: where the hours, somebody's shift and what is taken leave room. The talk lies
/// within hours and shift; the buffers around it only have to be free, so the last start is the one that ends by 25:00.
/// </summary>
public sealed class FreeSlots
{
    /// <summary>Clients are offered every half hour; staff may begin on any quarter.</summary>
    public static readonly TimeSpan OfferedEvery = TimeSpan.FromMinutes(30);

    /// <summary>From one midnight to the next: Japan knows no summer time.</summary>
    private const int QuartersOfDate = 96;

    private static readonly QuarterHours Offered = OfferedStarts();
    private readonly BookingTerms terms;
    private readonly Dictionary<ServiceDay, List<(Guid StaffId, QuarterHours Starts)>> days = [];
    private readonly List<ServiceDay> full = [];
    private readonly Dictionary<Guid, int> load;

    private FreeSlots(BookingTerms terms, Dictionary<Guid, int> load) => (this.terms, this.load) = (terms, load);

    /// <summary>Works out what is free.</summary>
    /// <param name="earliest">No start before it.</param>
    /// <param name="without">A booking that is about to move: its own time does not stand in its way.</param>
    /// <param name="chooser">The client who is choosing: what is held for them meanwhile does not either.</param>
    public static async Task<FreeSlots> Read(OneStopDb db, BookingTerms terms, ContactMethod method, ServiceDay from, ServiceDay until,
        DateTimeOffset earliest, DateTimeOffset now, Booking? without = null, Guid? chooser = null)
    {
        var calendar = await db.Calendar(from.Date);
        var roster = await db.RosterOf(from.Date, until.Date);
        var people = (await db.Users.AsNoTracking().WorkingHere().ToListAsync()).Where(p => p.Duties.Contains(terms.Needs)).Select(p => p.Id).ToList();
        var (first, last) = (BookingCell.IndexOf(from.At(TimeSpan.Zero)), BookingCell.IndexOf(until.At(TimeSpan.Zero)) + QuarterHours.Count);
        var bookings = without is null ? db.Bookings : db.Bookings.Where(b => b.Id != without.Id);
        if (chooser is { } client)
            bookings = bookings.NotHeldFor(client);
        var taken = await bookings.AsNoTracking().TakenBetween(first, last, now).ToListAsync();
        var load = taken.CountBy(t => t.StaffId).ToDictionary();
        var busy = TakenByDay(taken, first);

        var freeSlots = new FreeSlots(terms, people.ToDictionary(p => p, p => load.GetValueOrDefault(p)));
        for (var (day, number) = (from, 0); day.Date <= until.Date; (day, number) = (day.AddDays(1), number + 1))
        {
            if (!terms.Methods.Contains(method) || calendar.HoursOn(day, method) is not { } hours)
                continue;
            freeSlots.days[day] = [.. people.Select(p =>
                (p, freeSlots.StartsOf(day, hours, roster.Of(p, day), busy.GetValueOrDefault((p, number)), earliest)))
                .Where(p => p.Item2 != QuarterHours.None)];
            if ((freeSlots.Starts(day) & Offered) == QuarterHours.None
                && people.Exists(p => (freeSlots.StartsOf(day, hours, roster.Of(p, day), QuarterHours.None, earliest) & Offered) != QuarterHours.None))
                freeSlots.full.Add(day);
        }
        return freeSlots;
    }

    /// <summary>The days that have room, with how many starts clients are offered.</summary>
    public IReadOnlyList<(ServiceDay Day, int Count)> Days => [.. days.Keys.Select(d => (d, Times(d).Count)).Where(d => d.Item2 > 0)];

    /// <summary>満席: days on which clients could begin if nothing were taken.</summary>
    public IReadOnlyList<ServiceDay> FullDays => full;

    /// <summary>When clients can begin on a day.</summary>
    public IReadOnlyList<TimeSpan> Times(ServiceDay day) => [.. (Starts(day) & Offered).Times()];

    /// <summary>When staff can begin on a day, on any quarter hour.</summary>
    public IReadOnlyList<TimeSpan> AllTimes(ServiceDay day) => [.. Starts(day).Times()];

    /// <summary>Who can hold a talk that begins then: whom the client had before comes first, then who has the fewest bookings around these days.</summary>
    public IReadOnlyList<Guid> PeopleFor(DateTimeOffset start, Guid? before)
    {
        var day = ServiceDay.Of(start);
        var index = (int)(day.TimeOf(start).TotalMinutes / Slot.Quarter);
        return !days.TryGetValue(day, out var people)
            ? []
            : [.. people.Where(p => p.Starts[index]).Select(p => p.StaffId).OrderBy(p => p == before ? 0 : 1).ThenBy(p => load[p]).ThenBy(p => p)];
    }

    private QuarterHours Starts(ServiceDay day) =>
        days.TryGetValue(day, out var people) ? people.Aggregate(QuarterHours.None, (all, p) => all | p.Starts) : QuarterHours.None;

    /// <summary>
    /// What is taken of each person's days, each booking looked at once: it lies on the day of its
    /// first quarter hour, and on the day before while that runs on past midnight.
    /// </summary>
    /// <param name="first">The first quarter hour of day 0.</param>
    private static Dictionary<(Guid StaffId, int Day), QuarterHours> TakenByDay(IEnumerable<TakenTime> taken, long first)
    {
        var busy = new Dictionary<(Guid, int), QuarterHours>();
        foreach (var time in taken)
        {
            var begins = (int)(time.FirstQuarter - first);
            for (var day = (int)Math.Floor((begins - QuarterHours.Count) / (double)QuartersOfDate) + 1; day * QuartersOfDate < begins + time.Quarters; day++)
            {
                var range = QuarterHours.Range(begins - (day * QuartersOfDate), begins - (day * QuartersOfDate) + time.Quarters);
                busy[(time.StaffId, day)] = busy.GetValueOrDefault((time.StaffId, day)) | range;
            }
        }
        return busy;
    }

    private QuarterHours StartsOf(ServiceDay day, ServiceHours hours, WorkingTimes times, QuarterHours busy, DateTimeOffset earliest)
    {
        var works = times.Quarters & QuarterHours.Between(hours.Opens, hours.Closes);
        if (works == QuarterHours.None)
            return works;
        var starts = works.StartsOf(terms.Minutes / Slot.Quarter) & (~busy).StartsOf(terms.Quarters).Later(terms.BufferBefore / Slot.Quarter);
        var tooEarly = (int)Math.Ceiling((earliest - day.At(TimeSpan.Zero)).TotalMinutes / Slot.Quarter);
        return starts & ~QuarterHours.Range(0, tooEarly);
    }

    private static QuarterHours OfferedStarts()
    {
        var offered = QuarterHours.None;
        for (var at = 0; at < QuarterHours.Count; at += (int)OfferedEvery.TotalMinutes / Slot.Quarter)
            offered |= QuarterHours.Range(at, at + 1);
        return offered;
    }
}
