using OneStop.Domain.Bookings;
namespace OneStop.Domain.Hours;

/// <summary>Hours of one method as they were set, from a service day on.</summary>
/// <param name="HasBegun">Its first day is here or past: it cannot be taken back any more.</param>
/// <param name="IsInForce">It is what holds today.</param>
public sealed record HoursRow(Guid Id, ContactMethod Method, DateOnly From, ServiceHours Hours, string Reason, string SetBy, bool HasBegun, bool IsInForce);

/// <summary>A closure as the screen shows it.</summary>
/// <param name="Method">Null for all methods.</param>
/// <param name="IsToCome">Nothing of it has happened.</param>
public sealed record ClosureRow(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, string SetBy, bool IsToCome);

/// <summary>When what is held, now and from when on.</summary>
/// <param name="Today">The service day that it is.</param>
/// <param name="InForce">The hours of each method today, closures aside.</param>
/// <param name="Settings">What was set, the latest first.</param>
/// <param name="Closures">Those that are not over.</param>
/// <param name="Outside">Promised bookings that lie outside: they stay valid, and somebody calls the people.</param>
public sealed record HoursView(DateOnly Today, IReadOnlyDictionary<ContactMethod, ServiceHours> InForce, IReadOnlyList<HoursRow> Settings, IReadOnlyList<ClosureRow> Closures, IReadOnlyList<BookingRow> Outside);

/// <summary>What a change of hours or closures came to.</summary>
/// <param name="Outside">Promised bookings of these methods and days that lie outside now.</param>
public sealed record HoursChange(Guid Id, IReadOnlyList<BookingRow> Outside);

/// <summary>A closure as it was before somebody lifted it: what undoing needs.</summary>
public sealed record LiftedClosure(Guid Id, DateOnly From, DateOnly Until, ContactMethod? Method, string Reason, bool WasRemoved);

/// <summary>How many bookings of a method began in an hour of the clock (0–23) and ended so.</summary>
public sealed record BandCount(int HourBand, ContactMethod Method, BookingState State, int Count);

/// <summary>One number of the evidence.</summary>
/// <param name="Band">The hour band, 6 to 24; null for all.</param>
/// <param name="Method">Null for all.</param>
/// <param name="State">How they ended; null for all that were made.</param>
public sealed record EvidenceNumber(int? Band, ContactMethod? Method, BookingState? State);

/// <summary>What became of bookings.</summary>
/// <param name="Booked">All that were made, those before us included.</param>
/// <param name="CalledOff">相談員都合.</param>
public sealed record BookingFigures(int Booked, int Held, int Missed, int Cancelled, int CalledOff)
{
    internal static BookingFigures Of(IEnumerable<BandCount> counts)
    {
        var byState = counts.ToLookup(c => c.State, c => c.Count);
        return new(byState.Sum(s => s.Sum()), byState[BookingState.Held].Sum(), byState[BookingState.Missed].Sum(), byState[BookingState.Cancelled].Sum(), byState[BookingState.CalledOff].Sum());
    }
}

/// <summary>The evidence by hour band of the service day (6 to 24, where 24 is the hour after midnight), and by method.</summary>
public sealed record HoursEvidence(IReadOnlyList<(int Band, BookingFigures Figures)> Bands, IReadOnlyList<(ContactMethod Method, BookingFigures Figures)> Methods, BookingFigures All)
{
    internal static HoursEvidence Of(IReadOnlyList<BandCount> counts) => new(
        [.. Enumerable.Range(6, 19).Select(band => (band, BookingFigures.Of(counts.Where(c => c.HourBand == band % 24))))],
        [.. Enum.GetValues<ContactMethod>().Select(method => (method, BookingFigures.Of(counts.Where(c => c.Method == method))))],
        BookingFigures.Of(counts));
}

/// <summary>Whether consultations are held at an instant.</summary>
/// <param name="Open">The hours of the day, if they are.</param>
/// <param name="ChangesAt">When they end, or begin; null if nothing is held for months.</param>
public sealed record HoursNow(ServiceHours? Open, DateTimeOffset? ChangesAt);
