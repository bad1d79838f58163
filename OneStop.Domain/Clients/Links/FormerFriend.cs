namespace OneStop.Domain.Clients.Links;

/// <summary>
/// 前の電話: a LINE friend that a client used before, on an earlier telephone. The talk with it belongs to the client's file; messages are sent to
/// <see cref="Client.FriendId"/> only.
/// </summary>
public sealed class FormerFriend
{
    private FormerFriend() { }

    /// <param name="by">The member of staff who linked the new telephone.</param>
    public static FormerFriend Of(Guid clientId, Guid friendId, Guid by, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ClientId = clientId, FriendId = friendId, By = by, Until = now };

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid FriendId { get; private set; }
    public Guid By { get; private set; }

    /// <summary>When another telephone took its place.</summary>
    public DateTimeOffset Until { get; private set; }
}
