namespace OneStop.Domain.Data;

/// <summary>
/// One writer at a time in this process. SQLite admits no more and lets the others poll with growing pauses, in no order, so that
/// one can wait for seconds beside a busy one. Here they queue: whom somebody waits for (a counselor's save, LINE's 200)
/// comes before the workers. Between processes SQLite's own waiting remains.
/// </summary>
public sealed class WriteQueue
{
    private readonly Lock guard = new();
    private readonly Queue<TaskCompletionSource> first = new();
    private readonly Queue<TaskCompletionSource> later = new();
    private bool isTaken;

    /// <summary>Waits for a turn, which ends when it is disposed. Nothing that itself saves may be awaited in it.</summary>
    /// <param name="isAwaited">Does somebody wait for what is written?</param>
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
