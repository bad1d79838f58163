namespace OneStop.Line.Api;

/// <summary>A cancellation token that fires after a time-out by the injected clock, or when the host stops.</summary>
internal sealed class ClockedCancellation : IDisposable
{
    private readonly CancellationTokenSource patience;
    private readonly CancellationTokenSource either;

    public ClockedCancellation(TimeSpan within, TimeProvider clock, CancellationToken stopping)
    {
        patience = new(within, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
    }

    public CancellationToken Token => either.Token;

    public void Dispose()
    {
        either.Dispose();
        patience.Dispose();
    }
}
