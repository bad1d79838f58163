using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Data;

/// <summary>
/// What every desk needs: the actor, the clock, the database, and the recording of looks. A desk gets this object and, besides it, only what belongs
/// to its feature. Announcements follow from what was saved.
/// </summary>
public sealed class DeskContext(Actor actor, IDbContextFactory<OneStopDb> dbs, Looks looks, TimeProvider clock)
{
    /// <summary>The acting person or process.</summary>
    public Actor Actor => actor;

    /// <summary>The time of the injected clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc cref="Actor.MayDo{TDesk}"/>
    public void MayDo<TDesk>([CallerMemberName] string method = "") => actor.MayDo<TDesk>(method);

    /// <summary>Returns a context for reading. Rows are changed through <see cref="Change{T}"/>, which tries again after a conflict.</summary>
    public Task<OneStopDb> Read(CancellationToken stopping = default) => dbs.CreateDbContextAsync(stopping);

    /// <inheritdoc cref="Changes.Change{T}"/>
    public Task<T> Change<T>(Func<OneStopDb, Task<T>> change) => dbs.Change(change);

    /// <inheritdoc cref="Changes.Change{T}"/>
    public Task Change(Func<OneStopDb, Task> change) => dbs.Change(change);

    /// <summary>Creates something once per key: the key is saved together with it.</summary>
    /// <param name="key">The key of the form; null if it cannot be submitted twice.</param>
    /// <param name="create">Adds the new row and returns its id.</param>
    /// <returns>The id of what was created, now or when the form was saved before.</returns>
    public Task<Guid> Create(Guid? key, Func<OneStopDb, Task<Guid>> create) => dbs.Change(async db =>
    {
        if (key is { } asked && await db.SavedForms.SingleOrDefaultAsync(f => f.Key == asked) is { } saved)
            return saved.CreatedId;
        var id = await create(db);
        if (key is { } used)
            db.SavedForms.Add(SavedForm.Of(used, id, Now));
        return id;
    });

    /// <inheritdoc cref="OpenedRecords.Open{T}"/>
    public Task<T?> Open<T>(Func<OneStopDb, Task<T?>> read, Func<T, OpenedRecord> lookedAt) where T : class => dbs.Open(read, lookedAt, Now);

    /// <inheritdoc cref="Looks.Show{T}"/>
    public IReadOnlyList<T> Show<T>(IReadOnlyList<T> rows) where T : IShowsPerson => looks.Show(actor, rows);

    /// <inheritdoc cref="Looks.ShowOne{T}"/>
    public T? ShowOne<T>(T? row) where T : class, IShowsPerson => looks.ShowOne(actor, row);
}
