using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Portal.Demo;

/// <summary>
/// Fills the portal as after two months of service: each feature writes a chapter. The random seeds are fixed, so people and words
/// are always the same; times are relative to the clock. No test depends on it.
/// </summary>
internal sealed class DemoData(IDbContextFactory<OneStopDb> dbs, IEnumerable<IDemoChapter> chapters, TimeProvider clock)
{
    /// <summary>Fills an empty database; a database that has friends is left alone.</summary>
    public async Task Fill()
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Friends.AnyAsync())
            return;
        var book = new DemoBook(await db.Users.AsNoTracking().ToListAsync(), clock.GetUtcNow());
        var ordered = InOrder([.. chapters]).ToList();
        foreach (var chapter in ordered)
            await chapter.Write(book);
        db.AddRange(book.Rows);
        await db.SaveChangesAsync();
        foreach (var chapter in ordered)
            await chapter.Finish(db, book);
        await db.SaveChangesAsync();
    }

    /// <summary>Orders the chapters so that each comes after those on which it builds.</summary>
    /// <exception cref="InvalidOperationException">Chapters depend on each other in a circle, or on a missing one.</exception>
    internal static IEnumerable<IDemoChapter> InOrder(List<IDemoChapter> waiting)
    {
        var written = new HashSet<Type>();
        while (waiting.Count > 0)
        {
            var next = waiting.OrderBy(c => c.GetType().Name, StringComparer.Ordinal).FirstOrDefault(c => c.After.All(written.Contains))
                ?? throw new InvalidOperationException($"No chapter can be written next: {string.Join(", ", waiting.Select(c => c.GetType().Name))}.");
            waiting.Remove(next);
            written.Add(next.GetType());
            yield return next;
        }
    }
}
