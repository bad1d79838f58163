using System.Threading.Channels;

namespace OneStop.Domain.Workers;

/// <summary>Wakes a worker as soon as there is work. Rings while it is busy are not lost, and many are heard as one.</summary>
public class WorkBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is work.</summary>
    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Waits for a ring, but no longer than <paramref name="most"/>: a ring in another process is not heard here.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Looked long enough; the worker looks for itself.
        }
    }
}
