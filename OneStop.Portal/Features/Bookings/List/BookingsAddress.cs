using OneStop.Domain;
using OneStop.Domain.Bookings;
using OneStop.Portal.Shared.Lists;

namespace OneStop.Portal.Features.Bookings.List;

/// <summary>Addresses of the list of bookings.</summary>
internal static class BookingsAddress
{
    /// <summary>Returns the address of a service day, given the date on which it opens.</summary>
    public static string Of(DateOnly day, Guid? person = null) =>
        ListAddress.Write("/bookings", new ListQuery<BookingFilter>(new() { Day = day, Person = person }));
}
