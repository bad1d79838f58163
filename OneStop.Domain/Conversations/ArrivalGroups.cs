using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations;

/// <summary>
/// What different friends bring about at the same time is loaded together and saved together: a context, a turn and a sync to disk
/// for each event cost several times what the event itself does. Whatever waits while one group is kept is the next group. All or
/// nothing of a group is on disk; where one of it fails, it alone is taken out and tried by itself.
/// </summary>
/// <param name="dbs">Contexts for what comes through LINE.</param>
public sealed class ArrivalGroups(IDbContextFactory<OneStopDb> dbs, ILogger<ArrivalGroups> logger)
{
    /// <summary>So many that a save is worth it, and so few that a counselor who saves meanwhile does not feel it.</summary>
    public const int Largest = 32;

    private readonly ConcurrentQueue<Waiting> waiting = new();
    private int isAtWork;

    /// <summary>Changes what is stored, as <see cref="Changes"/> does, with what others change at this moment.</summary>
    /// <param name="sequence">The incoming event.</param>
    /// <param name="from">Its friend. Whoever hands in a friend's next event has waited for the one before.</param>
    /// <param name="change">May be called again, on a context that knows nothing of the call before.</param>
    /// <returns>When it is on disk.</returns>
    public Task Change(long sequence, LineUserId? from, Func<OneStopDb, Task> change)
    {
        var handed = new Waiting(sequence, from, change, new(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Enqueue(handed);
        if (Interlocked.Exchange(ref isAtWork, 1) == 0)
            _ = Task.Run(Work);
        return handed.Kept.Task;
    }

    private async Task Work()
    {
        do
        {
            while (Next() is { Count: > 0 } group)
                await Keep(group);
            Volatile.Write(ref isAtWork, 0);
        }
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isAtWork, 1) == 0); // one may have come in between
    }

    private List<Waiting> Next()
    {
        var group = new List<Waiting>();
        while (group.Count < Largest && waiting.TryDequeue(out var next))
            group.Add(next);
        return group;
    }

    private async Task Keep(List<Waiting> group)
    {
        if (group is [var only])
        {
            await KeepAlone(only);
            return;
        }
        try
        {
            if (await KeepTogether(group) is { } odd)
            {
                await Keep([.. group.Where(w => w != odd)]); // in another context: this one knows what the odd one half did
                await KeepAlone(odd);
                return;
            }
            group.ForEach(w => w.Kept.TrySetResult());
        }
        catch (Exception exception)
        {
            logger.LogWarning("A save of {Count} events failed; each is tried by itself: {Failure}", group.Count, exception.WithoutWords);
            foreach (var one in group)
                await KeepAlone(one);
        }
    }

    /// <returns>The one whose change failed; null where all of it is on disk.</returns>
    private async Task<Waiting?> KeepTogether(List<Waiting> group)
    {
        await using var db = await dbs.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync(); // once, and not for each question
        await Load(db, group);
        foreach (var one in group)
        {
            try
            {
                await one.Change(db);
            }
            catch (Exception exception)
            {
                logger.LogWarning("Event {Sequence} is taken out of a group of {Count} and tried by itself: {Failure}", one.Sequence, group.Count, exception.WithoutWords);
                return one;
            }
        }
        await db.SaveChangesAsync();
        return null;
    }

    private async Task KeepAlone(Waiting one)
    {
        try
        {
            await dbs.Change(one.Change);
            one.Kept.TrySetResult();
        }
        catch (Exception exception)
        {
            one.Kept.TrySetException(exception);
        }
    }

    /// <summary>What each change begins with is asked for once for all of them.</summary>
    private static async Task Load(OneStopDb db, List<Waiting> group)
    {
        var (sequences, friends) = (group.Select(w => w.Sequence).ToList(), group.Select(w => w.From).OfType<LineUserId>().ToList());
        await db.IncomingEvents.Where(e => sequences.Contains(e.Sequence)).LoadAsync();
        await db.Conversations.Include(c => c.Friend).Where(c => friends.Contains(c.Friend.LineUserId)).LoadAsync();
    }

    private sealed record Waiting(long Sequence, LineUserId? From, Func<OneStopDb, Task> Change, TaskCompletionSource Kept);
}
