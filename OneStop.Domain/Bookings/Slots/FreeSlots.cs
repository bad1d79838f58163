using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Slots;

/// <summary>
/// 空き枠 of some service days, for one kind and method: what service hours, shifts and bookings leave free. The talk itself must lie within hours and
/// shift; the buffers only have to be free, so the last start is the one that ends at 25:00.
/// </summary>
public sealed class FreeSlots
{
    /// <summary>Clients are offered starts every half hour; staff may choose any quarter hour.</summary>
    public static readonly TimeSpan OfferedEvery = TimeSpan.FromMinutes(30);

    /// <summary>The quarter hours of a calendar date; Japan has no summer time.</summary>
    private const int QuartersOfDate = 96;

    /// <summary>The starts that clients are offered.</summary>
    internal static readonly QuarterHours Offered = OfferedStarts();
    private readonly BookingTerms terms;
    private readonly Dictionary<ServiceDay, List<(Guid StaffId, QuarterHours Starts)>> days = [];
    private readonly List<ServiceDay> full = [];
    private readonly Dictionary<Guid, int> load;

    private FreeSlots(BookingTerms terms, Dictionary<Guid, int> load) => (this.terms, this.load) = (terms, load);

    /// <summary>Computes the free times.</summary>
    /// <param name="earliest">The earliest start.</param>
    /// <param name="without">A booking that is about to be moved: its own time counts as free.</param>
    /// <param name="chooser">The client who is choosing: their own holds count as free.</param>
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
            var isKept = without is not null && without.Method == method && without.Slot.Day == day; // handing over a talk chooses no method
            if ((!terms.Offers(method, day) && !isKept) || calendar.HoursOn(day, method) is not { } hours)
                continue;
            freeSlots.days[day] = [.. people.Select(p =>
                (p, StartsOf(terms, day, hours, roster.Of(p, day), busy.GetValueOrDefault((p, number)), earliest)))
                .Where(p => p.Item2 != QuarterHours.None)];
            if ((freeSlots.Starts(day) & Offered) == QuarterHours.None
                && people.Exists(p => (StartsOf(terms, day, hours, roster.Of(p, day), QuarterHours.None, earliest) & Offered) != QuarterHours.None))
                freeSlots.full.Add(day);
        }
        return freeSlots;
    }

    /// <summary>The days with a free time, and the number of starts offered to clients.</summary>
    public IReadOnlyList<(ServiceDay Day, int Count)> Days => [.. days.Keys.Select(d => (d, Times(d).Count)).Where(d => d.Item2 > 0)];

    /// <summary>満席: days on which clients could start if nothing were booked.</summary>
    public IReadOnlyList<ServiceDay> FullDays => full;

    /// <summary>Returns the starts offered to clients on a day.</summary>
    public IReadOnlyList<TimeSpan> Times(ServiceDay day) => [.. (Starts(day) & Offered).Times()];

    /// <summary>Returns the starts that staff can choose on a day: any quarter hour.</summary>
    public IReadOnlyList<TimeSpan> AllTimes(ServiceDay day) => [.. Starts(day).Times()];

    /// <summary>
    /// Returns who can hold a talk with this start: first the person whom the client had before, then by the number of bookings around these days.
    /// </summary>
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
    /// Returns the taken quarter hours by person and day, in one pass over the bookings. A booking counts on the day of its first quarter hour, and
    /// also on the day before while that service day runs on past midnight.
    /// </summary>
    /// <param name="first">The first quarter hour of day 0.</param>
    internal static Dictionary<(Guid StaffId, int Day), QuarterHours> TakenByDay(IEnumerable<TakenTime> taken, long first)
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

    /// <summary>Returns when a talk can begin with a person: it lies within hours and shift, and its buffers are free.</summary>
    internal static QuarterHours StartsOf(BookingTerms terms, ServiceDay day, ServiceHours hours, WorkingTimes times, QuarterHours busy,
        DateTimeOffset earliest)
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
