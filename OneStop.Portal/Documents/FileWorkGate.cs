using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// Serializes work on uploaded files whose memory use cannot be known from their size: one at a time in the process, so that the
/// peak is that of one file. A caller who waits too long gets a message.
/// </summary>
internal sealed class FileWorkGate(TimeProvider clock) : IDisposable
{
    /// <summary>The longest wait for others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Runs the work when no other is running, on a thread of the pool: the circuit stays responsive.</summary>
    /// <exception cref="RuleException">The wait was too long.</exception>
    public async Task<T> Do<T>(Func<T> work)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await gate.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new RuleException("いま、ほかの人のファイルを読んでいます。少し待ってから、もう一度選んでください。");
        }
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
