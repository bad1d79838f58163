using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Calendar;

/// <summary>A booking in a column. Those that overlap stand side by side.</summary>
/// <param name="At">Its first quarter hour.</param>
/// <param name="Length">Its quarter hours.</param>
/// <param name="Place">Its place among those that overlap, from 0.</param>
/// <param name="Places">How many places these share.</param>
public sealed record CalendarBlock(BookingRow Row, int At, int Length, int Place, int Places)
{
    /// <summary>The whole of it for a screen reader and as tooltip: first what the block shows, then what there is no room for.</summary>
    /// <param name="isOnes">Whether the column is one person's, so that the block does not name who holds the talk.</param>
    public string WordsIn(bool isOnes) => string.Join('、', ((string?[])[$"{ServiceDay.SayTime(Row.Start)} {NameIn(isOnes)} {State}", Row.Times, Row.Alias,
        $"{Row.Kind.InJapanese}・{Row.Method.InJapanese}", $"担当 {Row.StaffName}", Outside is null ? null : Row.State.InJapanese,
        Row.BeyondReason is null ? null : "重複・時間外で入れた予約"]).OfType<string>());

    /// <summary>The name on the block: whose talk it is, and who holds it if the column is not one person's.</summary>
    public string NameIn(bool isOnes) => isOnes ? Row.Called : $"{Row.Called} / {Row.StaffName}";

    /// <summary>The word on the block: what it lies outside of, else its state.</summary>
    public string State => Outside ?? Row.State.InJapanese;

    /// <summary>What it lies outside of; null if nothing.</summary>
    public string? Outside => Row.Outside switch
    {
        Domain.Bookings.Outside.Hours => "時間外",
        Domain.Bookings.Outside.Shift => "勤務外",
        _ => null,
    };

    /// <summary>Lays out the bookings of a column.</summary>
    public static IReadOnlyList<CalendarBlock> LayOut(ServiceDay day, IEnumerable<BookingRow> rows)
    {
        var blocks = rows.OrderBy(r => r.Start).ThenByDescending(r => r.End).ThenBy(r => r.Id)
            .Select(r => new CalendarBlock(r, CalendarAxis.QuarterOf(day.TimeOf(r.Start)), (int)((r.End - r.Start).TotalMinutes / Slot.Quarter), 0, 1))
            .ToList();
        var places = PlacesOf([.. blocks.Select(b => (b.At, b.Length))]);
        return [.. blocks.Zip(places, (block, place) => block with { Place = place.Place, Places = place.Places })];
    }

    /// <summary>Returns the places of spans that are sorted by their begin: each takes the first place that is free then.</summary>
    internal static IReadOnlyList<(int Place, int Places)> PlacesOf(IReadOnlyList<(int At, int Length)> spans)
    {
        var places = new (int Place, int Places)[spans.Count];
        var (first, until, ends) = (0, 0, new List<int>()); // of the group of spans that overlap one another
        foreach (var (index, (at, length)) in spans.Index())
        {
            if (at >= until)
            {
                Close(index);
                (first, ends) = (index, []);
            }
            var place = ends.FindIndex(end => end <= at);
            if (place < 0)
            {
                place = ends.Count;
                ends.Add(0);
            }
            ends[place] = at + length;
            until = Math.Max(until, at + length);
            places[index].Place = place;
        }
        Close(spans.Count);
        return places;

        void Close(int end)
        {
            for (var i = first; i < end; i++)
                places[i].Places = ends.Count;
        }
    }
}
