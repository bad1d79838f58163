namespace OneStop.Domain.Bookings.Evidence;

/// <summary>The number of bookings of one method and state that began in an hour of the clock (0–23).</summary>
public sealed record BandCount(int HourBand, ContactMethod Method, BookingState State, int Count);

/// <summary>One number of the evidence.</summary>
/// <param name="Band">The hour band, 6 to 24; null for all.</param>
/// <param name="Method">Null for all methods.</param>
/// <param name="State">The state of the bookings; null for all.</param>
public sealed record EvidenceNumber(int? Band, ContactMethod? Method, BookingState? State);

/// <summary>Numbers of bookings by state.</summary>
/// <param name="Booked">All bookings, coming ones included.</param>
/// <param name="CalledOff">相談員都合.</param>
public sealed record BookingFigures(int Booked, int Held, int Missed, int Cancelled, int CalledOff)
{
    internal static BookingFigures Of(IEnumerable<BandCount> counts)
    {
        var byState = counts.ToLookup(c => c.State, c => c.Count);
        return new(byState.Sum(s => s.Sum()), byState[BookingState.Held].Sum(), byState[BookingState.Missed].Sum(),
            byState[BookingState.Cancelled].Sum(), byState[BookingState.CalledOff].Sum());
    }
}

/// <summary>The evidence by hour band of the service day (6 to 24, where 24 is the hour after midnight), and by method.</summary>
public sealed record HoursEvidence(IReadOnlyList<(int Band, BookingFigures Figures)> Bands,
    IReadOnlyList<(ContactMethod Method, BookingFigures Figures)> Methods, BookingFigures All)
{
    internal static HoursEvidence Of(IReadOnlyList<BandCount> counts) => new(
        [.. Enumerable.Range(6, 19).Select(band => (band, BookingFigures.Of(counts.Where(c => c.HourBand == band % 24))))],
        [.. Enum.GetValues<ContactMethod>().Select(method => (method, BookingFigures.Of(counts.Where(c => c.Method == method))))],
        BookingFigures.Of(counts));
}
