namespace OneStop.Domain.Data;

/// <summary>
/// Admits one writer at a time in this process. SQLite allows no more, and its waiting writers poll with growing delays in no order, so that one
/// could wait for seconds. Here they queue; writes for which a person or LINE waits (a counselor's save, LINE's 200) come before those of workers.
/// Between processes SQLite's own waiting remains.
/// </summary>
public sealed class WriteQueue
{
    private readonly Lock guard = new();
    private readonly Queue<TaskCompletionSource> first = new();
    private readonly Queue<TaskCompletionSource> later = new();
    private bool isTaken;

    /// <summary>Waits for a turn, which ends when the result is disposed. During a turn, no other save may be awaited.</summary>
    /// <param name="isAwaited">Whether a person or LINE waits for the write.</param>
    public async Task<IDisposable> Take(bool isAwaited)
    {
        TaskCompletionSource? turn = null;
        lock (guard)
        {
            if (isTaken)
                (isAwaited ? first : later).Enqueue(turn = new(TaskCreationOptions.RunContinuationsAsynchronously));
            isTaken = true;
        }
        if (turn is not null)
            await turn.Task;
        return new Turn(this);
    }

    private void Pass()
    {
        lock (guard)
        {
            if (first.TryDequeue(out var next) || later.TryDequeue(out next))
                next.SetResult();
            else
                isTaken = false;
        }
    }

    private sealed class Turn(WriteQueue queue) : IDisposable
    {
        private WriteQueue? owner = queue;

        public void Dispose() => Interlocked.Exchange(ref owner, null)?.Pass();
    }
}
