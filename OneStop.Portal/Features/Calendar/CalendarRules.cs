using System.Text.Json;
using OneStop.Domain;
using OneStop.Domain.Bookings.Calendars;

namespace OneStop.Portal.Features.Calendar;

/// <summary>
/// What the script of the grid needs to say, without asking the server, whether a booking can be put somewhere: quarter hours as in <see
/// cref="CalendarAxis"/>. The server decides all the same.
/// </summary>
internal static class CalendarRules
{
    /// <summary>Returns the rules of a view as JSON.</summary>
    public static string Of(CalendarView view) => JsonSerializer.Serialize(new
    {
        first = CalendarAxis.First,
        end = CalendarAxis.End,
        longest = Slot.LongestMinutes / Slot.Quarter,
        days = view.Days.ToDictionary(d => Name(d.Day), d => new
        {
            words = d.Day.ToString(),
            closed = d.Closed,
            open = d.Hours.ToDictionary(h => h.Key.ToString(),
                h => (int[])[CalendarAxis.QuarterOf(h.Value.Opens), CalendarAxis.QuarterOf(h.Value.Closes)]),
        }),
        people = view.People.ToDictionary(p => p.Id.ToString(), p => new
        {
            name = p.Name,
            kinds = p.Kinds.Select(k => k.ToString()),
            works = view.Days.Select((d, i) => (d, i)).ToDictionary(d => Name(d.d.Day),
                d => p.Times[d.i].Spans.Select(s => (int[])[CalendarAxis.QuarterOf(s.From), CalendarAxis.QuarterOf(s.Until)])),
        }),
        terms = view.Terms.ToDictionary(t => t.Key.ToString(),
            t => (int[])[t.Value.Minutes / Slot.Quarter, t.Value.Before / Slot.Quarter, t.Value.After / Slot.Quarter]),
    });

    private static string Name(ServiceDay day) => $"{day.Date:yyyy-MM-dd}";
}
