namespace OneStop.Line.Api;

/// <summary>How long a call may take, by the injected clock, unless the host stops before.</summary>
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
