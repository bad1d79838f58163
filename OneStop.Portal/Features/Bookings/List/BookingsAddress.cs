using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>Where the bookings of a day are.</summary>
internal static class BookingsAddress
{
    /// <summary>Those of the service day that opens on a date.</summary>
    public static string Of(DateOnly day, Guid? person = null) =>
        ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new() { Day = day, Person = person }));
}
