using System.Threading.Channels;

namespace OneStop.Domain.Workers;

/// <summary>Wakes a worker as soon as there is work. A signal raised while the worker is busy is kept; several of them count as one.</summary>
public class WorkSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The topic that raises all signals of this kind: a save announces it, if the mapping of a row says so.</summary>
    public static string TopicOf(Type signal) => signal.Name;

    /// <summary>Says that there is work.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Waits until the signal is raised, for <paramref name="most"/> at most: a signal raised in another process does not arrive here.</summary>
    public async Task Wait(TimeSpan most, TimeProvider clock, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await raised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The time is over; the worker looks for work itself.
        }
    }
}
