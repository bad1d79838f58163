using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;
using OneStop.Domain.Workers;

namespace OneStop.Domain.Safeguards;

/// <summary>
/// 一覧で見た: records which people lists and searches showed to whom, once per session and person (特記事項 4, 12). Lists are read again several
/// times a second, so people already seen are remembered here, and only new ones are written, in batches a little later. A desk passes every row
/// about a person through this class before returning it.
/// </summary>
public sealed class Looks(TimeProvider clock) : IDisposable
{
    private const int MostAtOnce = 500;

    /// <summary>Limits memory only: a person forgotten and seen again is looked up in the trail before another entry is written.</summary>
    private const int MostRemembered = 5000;

    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<Viewer, Remembered> viewers = [];
    private readonly List<Look> waiting = [];

    /// <summary>Wakes the worker that writes.</summary>
    internal WorkSignal Signal { get; } = new();

    /// <summary>Records that the actor sees these rows.</summary>
    /// <returns>The same rows.</returns>
    public IReadOnlyList<T> Show<T>(Actor actor, IReadOnlyList<T> rows) where T : IShowsPerson
    {
        if (actor.Kind != ActorKind.Staff || rows.Count == 0)
            return rows;
        var (viewer, now) = (new Viewer(actor.StaffId, actor.Sitting), clock.GetUtcNow());
        lock (gate)
        {
            var known = viewers.TryGetValue(viewer, out var kept) ? kept : viewers[viewer] = new();
            known.At = now;
            if (known.People.Count > MostRemembered)
                known.People.Clear();
            waiting.AddRange(rows.Select(r => r.Shown).Where(known.People.Add).Select(p => new Look(viewer, p, now)));
        }
        return rows;
    }

    /// <summary>Records that the actor sees this row.</summary>
    /// <returns>The same row.</returns>
    public T? ShowOne<T>(Actor actor, T? row) where T : class, IShowsPerson
    {
        if (row is not null)
            Show(actor, [row]);
        return row;
    }

    /// <summary>Makes waiting looks be written now, because a session ends.</summary>
    public void WriteSoon() => Signal.Raise();

    /// <summary>Writes the waiting looks, many in one save. Those that could not be saved stay in the queue.</summary>
    /// <param name="scopes">Creates the scope of the clock actor.</param>
    /// <returns>The number of entries written.</returns>
    public async Task<int> Write(IServiceScopeFactory scopes)
    {
        await turn.WaitAsync();
        try
        {
            var count = 0;
            while (Next() is { Count: > 0 } looks)
            {
                count += await Write(scopes, looks);
                lock (gate)
                    waiting.RemoveRange(0, looks.Count); // new ones were appended behind them
            }
            return count;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private List<Look> Next()
    {
        var old = clock.GetUtcNow() - RememberedFor;
        lock (gate)
        {
            foreach (var (viewer, _) in viewers.Where(v => v.Value.At < old).ToList())
                viewers.Remove(viewer);
            return [.. waiting.Take(MostAtOnce)];
        }
    }

    private static async Task<int> Write(IServiceScopeFactory scopes, IReadOnlyList<Look> looks)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BeClock();
        return await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OneStopDb>>().Change(async db =>
        {
            var known = await Known(db, looks);
            var added = looks.DistinctBy(l => (l.By, l.Person)).Where(l => !known.Contains((l.By, l.Person.Subject, l.Person.Id.ToString()))).ToList();
            var persons = await ShownPerson.IdsIn(db, added.Select(l => l.Person));
            db.AuditEntries.AddRange(added.Select(l => AuditEntry.Of(AuditAct.Previewed, nameof(ActorKind.Staff), l.By.StaffId, l.By.Sitting,
                l.Person.Subject, l.Person.Id.ToString(), persons.TryGetValue(l.Person, out var id) ? id : null, "[]", l.At)));
            return added.Count;
        });
    }

    /// <summary>Returns the looks that are in the trail already: written by another portal, forgotten here, or covered by opening the person.</summary>
    private static async Task<HashSet<(Viewer, string, string)>> Known(OneStopDb db, IReadOnlyList<Look> looks)
    {
        var sittings = looks.Select(l => l.By.Sitting).Distinct().ToList();
        var ids = looks.Select(l => l.Person.Id.ToString()).Distinct().ToList();
        var entries = await db.AuditEntries
            .Where(e => sittings.Contains(e.Sitting) && (e.Act == AuditAct.Previewed || e.Act == AuditAct.Looked) && ids.Contains(e.SubjectId)
                && e.ActorId != null)
            .Select(e => new { e.ActorId, e.Sitting, e.Subject, e.SubjectId }).ToListAsync();
        return [.. entries.Select(e => (new Viewer(e.ActorId!.Value, e.Sitting), e.Subject, e.SubjectId))];
    }

    private sealed record Viewer(Guid StaffId, string? Sitting);

    private sealed record Look(Viewer By, ShownPerson Person, DateTimeOffset At);

    private sealed class Remembered
    {
        public DateTimeOffset At { get; set; }
        public HashSet<ShownPerson> People { get; } = [];
    }
}
