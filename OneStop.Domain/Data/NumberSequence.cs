using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain.Data;

/// <summary>How friends, clients and editions get their numbers: one after the other, from whatever portal.</summary>
public static class NumberSequence
{
    extension(OneStopDb db)
    {
        /// <summary>
        /// The number after the last one. The turn is taken before the last one is read and kept until the save, so nobody else reads
        /// the same; whoever asked first whether there is a row already asks again after taking it.
        /// </summary>
        /// <param name="property">The number's property.</param>
        public async Task<int> NextNumber<T>(string property) where T : class
        {
            await db.TakeTurn();
            var last = await db.Set<T>().MaxAsync(row => EF.Property<int?>(row, property)) ?? 0;
            var unsaved = db.ChangeTracker.Entries<T>().Where(e => e.State == EntityState.Added).Select(e => (int)e.Property(property).CurrentValue!);
            return unsaved.Append(last).Max() + 1;
        }
    }
}
