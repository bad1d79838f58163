using OneStop.Domain;

namespace OneStop.Portal.Documents;

/// <summary>
/// Work on files from outside whose need of memory their size does not tell: one at a time in the whole process, so that the most that it
/// can take is the most of one. Who waits for long is told so.
/// </summary>
internal sealed class FileWorkGate(TimeProvider clock) : IDisposable
{
    /// <summary>How long to wait for those before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Does it when nobody else is at it, away from the caller's thread: a circuit goes on meanwhile.</summary>
    /// <exception cref="RuleException">Others take too long.</exception>
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
