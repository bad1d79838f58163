namespace OneStop.Domain.Channels;

/// <summary>So many webhooks come in at once that LINE would wait for its 200: whatever can wait for a moment does.</summary>
/// <param name="clock">The computer's own, whatever time the service lives by: this is about its cores at this moment.</param>
public sealed class IntakePressure(TimeProvider clock)
{
    /// <summary>So many webhooks in one commit are a rush.</summary>
    internal const int Many = 16;

    private const int MostSteps = 10;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Lasts = TimeSpan.FromMilliseconds(20);
    private long last = long.MinValue; // the clock's ticks

    private bool IsOn => Interlocked.Read(ref last) is not long.MinValue and var at && clock.GetElapsedTime(at) < Lasts;

    /// <summary>So many webhooks are written down in one commit.</summary>
    public void Note(int webhooks)
    {
        if (webhooks >= Many)
            Interlocked.Exchange(ref last, clock.GetTimestamp());
    }

    /// <summary>Lets the door go first, for a tenth of a second at most: who writes of danger waits in the same queue.</summary>
    public async Task StepAside()
    {
        for (var step = 0; step < MostSteps && IsOn; step++)
            await Task.Delay(Step, clock);
    }
}
