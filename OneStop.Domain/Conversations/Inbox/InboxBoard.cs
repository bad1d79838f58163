using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Inbox;

/// <summary>
/// A cache of the inbox's lists and counts, read once after a change and shared by all open screens: with thirty inboxes open and twenty messages a
/// second, separate reads would be hundreds a second. <see cref="InboxDesk"/> checks the permission.
/// </summary>
public sealed class InboxBoard(IServiceScopeFactory scopes, LiveUpdates live, TimeProvider clock)
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<Asked, Shelf> shelves = new();

    /// <summary>Returns the first rows of a list with their tags, one more than asked for if there are more. Read marks are not included.</summary>
    internal async Task<IReadOnlyList<InboxRow>> Rows(InboxList list, InboxFilter filter, int take, ValueList<Guid> mine) =>
        (IReadOnlyList<InboxRow>)await Once(new(list, filter, take, list == InboxList.Mine ? mine : null),
        async db => await db.WithTags(await db.Conversations.On(list, mine).Matching(filter, db).InOrderOf(list).Take(take + 1).ToRows(db).ToListAsync()));

    /// <summary>Returns 要返信 of some members of staff, or of nobody if none are given, as <see cref="Rows"/> does.</summary>
    internal async Task<IReadOnlyList<InboxRow>> AnswersOf(ValueList<Guid> staff, int take) =>
        (IReadOnlyList<InboxRow>)await Once(new(InboxList.NeedsAnswer, InboxFilter.None, take, staff), async db =>
            await db.WithTags(await db.Conversations.NeedingAnswerOf(staff).InOrderOf(InboxList.NeedsAnswer).Take(take + 1).ToRows(db).ToListAsync()));

    /// <summary>Returns the number of conversations in a list.</summary>
    internal async Task<int> Count(InboxList list, InboxFilter filter, ValueList<Guid> mine)
    {
        if (list == InboxList.Done && filter.IsNone) // all minus open: counting closed ones would take longer every year
            return await Count(InboxList.All, filter, mine)
                - (int)await Once(new(list, filter, 0, null), async db => await db.Conversations.Open().CountAsync());
        return (int)await Once(new(list, filter, 0, list == InboxList.Mine ? mine : null),
            async db => await db.Conversations.On(list, mine).Matching(filter, db).CountAsync());
    }

    /// <summary>Returns the clients who wait, the latest begin first.</summary>
    internal async Task<IReadOnlyList<WaitingRow>> Waiting(int take) =>
        (IReadOnlyList<WaitingRow>)await Once(new(null, InboxFilter.None, take, null), async db => await db.Conversations.Waiting().Take(take).ToListAsync());

    private Task<object> Once(Asked what, Func<OneStopDb, Task<object>> read)
    {
        if (shelves.Count > MostKept)
            Forget();
        return shelves.GetOrAdd(what, _ => new(live, clock)).Take(() => Read(read));
    }

    private void Forget()
    {
        foreach (var (what, shelf) in shelves)
        {
            if (shelf.IsOld)
                shelves.TryRemove(new(what, shelf));
        }
    }

    private async Task<object> Read(Func<OneStopDb, Task<object>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock(); // the rows are the same for everybody whom the desk admits
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>The cache key; <c>Mine</c> is set only if the result depends on the reader and those for whom they stand in, or on whose the rows are.</summary>
    private sealed record Asked(InboxList? List, InboxFilter Filter, int Take, ValueList<Guid>? Mine);

    /// <summary>
    /// The reads for one cache key, one at a time. All callers that come while an outdated read is running share the next one, however many they are
    /// and however many changes are announced meanwhile.
    /// </summary>
    private sealed class Shelf(LiveUpdates live, TimeProvider clock)
    {
        // Changes in another portal are not announced here: a result older than this is read again.
        private static readonly TimeSpan Keep = TimeSpan.FromSeconds(2);
        private readonly Lock gate = new();
        private (long Version, long At, Task<object> Read)? last;
        private Task<object>? next;

        private long Version => live.VersionOf(ConversationTopics.Inbox); // other announcements do not affect these lists

        public bool IsOld => last is not { } kept || clock.GetElapsedTime(kept.At) >= Keep;

        public Task<object> Take(Func<Task<object>> read)
        {
            lock (gate)
            {
                if (last is { } kept && kept.Version >= Version && !kept.Read.IsFaulted && !IsOld)
                    return kept.Read;
                return last is { Read.IsCompleted: false } underWay ? next ??= After(underWay.Read, read) : Begin(read);
            }
        }

        private Task<object> Begin(Func<Task<object>> read)
        {
            last = (Version, clock.GetTimestamp(), Task.Run(read));
            return last.Value.Read;
        }

        private async Task<object> After(Task<object> before, Func<Task<object>> read)
        {
            await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Task<object> begun;
            lock (gate)
            {
                next = null;
                begun = Begin(read);
            }
            return await begun;
        }
    }
}
