using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>
/// What different friends bring about at the same time is loaded together and saved together: a context, a turn and a sync to disk
/// for each event cost several times what the event itself does. Whatever waits while one group is kept is the next group. All or
/// nothing of a group is on disk; where one of it fails, it alone is taken out and tried by itself. Where the database is out of reach,
/// all of it fails at once and is handed in again later. Whom the portal does not know is met before, in a short save of its own:
/// numbers are given in a turn, and nobody else writes meanwhile.
/// </summary>
/// <param name="dbs">Contexts for what comes through LINE.</param>
public sealed class InboundEventGroups(IDbContextFactory<OneStopDb> dbs, IntakePressure pressure, TimeProvider clock, ILogger<InboundEventGroups> logger)
{
    /// <summary>So many that a save is worth it, and so few that a counselor who saves meanwhile does not feel it.</summary>
    public const int Largest = 32;

    /// <summary>So often all of a group is done again where somebody saved one of its rows meanwhile; then each by itself, in its turn.</summary>
    private const int MostAttempts = 3;

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
            while (await Next() is { Count: > 0 } group)
                await Keep(group);
            Volatile.Write(ref isAtWork, 0);
        }
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isAtWork, 1) == 0); // one may have come in between
    }

    private async Task<List<Waiting>> Next()
    {
        await pressure.StepAside();
        var group = new List<Waiting>();
        while (group.Count < Largest && waiting.TryDequeue(out var next))
            group.Add(next);
        return group;
    }

    private async Task Keep(List<Waiting> group, int attempt = 1)
    {
        if (group is [])
            return;
        Outcome outcome;
        try
        {
            outcome = await KeepTogether(group, attempt);
        }
        catch (Exception exception)
        {
            logger.LogWarning("Of a group, {Count} could not be kept; each is tried again later: {Failure}", group.Count, exception.WithoutWords);
            group.ForEach(w => w.Kept.TrySetException(exception));
            return;
        }
        outcome.Kept.ForEach(w => w.Kept.TrySetResult());
        await Keep(outcome.Left, outcome.Kept.Count > 0 ? 1 : attempt + 1); // in another context: this one knows what was not kept, or has the turn
        foreach (var one in outcome.Alone)
            await KeepAlone(one);
    }

    /// <exception cref="Exception">What the only one failed of; or the database is out of reach. One after the other they
    /// would all wait for it as long, and who writes of danger meanwhile behind them.</exception>
    private async Task<Outcome> KeepTogether(List<Waiting> group, int attempt)
    {
        await using var db = await dbs.CreateDbContextAsync();
        using var unwatched = db.WithoutChangeDetection();
        await db.Database.OpenConnectionAsync(); // once, and not for each question
        await Load(db, group);
        List<Waiting> kept = [], left = [];
        foreach (var one in group)
        {
            if (db.HasTurn)
            {
                left.Add(one); // nobody else writes until the turn is given back: it is not held while other changes are computed
                continue;
            }
            try
            {
                await one.Change(db);
                kept.Add(one);
            }
            catch (Exception exception) when (group.Count > 1 && !db.IsOutOfReach(exception))
            {
                logger.LogWarning("Event {Sequence} is taken out of a group of {Count} and tried by itself: {Failure}", one.Sequence, group.Count,
                    exception.WithoutWords);
                return new([], [.. group.Where(w => w != one)], [one]);
            }
        }
        try
        {
            await db.SaveChangesAsync();
            return new(kept, left, []);
        }
        catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
        {
            return new([], [.. kept, .. left], []); // a counselor wrote to one of them: nothing is wrong, and all are read again
        }
        catch (Exception exception) when (!db.IsOutOfReach(exception))
        {
            logger.LogWarning("A save of {Count} events failed; each is tried by itself: {Failure}", kept.Count, exception.WithoutWords);
            return new([], left, kept);
        }
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
    private async Task Load(OneStopDb db, List<Waiting> group)
    {
        var (sequences, friends) = (group.Select(w => w.Sequence).ToList(), group.Select(w => w.From).OfType<LineUserId>().ToList());
        await db.IncomingEvents.Where(e => sequences.Contains(e.Sequence)).LoadAsync();
        await LoadTalks(db, friends);
        var strangers = friends.Where(f => db.Friends.Local.FindEntry(nameof(Friend.LineUserId), f) is null).ToList();
        if (strangers.Count == 0)
            return;
        try
        {
            await Meet(strangers);
        }
        catch (Exception exception) when (!db.IsOutOfReach(exception))
        {
            logger.LogWarning("{Count} people could not be met together; each is met with what they sent: {Failure}", strangers.Count, exception.WithoutWords);
        }
        await LoadTalks(db, strangers);
    }

    private static Task LoadTalks(OneStopDb db, List<LineUserId> friends) =>
        db.Conversations.Include(c => c.Friend).Where(c => friends.Contains(c.Friend.LineUserId)).LoadAsync();

    private async Task Meet(List<LineUserId> strangers)
    {
        await using var db = await dbs.CreateDbContextAsync();
        await db.TakeTurn();
        var met = await db.Friends.Where(f => strangers.Contains(f.LineUserId)).Select(f => f.LineUserId).ToListAsync(); // another portal was quicker
        var (number, now) = (await db.NextNumber<Friend>(nameof(Friend.Number)), clock.GetUtcNow());
        db.Conversations.AddRange(strangers.Except(met).Select(s => Conversation.With(Friend.Register(s, number++, now), now)));
        await db.SaveChangesAsync();
    }

    /// <param name="Kept">On disk.</param>
    /// <param name="Left">The next group.</param>
    /// <param name="Alone">Tried one by one: of them one is at fault.</param>
    private sealed record Outcome(List<Waiting> Kept, List<Waiting> Left, List<Waiting> Alone);

    private sealed record Waiting(long Sequence, LineUserId? From, Func<OneStopDb, Task> Change, TaskCompletionSource Kept);
}
