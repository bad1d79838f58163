namespace OneStop.Domain.SupportPrograms.Following;

/// <summary>見直しではなかった: a booked プログラム面談 of a running program that needs no review, because the plan was explained or signed there.</summary>
public sealed class TalkWithoutReview
{
    private TalkWithoutReview() { }

    /// <summary>Records it.</summary>
    public static TalkWithoutReview Of(Guid programId, Guid bookingId, Guid by, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ProgramId = programId, BookingId = bookingId, At = now, StaffId = by };

    public Guid Id { get; private set; }
    public Guid ProgramId { get; private set; }
    public Guid BookingId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid StaffId { get; private set; }
}
