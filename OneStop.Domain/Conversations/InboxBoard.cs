using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations;

/// <summary>
/// The inbox's lists and counts, read once after a change and shared by all open screens: with thirty inboxes open and twenty
/// messages a second, each reading for itself would be hundreds of list loads a second. Guarded by <see cref="InboxDesk"/>.
/// </summary>
public sealed class InboxBoard(IServiceScopeFactory scopes, LiveUpdates live, TimeProvider clock)
{
    // Another portal's changes are not announced here; nothing shown is older than this when it is asked for.
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(InboxList List, int Take, Guid? Me), Reading> readings = new();

    /// <summary>The first rows of a list, one more than asked for if there are more; without anybody's read marks.</summary>
    internal async Task<IReadOnlyList<InboxRow>> Rows(InboxList list, int take, Guid me) =>
        (IReadOnlyList<InboxRow>)await Once((list, take, list == InboxList.Mine ? me : null), async db => await db.Conversations.On(list, me).InOrderOf(list).Take(take + 1).ToRows(db).ToListAsync());

    /// <summary>How many a list holds.</summary>
    internal async Task<int> Count(InboxList list, Guid me)
    {
        if (list == InboxList.Done) // they grow with the years, and what is open does not: the rest of all, who are counted anyway
            return await Count(InboxList.All, me) - (int)await Once((list, 0, null), async db => await db.Conversations.Open().CountAsync());
        return (int)await Once((list, 0, list == InboxList.Mine ? me : null), async db => await db.Conversations.On(list, me).CountAsync());
    }

    private Task<object> Once((InboxList List, int Take, Guid? Me) what, Func<OneStopDb, Task<object>> read)
    {
        var (version, now) = (live.Version, clock.GetTimestamp());
        Reading New() => new(version, now, new(() => Read(read)));
        return readings.AddOrUpdate(what, _ => New(), (_, kept) => kept.Version == version && clock.GetElapsedTime(kept.At, now) < Keep && !kept.HasFailed ? kept : New()).Read.Value;
    }

    private async Task<object> Read(Func<OneStopDb, Task<object>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock(); // the same rows for all whom the desk lets in
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private sealed record Reading(long Version, long At, Lazy<Task<object>> Read)
    {
        public bool HasFailed => Read.IsValueCreated && Read.Value.IsFaulted;
    }
}
