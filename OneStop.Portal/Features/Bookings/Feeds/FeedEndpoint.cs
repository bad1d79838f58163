using System.Text;
using OneStop.Domain.Bookings.Feeds;
using OneStop.Domain.Staff;
using OneStop.Portal.ForClients;
using OneStop.Portal.SignIn;

namespace OneStop.Portal.Features.Bookings.Feeds;

/// <summary>
/// The times of a member's own bookings for their calendar, at an unguessable address and without sign-in: calendars cannot sign in. It answers only in
/// registered networks, and says 404 to everything that it does not answer.
/// </summary>
internal static class FeedEndpoint
{
    /// <summary>The path before the secret. Such addresses are not traced (<see cref="ClientPages.Keyed"/>).</summary>
    public const string Path = "/feed";

    extension(IEndpointRouteBuilder app)
    {
        public void MapBookingFeed() => app.MapGet(Path + "/{secret}.ics",
            async (string secret, HttpContext context, RegisteredNetworks networks, Actor actor, BookingFeedDesk desk) =>
            {
                context.Response.Headers.CacheControl = "private, no-store"; // of every answer: a 404 must not outlive the switch
                if (!networks.Contain(context.Connection.RemoteIpAddress))
                    return Results.NotFound();
                actor.BeLine(); // access by the unguessable address, without sign-in
                return await desk.Read(secret) is { } calendar ? Results.Text(calendar, "text/calendar", Encoding.UTF8) : Results.NotFound();
            }).AllowAnonymous();
    }
}
