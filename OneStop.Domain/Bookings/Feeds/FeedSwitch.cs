namespace OneStop.Domain.Bookings.Feeds;

/// <summary>予定の配信を始める、やめる: one press of a manager. The newest row counts; without any, it is off.</summary>
public sealed class FeedSwitch
{
    private FeedSwitch() { }

    /// <param name="number">The number of the press, from 1; unique, so that of two at once one is applied after the other.</param>
    public static FeedSwitch To(bool isOn, int number, Guid staffId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Number = number, IsOn = isOn, SetBy = staffId, SetAt = now };

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public bool IsOn { get; private set; }
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }
}
