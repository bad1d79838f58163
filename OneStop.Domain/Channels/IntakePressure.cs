namespace OneStop.Domain.Channels;

/// <summary>Tells when so many webhooks arrive that LINE would have to wait for its 200: work that can wait is then delayed.</summary>
/// <param name="clock">The computer's clock, even when the service runs on a set clock, because the load of this moment counts.</param>
public sealed class IntakePressure(TimeProvider clock)
{
    /// <summary>How many webhooks in one commit count as a rush.</summary>
    internal const int Many = 16;

    private const int MostSteps = 10;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Lasts = TimeSpan.FromMilliseconds(20);
    private long last = long.MinValue; // timestamp of the clock

    private bool IsOn => Interlocked.Read(ref last) is not long.MinValue and var at && clock.GetElapsedTime(at) < Lasts;

    /// <summary>Records the number of webhooks of a commit.</summary>
    public void Note(int webhooks)
    {
        if (webhooks >= Many)
            Interlocked.Exchange(ref last, clock.GetTimestamp());
    }

    /// <summary>Delays the caller during a rush, for at most a tenth of a second, because danger words wait in the same queue.</summary>
    public async Task StepAside()
    {
        for (var step = 0; step < MostSteps && IsOn; step++)
            await Task.Delay(Step, clock);
    }
}
