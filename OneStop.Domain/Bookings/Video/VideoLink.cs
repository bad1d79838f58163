namespace OneStop.Domain.Bookings.Video;

/// <summary>What staff enters.</summary>
public sealed record VideoLinkWish(string Address);

/// <summary>The address of the room in which one booking is held by video. A booking has one at a time; those before stay, as no longer valid.</summary>
public sealed class VideoLink
{
    private VideoLink() { }

    /// <summary>Creates the link of a booking.</summary>
    /// <param name="digest">The digest of the address (<see cref="GivenAddress"/>).</param>
    public static VideoLink For(Booking booking, VideoAddress address, string digest, Guid staffId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BookingId = booking.Id,
        Address = address.Uri.AbsoluteUri,
        Digest = digest,
        EnteredBy = staffId,
        EnteredAt = now,
    };

    public Guid Id { get; private set; }
    public Guid BookingId { get; private set; }
    public string Address { get; private set; } = "";
    public string Digest { get; private set; } = "";
    public Guid EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>When another address took its place; null while it is valid.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>The link that took its place.</summary>
    public Guid? ReplacedBy { get; private set; }

    /// <summary>The message by which staff sent it; null if they did not.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>When it was put into the reminder of the last hour; null if it was not.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>The sending of that reminder, whose state tells whether it has arrived.</summary>
    public Guid? ReminderId { get; private set; }

    public Uri Uri => new(Address);

    /// <summary>Whether it may have reached the client by LINE.</summary>
    public bool WasSent => MessageId is not null || RemindedAt is not null;

    /// <summary>Ends it, because another address took its place.</summary>
    internal void Replace(VideoLink by, DateTimeOffset now) => (ReplacedAt, ReplacedBy) = (now, by.Id);

    /// <summary>Makes it valid again, because the one that took its place was a mistake.</summary>
    internal void BringBack() => (ReplacedAt, ReplacedBy) = (null, null);

    /// <summary>Records the message that carries it.</summary>
    internal void SendBy(Guid messageId) => MessageId = messageId;

    /// <summary>Forgets the message, which was taken back before it went out.</summary>
    internal void ForgetSending() => MessageId = null;

    /// <summary>Records the reminder that carries it.</summary>
    internal void Remind(Guid sendingId, DateTimeOffset now) => (ReminderId, RemindedAt) = (sendingId, now);

    /// <summary>Gives it to the booking that follows its own.</summary>
    internal void GoTo(Guid bookingId) => BookingId = bookingId;
}

/// <summary>When a talk by video began and ended.</summary>
public sealed class VideoTalk
{
    private VideoTalk() { }

    public static VideoTalk Of(Booking booking, Guid staffId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), BookingId = booking.Id, StaffId = staffId, BeganAt = now };

    public Guid Id { get; private set; }
    public Guid BookingId { get; private set; }

    /// <summary>The member of staff who opened the room first.</summary>
    public Guid StaffId { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>終わる. A second call changes nothing.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>Takes <see cref="End"/> back.</summary>
    public void GoOn() => EndedAt = null;
}
