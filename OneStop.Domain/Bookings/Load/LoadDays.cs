
namespace OneStop.Domain.Bookings.Load;

/// <summary>Works out the hours and people of a reading.</summary>
internal static class LoadDays
{
    private const int QuartersOfHour = 4;
    private static readonly int FirstHour = (int)ServiceHours.Standard.Opens.TotalHours;
    private static readonly int HoursOfDay = (int)ServiceHours.Standard.Closes.TotalHours - FirstHour;

    /// <summary>The quarter hours of an hour of the day's clock.</summary>
    public static QuarterHours Of(int hour) => QuarterHours.Range(hour * QuartersOfHour, (hour + 1) * QuartersOfHour);

    extension(LoadReading reading)
    {
        /// <summary>Returns the hours of a service day.</summary>
        public LoadDay Day(ServiceDay day, DateTimeOffset now)
        {
            var closed = Enum.GetValues<ContactMethod>().Where(m => reading.Calendar.HoursOn(day, m) is null).ToList();
            if (closed.Count == Enum.GetValues<ContactMethod>().Length)
                return new(day, reading.Calendar.WhyClosed(day.Date) ?? "休業", [], []);
            var talking = reading.TalksOn(day).Select(t => (t.StaffId, Quarters: QuarterHours.Between(day.TimeOf(t.Start), day.TimeOf(t.End)))).ToList();
            var kinds = Enum.GetValues<BookingKind>().Select(kind => (Kind: kind, Held: reading.HeldOn(day, kind), People: reading.Holders(kind)
                .Select(p => (p.Id, Works: reading.Roster.Of(p.Id, day).Quarters, Starts: reading.StartsOf(p.Id, day, kind))).ToList())).ToList();
            var open = kinds.Aggregate(QuarterHours.None, (all, kind) => all | kind.Held);
            return new(day, null, closed, [.. Enumerable.Range(FirstHour, HoursOfDay).Where(h => Meets(open, Of(h))).Select(Hour)]);

            LoadHour Hour(int hour)
            {
                var inHour = talking.Where(t => Meets(t.Quarters, Of(hour))).ToList();
                return new(hour, reading.People.Count(p => Meets(reading.Roster.Of(p.Id, day).Quarters & open, Of(hour))), inHour.Count,
                    [.. kinds.Select(k =>
                    {
                        var (works, free) = (k.People.Count(p => Meets(p.Works & k.Held, Of(hour))), k.People.Count(p => Meets(p.Starts, Of(hour))));
                        return new KindHour(k.Kind, works, k.People.Count(p => inHour.Exists(t => t.StaffId == p.Id)), free, State(hour, k.Held, works, free));
                    })]);
            }

            HourState State(int hour, QuarterHours held, int works, int free) =>
                day.At(TimeSpan.FromHours(hour + 1)) <= now ? HourState.Over
                : !Meets(held, Of(hour)) ? HourState.Closed
                : works == 0 ? HourState.Nobody
                : free == 0 ? HourState.Full
                : free == 1 ? HourState.Last
                : HourState.Free;
        }

        /// <summary>Returns a person's service day.</summary>
        public PersonLoad Person(Guid person, ServiceDay day)
        {
            var times = reading.Roster.Of(person, day);
            var open = Enum.GetValues<BookingKind>().Aggregate(QuarterHours.None, (all, kind) => all | reading.HeldOn(day, kind));
            var own = reading.TalksOn(day).Where(t => t.StaffId == person).ToList();
            return new(TimeSpan.FromMinutes((times.Quarters & open).Times().Count() * Slot.Quarter),
                own.Aggregate(TimeSpan.Zero, (sum, t) => sum + (t.End - t.Start)), own.Count,
                own.Count(t => !times.Cover(new Slot(t.Start, (int)(t.End - t.Start).TotalMinutes))), own.Count(t => t.Lane > 0),
                reading.Absences.Any(a => a.StaffId == person && a.Covers(day.Date)));
        }
    }

    /// <summary>Whether two sets have a quarter hour in common.</summary>
    public static bool Meets(QuarterHours a, QuarterHours b) => (a & b) != QuarterHours.None;
}
