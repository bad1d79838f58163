using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>Assigns consecutive numbers to friends, clients and editions, unique across portals.</summary>
public static class NumberSequence
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// Returns the next number. It takes a turn before reading the last number and keeps it until the save, so that nobody else gets the same. A
        /// caller that checked for an existing row before must check again afterwards.
        /// </summary>
        /// <param name="property">The name of the number's property.</param>
        public async Task<int> NextNumber<T>(string property) where T : class
        {
            await db.TakeTurn();
            var last = await db.Set<T>().MaxAsync(row => EF.Property<int?>(row, property)) ?? 0;
            var unsaved = db.ChangeTracker.Entries<T>().Where(e => e.State == EntityState.Added).Select(e => (int)e.Property(property).CurrentValue!);
            return unsaved.Append(last).Max() + 1;
        }
    }
}
