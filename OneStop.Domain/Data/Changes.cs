using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>Saves the changes of desks.</summary>
public static class Changes
{
    private const int MostAttempts = 5;

    extension(IDbContextFactory<OneStopDb> dbs)
    {
        /// <summary>
        /// Loads, changes and saves in one context. On a unique-key conflict or a concurrent change the whole change is read and applied again (at
        /// most five times in all), each time in a new context. From the second attempt on, a turn is taken before reading; otherwise concurrent
        /// changes, here or in another portal, could win every time. A change must not start another change.
        /// </summary>
        /// <exception cref="KeyTakenException">The last attempt failed on a unique key.</exception>
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
                    // Try again. If the database is unreachable, it is not tried again, since each attempt would wait for the same timeout.
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
