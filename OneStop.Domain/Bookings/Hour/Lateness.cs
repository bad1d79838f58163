namespace OneStop.Domain.Bookings.Hour;

/// <summary>遅れます: that the person in charge comes later than booked, as it was announced.</summary>
/// <param name="Minutes">How much later, from the booked start.</param>
/// <param name="By">The member of staff who announced it.</param>
/// <param name="NoticeId">The sending that tells the client; null if they cannot be reached in LINE.</param>
public sealed record Lateness(int Minutes, DateTimeOffset At, Guid By, Guid? NoticeId)
{
    /// <summary>The minutes that can be announced.</summary>
    public static IReadOnlyList<int> Choices { get; } = [5, 10, 15, 30];
}
