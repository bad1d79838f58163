using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OneStop.Domain.Channels;
using OneStop.Domain.Data;
using OneStop.Domain.Friends;

namespace OneStop.Domain.Conversations.Reception;

/// <summary>
/// Saves events of different friends in groups, because one context, turn and disk sync per event would cost several times the event itself. All
/// events that wait while a group is being saved form the next group. A group is saved entirely or not at all. An event that fails is taken out and
/// tried alone. If the database is unreachable, the whole group fails and is submitted again later. Friends unknown so far are registered first, in a
/// short save of its own, because numbers are assigned in a turn, during which nobody else can write.
/// </summary>
/// <param name="dbs">Contexts for the LINE actor.</param>
public sealed class InboundEventGroups(IDbContextFactory<OneStopDb> dbs, IntakePressure pressure, TimeProvider clock, ILogger<InboundEventGroups> logger)
{
    /// <summary>The most events of a group: enough to make a save worthwhile, few enough not to delay a counselor's save noticeably.</summary>
    public const int Largest = 32;

    /// <summary>The most attempts of a whole group after concurrency conflicts; then each event is tried alone, in its turn.</summary>
    private const int MostAttempts = 3;

    private readonly ConcurrentQueue<Waiting> waiting = new();
    private int isAtWork;

    /// <summary>Applies a change like <see cref="Changes"/>, in one save with the changes of other callers.</summary>
    /// <param name="sequence">The number of the incoming event.</param>
    /// <param name="from">The friend. The caller has waited for the friend's previous event.</param>
    /// <param name="change">May be called again, with a new context.</param>
    /// <returns>Completes when the change is on disk.</returns>
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
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isAtWork, 1) == 0); // one may have been added in between
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
        await Keep(outcome.Left, outcome.Kept.Count > 0 ? 1 : attempt + 1); // a new context: this one tracks unsaved changes, or holds the turn
        foreach (var one in outcome.Alone)
            await KeepAlone(one);
    }

    /// <exception cref="Exception">The only event failed, or the database is unreachable. Trying each event alone would then make all wait for the
    /// same timeout, and danger words of others behind them.</exception>
    private async Task<Outcome> KeepTogether(List<Waiting> group, int attempt)
    {
        await using var db = await dbs.CreateDbContextAsync();
        using var unwatched = db.WithoutChangeDetection();
        await db.Database.OpenConnectionAsync(); // once, not for each query
        await Load(db, group);
        List<Waiting> kept = [], left = [];
        foreach (var one in group)
        {
            if (db.HasTurn)
            {
                left.Add(one); // a turn blocks all other writers, so it is not held while other changes are computed
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
            return new([], [.. kept, .. left], []); // a counselor changed one of the rows: all are read again
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

    /// <summary>Loads what every change needs first, with one query for the whole group.</summary>
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
        var met = await db.Friends.Where(f => strangers.Contains(f.LineUserId)).Select(f => f.LineUserId).ToListAsync(); // by another portal meanwhile
        var (number, now) = (await db.NextNumber<Friend>(nameof(Friend.Number)), clock.GetUtcNow());
        db.Conversations.AddRange(strangers.Except(met).Select(s => Conversation.With(Friend.Register(s, number++, now), now)));
        await db.SaveChangesAsync();
    }

    /// <param name="Kept">Saved.</param>
    /// <param name="Left">To be saved as the next group.</param>
    /// <param name="Alone">To be tried one by one, because one of them fails.</param>
    private sealed record Outcome(List<Waiting> Kept, List<Waiting> Left, List<Waiting> Alone);

    private sealed record Waiting(long Sequence, LineUserId? From, Func<OneStopDb, Task> Change, TaskCompletionSource Kept);
}
