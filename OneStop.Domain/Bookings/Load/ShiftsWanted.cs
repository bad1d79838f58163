using OneStop.Domain.Bookings.Slots;

namespace OneStop.Domain.Bookings.Load;

/// <summary>Works out which shifts would help with one kind of talk on one service day. What can be booked by now is wanted no more.</summary>
internal sealed class ShiftsWanted(LoadReading reading, Wanted wanted, ServiceDay day, BookingKind kind, DateTimeOffset now)
{
    private const int WeeksBefore = 4;
    private readonly BookingTerms terms = reading.TermsOf(kind);

    private DateTimeOffset Earliest => now.AddMinutes(terms.LeadMinutes);

    /// <summary>A shift for each stretch of neighbouring hours; if none was named, one for the day.</summary>
    public IEnumerable<ShiftSuggestion> Suggest()
    {
        var hours = Here(wanted.Asked).Where(w => w.Hour != AskedInVain.AnyHour && CanHelp(w) && !IsFree(w)).OrderBy(w => w.Hour).ToList();
        var (asked, waiting) = (OfDay(wanted.Asked), OfDay(wanted.Waiting));
        if (hours.Count == 0 && asked.Count + waiting.Count == 0)
            return [];
        if (hours.Count == 0)
            return [Shift(null, asked, waiting)];
        var stretches = hours.Select(w => w.Hour).Distinct().Index().GroupBy(h => h.Item - h.Index, h => h.Item)
            .Select(stretch => hours.Where(w => stretch.Contains(w.Hour)).ToList()).OrderByDescending(s => s.Sum(w => w.Count)).ToList();
        return stretches.Select((stretch, i) => Shift(stretch, i == 0 ? asked : [], i == 0 ? waiting : [])); // who named no hour is helped by the most wanted
    }

    private ShiftSuggestion Shift(List<Wish>? stretch, List<Wish> asked, List<Wish> waiting)
    {
        int? first = stretch?.Min(w => w.Hour), last = stretch?.Max(w => w.Hour);
        var span = first is null ? reading.HeldOn(day, kind) : QuarterHours.Between(TimeSpan.FromHours(first.Value), TimeSpan.FromHours(last!.Value + 1));
        return new(day, kind, first is { } from ? TimeSpan.FromHours(from) : null, last is { } until ? Ends(until) : null,
            (stretch?.Sum(w => w.Count) ?? 0) + asked.Sum(w => w.Count), Before(first, last), waiting.Sum(w => w.Count),
            reading.Holders(kind).Count(p => LoadDays.Meets(reading.Roster.Of(p.Id, day).Quarters & reading.HeldOn(day, kind), span)),
            [.. (stretch ?? []).Concat(asked).Concat(waiting).Select(w => w.Method).Distinct().Order()]);
    }

    /// <summary>Returns the full hour by which a talk that begins with this hour, and its record, are done; at the latest the closing.</summary>
    private TimeSpan Ends(int lastHour)
    {
        var needed = (int)Math.Ceiling((terms.Minutes + terms.BufferAfter) / 60.0);
        var closes = reading.OfferedOn(day, kind).Max(m => reading.Calendar.HoursOn(day, m)?.Closes ?? TimeSpan.Zero);
        return TimeSpan.FromHours(lastHour + needed) is var ends && ends < closes ? ends : closes;
    }

    private int Before(int? first, int? last) => Enumerable.Range(1, WeeksBefore).Select(weeks => day.Date.AddDays(-7 * weeks))
        .Sum(date => wanted.AskedBefore.Where(w => w.Date == date && w.Kind == kind && (first is null || (w.Hour >= first && w.Hour <= last)))
            .Sum(w => w.Count));

    private IEnumerable<Wish> Here(IReadOnlyList<Wish> wishes) => wishes.Where(w => w.Date == day.Date && w.Kind == kind);

    /// <summary>The wishes without an hour on a day that is still full.</summary>
    private List<Wish> OfDay(IReadOnlyList<Wish> wishes) =>
        [.. Here(wishes).Where(w => w.Hour == AskedInVain.AnyHour && CanHelp(w) && StartsBy(w.Method) == QuarterHours.None)];

    private bool IsFree(Wish wish) => LoadDays.Meets(StartsBy(wish.Method), LoadDays.Of(wish.Hour));

    /// <summary>Whether a talk could still begin then if somebody were on shift.</summary>
    private bool CanHelp(Wish wish)
    {
        if (!terms.Offers(wish.Method, day) || reading.Calendar.HoursOn(day, wish.Method) is not { } hours)
            return false;
        var (from, until) = wish.Hour == AskedInVain.AnyHour ? (hours.Opens, hours.Closes) : (TimeSpan.FromHours(wish.Hour), TimeSpan.FromHours(wish.Hour + 1));
        var latest = TimeSpan.FromMinutes(Math.Min((until - TimeSpan.FromMinutes(Slot.Quarter)).TotalMinutes, hours.Closes.TotalMinutes - terms.Minutes));
        return latest >= from && latest >= hours.Opens && day.At(latest) >= Earliest;
    }

    /// <summary>Returns when clients can begin a talk with anybody.</summary>
    private QuarterHours StartsBy(ContactMethod method) => FreeSlots.Offered & reading.Holders(kind)
        .Aggregate(QuarterHours.None, (all, person) => all | reading.StartsOf(person.Id, day, kind, method, Earliest));
}
