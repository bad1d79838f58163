namespace OneStop.Domain.Bookings.Hour;

/// <summary>
/// リアルタイム相談: the talk of a booked chat consultation while it runs, and afterwards how long it was. A booking has one at most, and a conversation
/// one that runs. It ends by a press, or with its booking; never silently by the clock.
/// </summary>
public sealed class LiveTalk
{
    /// <summary>How long before the booked start a talk can be begun.</summary>
    public static readonly TimeSpan EarlyBy = TimeSpan.FromMinutes(15);

    /// <summary>1回60分以内（仕様書 7(2)①(イ)）: the countdown of a talk that was begun early ends after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(Slot.LongestMinutes);

    private LiveTalk() { }

    /// <summary>Begins the talk of a booking.</summary>
    /// <param name="noticeId">The message that tells the client.</param>
    /// <param name="takenFrom">Whose the booking was before the one who begins took it over; null if nobody else's.</param>
    internal static LiveTalk Of(Booking booking, Guid conversationId, Guid staffId, Guid noticeId, TakenPlace? takenFrom, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BookingId = booking.Id,
        ConversationId = conversationId,
        StaffId = staffId,
        BeganAt = now,
        NoticeId = noticeId,
        TakenFrom = takenFrom,
    };

    public Guid Id { get; private set; }
    public Guid BookingId { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>担当: the member of staff who holds the talk.</summary>
    public Guid StaffId { get; private set; }

    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>Null while the talk runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The member of staff who ended it; null while it runs, and if the client ended it by cancelling the booking.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>The message that told the client that somebody is there.</summary>
    public Guid NoticeId { get; private set; }

    /// <summary>Whose the booking was before the one who began took it over; null if nobody else's.</summary>
    public TakenPlace? TakenFrom { get; private set; }

    public bool IsRunning => EndedAt is null;

    /// <summary>Returns the end of the countdown: the booked end, at the latest an hour after the begin.</summary>
    public static DateTimeOffset UntilOf(DateTimeOffset beganAt, DateTimeOffset bookedEnd) => beganAt + Longest < bookedEnd ? beganAt + Longest : bookedEnd;

    /// <summary>Ends the talk; one that has ended stays as it is.</summary>
    public void End(Guid? by, DateTimeOffset now)
    {
        if (IsRunning)
            (EndedAt, EndedBy) = (now, by);
    }

    /// <summary>Begins a talk anew that was ended before the client was told of it.</summary>
    internal void BeginAgain(Guid noticeId, TakenPlace? takenFrom, DateTimeOffset now) =>
        (BeganAt, EndedAt, EndedBy, NoticeId, TakenFrom) = (now, null, null, noticeId, takenFrom);

    /// <summary>Goes on with a talk that has ended.</summary>
    internal void Resume() => (EndedAt, EndedBy) = (null, null);

    internal void TellAgain(Guid noticeId) => NoticeId = noticeId;

    internal void HandTo(Guid staffId) => StaffId = staffId;
}

/// <summary>Where a booking was before somebody took it over.</summary>
/// <param name="StaffId">Who was in charge.</param>
/// <param name="Lane">The lane in which it was with them: 1 beside another booking.</param>
public sealed record TakenPlace(Guid StaffId, int Lane);
