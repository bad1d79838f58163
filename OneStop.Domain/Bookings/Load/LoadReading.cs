using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings.Slots;
using OneStop.Domain.Bookings.Video;
using OneStop.Domain.Data;
using OneStop.Domain.Hours;
using OneStop.Domain.Shifts;
using OneStop.Domain.Shifts.Absences;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Load;

/// <summary>A booking that takes somebody's time.</summary>
internal sealed record LoadTalk(Guid StaffId, DateTimeOffset Start, DateTimeOffset End, long FirstQuarter, int Quarters, int Lane);

/// <summary>All that the load of some service days is worked out from. Read once; what follows needs no further query.</summary>
internal sealed class LoadReading
{
    /// <summary>The longest talk with its buffers, in quarter hours, by which a booking may begin before the first day.</summary>
    private const int Margin = 12;

    private readonly Dictionary<BookingKind, BookingTerms> terms;
    private readonly Dictionary<(Guid, int), QuarterHours> busy;
    private readonly ILookup<DateOnly, LoadTalk> talks;
    private readonly DateTimeOffset now;

    private LoadReading(ServiceDay from, IReadOnlyList<StaffMember> people, Roster roster, ServiceCalendar calendar, List<BookingTerms> terms,
        List<VideoProvider> video, List<LoadTalk> talks, List<Absence> absences, DateTimeOffset now)
    {
        (From, People, Roster, Calendar, Absences, this.now) = (from, people, roster, calendar, absences, now);
        this.terms = Enum.GetValues<BookingKind>().ToDictionary(k => k, k => (terms.Find(t => t.Kind == k) ?? BookingTerms.Standard(k)).With(video, now));
        this.talks = talks.ToLookup(t => ServiceDay.Of(t.Start).Date);
        busy = FreeSlots.TakenByDay(talks.Select(t => new TakenTime(t.StaffId, t.FirstQuarter, t.Quarters)), BookingCell.IndexOf(from.At(TimeSpan.Zero)));
    }

    public ServiceDay From { get; }
    public IReadOnlyList<StaffMember> People { get; }
    public Roster Roster { get; }
    public ServiceCalendar Calendar { get; }
    public IReadOnlyList<Absence> Absences { get; }

    /// <summary>Reads some service days (both inclusive).</summary>
    public static async Task<LoadReading> Of(OneStopDb db, ServiceDay from, ServiceDay until, DateTimeOffset now)
    {
        var (first, last) = (BookingCell.IndexOf(from.At(TimeSpan.Zero)), BookingCell.IndexOf(until.At(TimeSpan.Zero)) + QuarterHours.Count);
        return new(from, await db.ShiftWorkers(), await db.RosterOf(from.Date, until.Date), await db.Calendar(from.Date),
            await db.BookingTerms.AsNoTracking().ToListAsync(), await db.VideoProviders.AsNoTracking().ToListAsync(),
            await db.Bookings.AsNoTracking().Taking(now).Where(b => b.FirstQuarter < last && b.FirstQuarter > first - Margin)
                .Select(b => new LoadTalk(b.StaffId, b.Slot.Start, b.Slot.End, b.FirstQuarter, b.Quarters, b.Lane)).ToListAsync(),
            await db.Absences.AsNoTracking().Where(a => a.From <= until.Date && (a.Until == null || a.Until >= from.Date)).ToListAsync(), now);
    }

    public BookingTerms TermsOf(BookingKind kind) => terms[kind];

    /// <summary>Returns the methods by which talks of a kind can be booked on a day.</summary>
    public IEnumerable<ContactMethod> OfferedOn(ServiceDay day, BookingKind kind) => Enum.GetValues<ContactMethod>().Where(m => terms[kind].Offers(m, day));

    /// <summary>Returns the talks of a service day.</summary>
    public IReadOnlyList<LoadTalk> TalksOn(ServiceDay day) => [.. talks[day.Date]];

    /// <summary>Returns the quarter hours in which talks of a kind are held on a day, by whichever of its methods.</summary>
    public QuarterHours HeldOn(ServiceDay day, BookingKind kind) => OfferedOn(day, kind).Select(m => Calendar.HoursOn(day, m)).OfType<ServiceHours>()
        .Aggregate(QuarterHours.None, (all, hours) => all | QuarterHours.Between(hours.Opens, hours.Closes));

    /// <summary>Returns those who hold talks of a kind.</summary>
    public IEnumerable<StaffMember> Holders(BookingKind kind) => People.Where(p => p.Duties.Contains(kind.Needs));

    /// <summary>Returns when a talk of a kind can begin with a person, by whichever of its methods.</summary>
    public QuarterHours StartsOf(Guid person, ServiceDay day, BookingKind kind) =>
        OfferedOn(day, kind).Aggregate(QuarterHours.None, (all, method) => all | StartsOf(person, day, kind, method, now));

    /// <summary>Returns when a talk of a kind and method can begin with a person, from an instant on.</summary>
    public QuarterHours StartsOf(Guid person, ServiceDay day, BookingKind kind, ContactMethod method, DateTimeOffset earliest) =>
        Calendar.HoursOn(day, method) is { } hours && terms[kind].Offers(method, day)
            ? FreeSlots.StartsOf(terms[kind], day, hours, Roster.Of(person, day),
                busy.GetValueOrDefault((person, day.Date.DayNumber - From.Date.DayNumber)), earliest)
            : QuarterHours.None;
}
