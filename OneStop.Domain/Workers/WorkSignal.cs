using System.Threading.Channels;

namespace OneStop.Domain.Workers;

/// <summary>Wakes a worker when there is work. A signal raised while the worker is busy is kept; several of them count as one.</summary>
public class WorkSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Returns the topic that raises all signals of a type; a save announces it if a table's mapping says so.</summary>
    public static string TopicOf(Type signal) => signal.Name;

    /// <summary>Signals that there is work.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>
    /// Waits until the signal is raised, for at most <paramref name="most"/>, because signals raised in another process do not arrive here.
    /// </summary>
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
