using System.Globalization;
using OneStop.Domain;
using OneStop.Domain.Bookings;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>Which bookings somebody looks at, as the address says it: a service day or its week, and what narrows it. Words of search never stand in an address.</summary>
/// <param name="Day">The date on which the service day opens.</param>
/// <param name="IsWeek">The whole week of that day, from Monday on.</param>
/// <param name="IsOutside">Only what lies outside the hours or its person's shift.</param>
public sealed record BookingsPlace(DateOnly Day, bool IsWeek = false, BookingState? State = null, BookingKind? Kind = null, Guid? Person = null, bool IsOutside = false)
{
    private const string Format = "yyyy-MM-dd";
    private const int DaysOfWeek = 7;

    /// <summary>Reads what an address says; what makes no sense in it is left out.</summary>
    public static BookingsPlace Read(string? day, string? span, string? state, string? kind, string? person, string? outside, DateOnly today) => new(
        DateOnly.TryParseExact(day, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && IsSensible(read) ? read : today,
        span == "week",
        Named<BookingState>(state),
        Named<BookingKind>(kind),
        Guid.TryParse(person, out var id) ? id : null,
        outside == "1");

    /// <summary>A day on which there may be bookings.</summary>
    public static bool IsSensible(DateOnly day) => day.Year is > 2000 and < 2200;

    /// <summary>The first day that is shown.</summary>
    public DateOnly From => IsWeek ? Day.AddDays(-(((int)Day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek)) : Day;

    /// <summary>The last day that is shown.</summary>
    public DateOnly Until => IsWeek ? From.AddDays(DaysOfWeek - 1) : Day;

    public BookingsPlace Previous => this with { Day = Day.AddDays(IsWeek ? -DaysOfWeek : -1) };

    public BookingsPlace Next => this with { Day = Day.AddDays(IsWeek ? DaysOfWeek : 1) };

    /// <summary>10月7日(水), or 10月5日(月)〜10月11日(日)</summary>
    public string Title => IsWeek ? $"{JapanTime.Say(From)}〜{JapanTime.Say(Until)}" : JapanTime.Say(Day);

    /// <summary>Does a booking of these days belong to it, whatever its state?</summary>
    public bool Holds(BookingRow row) => (Kind is null || row.Kind == Kind) && (Person is null || row.StaffId == Person);

    /// <summary>Is it shown here, where its state matters too?</summary>
    public bool Shows(BookingRow row) => Holds(row) && (State is null || row.State == State) && (!IsOutside || row.Outside != Outside.Nothing);

    /// <summary>The address of this place.</summary>
    public string Url
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("day", Day.ToString(Format, CultureInfo.InvariantCulture)),
                ("span", IsWeek ? "week" : null),
                ("state", State?.ToString().ToLowerInvariant()),
                ("kind", Kind?.ToString().ToLowerInvariant()),
                ("person", Person?.ToString()),
                ("outside", IsOutside ? "1" : null),
            ];
            return $"/bookings?{string.Join('&', all.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"))}";
        }
    }

    private static T? Named<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(text, out _) ? known : null;
}
