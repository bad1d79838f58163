using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Domain.Bookings.Calendars;

namespace OneStop.Portal.Features.Calendar;

/// <summary>A column of the grid: a day, or a person on a day.</summary>
/// <param name="Person">The member of staff; null for everybody on that day.</param>
/// <param name="Works">When somebody of this column is on shift.</param>
public sealed record CalendarColumn(CalendarDay Day, CalendarPerson? Person, QuarterHours Works, IReadOnlyList<CalendarBlock> Blocks)
{
    /// <summary>The name of the column in the page.</summary>
    public string Key => $"{Day.Day.Date:yyyy-MM-dd}{(Person is null ? "" : $"/{Person.Id}")}";

    /// <summary>How many bookings stand side by side at most.</summary>
    public int Places => Blocks.Count == 0 ? 1 : Blocks.Max(b => b.Places);

    /// <summary>The column's heading.</summary>
    public string Title => Person?.Name ?? Day.Day.ToString();

    /// <summary>The day, and the person if it is one's.</summary>
    public string Words => Person is null ? Day.Day.ToString() : $"{Person.Name} {Day.Day}";

    /// <summary>The spans of the axis in which nobody of this column works.</summary>
    public IEnumerable<(int At, int Length)> Off => Without(Works);

    /// <summary>The spans of the axis in which no talks are held by any method, on a day that is not closed as a whole.</summary>
    public IEnumerable<(int At, int Length)> Shut => Day.Closed is null ? Without(Open) : [];

    private QuarterHours Open => Day.Hours.Values.Aggregate(QuarterHours.None, (all, hours) => all | QuarterHours.Between(hours.Opens, hours.Closes));

    /// <summary>Whether another column would look just like this one.</summary>
    public bool ShowsTheSameAs(CalendarColumn other) => Key == other.Key && Title == other.Title && Day.Closed == other.Day.Closed && Open == other.Open
        && Works == other.Works && Blocks.SequenceEqual(other.Blocks);

    /// <summary>Returns the columns of a view: of each day, or of each person who works or has bookings on its one day.</summary>
    /// <param name="isEverybody">Whether people who neither work nor have bookings are shown too.</param>
    public static IReadOnlyList<CalendarColumn> Of(CalendarView view, CalendarFilter filter, bool isEverybody)
    {
        var people = view.People.Where(p => filter.Person is null || p.Id == filter.Person).ToList();
        if (filter.View != CalendarShape.People)
        {
            var rows = view.Rows.ToLookup(r => ServiceDay.Of(r.Start));
            return [.. view.Days.Select((day, i) => new CalendarColumn(day, filter.Person is null ? null : people.FirstOrDefault(),
                people.Aggregate(QuarterHours.None, (all, p) => all | p.Times[i].Quarters), CalendarBlock.LayOut(day.Day, rows[day.Day])))];
        }
        var booked = view.Rows.ToLookup(r => r.StaffId);
        return [.. people.Where(p => isEverybody || filter.Person == p.Id || IsHere(p, booked))
            .Select(p => new CalendarColumn(view.Days[0], p, p.Times[0].Quarters, CalendarBlock.LayOut(view.Days[0].Day, booked[p.Id])))];
    }

    /// <summary>Returns how many people a view leaves out because they neither work nor have bookings.</summary>
    public static int LeftOut(CalendarView view, CalendarFilter filter)
    {
        var booked = view.Rows.ToLookup(r => r.StaffId);
        return filter is { View: CalendarShape.People, Person: null } ? view.People.Count(p => !IsHere(p, booked)) : 0;
    }

    private static bool IsHere(CalendarPerson person, ILookup<Guid, BookingRow> booked) => !person.Times[0].IsOff || booked.Contains(person.Id);

    private static IEnumerable<(int At, int Length)> Without(QuarterHours quarters)
    {
        for (var (at, from) = (CalendarAxis.First, CalendarAxis.First); at <= CalendarAxis.End; at++)
        {
            if (at < CalendarAxis.End && !quarters[at])
                continue;
            if (at > from)
                yield return (from, at - from);
            from = at + 1;
        }
    }
}
