using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>How desks change what is stored.</summary>
public static class Changes
{
    private const int MostAttempts = 5;

    extension(IDbContextFactory<OneStopDb> dbs)
    {
        /// <summary>
        /// Loads, changes and saves in one context. On a unique-key conflict or a concurrent change the whole change is read and applied
        /// again (at most five times), each time in a new context. From the second time on it takes a turn before it reads: without one
        /// it could lose to the same queue each time, here or in another portal. A change therefore makes no other change.
        /// </summary>
        /// <exception cref="KeyTakenException">The last attempt failed on a unique key too.</exception>
        public async Task<T> Change<T>(Func<OneStopDb, Task<T>> change)
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var db = await dbs.CreateDbContextAsync();
                if (attempt > 1)
                    await db.TakeTurn();
                var result = await change(db);
                try
                {
                    await db.SaveChangesAsync();
                    return result;
                }
                catch (DbUpdateException lost) when (attempt < MostAttempts && !db.IsOutOfReach(lost))
                {
                    // Read again and try once more. Where the database does not answer, each try would wait as long as this one did.
                }
                catch (DbUpdateException lost) when (db.ViolatedKeyOf(lost) is { } key)
                {
                    throw new KeyTakenException(key, lost);
                }
            }
        }

        /// <inheritdoc cref="Change{T}"/>
        public Task Change(Func<OneStopDb, Task> change) => dbs.Change(async db =>
        {
            await change(db);
            return true;
        });
    }
}
