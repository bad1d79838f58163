namespace OneStop.Domain.Bookings.Video;

/// <summary>
/// That an address belongs to one client for ever: a unique key lets nobody else have it, not even if two enter it at the same moment. Only its keyed
/// digest is kept, also after the client's data are erased.
/// </summary>
public sealed class GivenAddress
{
    private GivenAddress() { }

    public static GivenAddress To(Guid clientId, string digest, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, Digest = digest };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public string Digest { get; private set; } = "";
}
