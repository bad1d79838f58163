using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Search;

namespace OneStop.Domain.Timeline;

/// <summary>Which entries are read: the newest of a person up to an instant.</summary>
/// <param name="UpTo">The last instant that is included.</param>
/// <param name="Take">The most entries that are needed.</param>
/// <param name="Kinds">The codes of the kinds that are shown; null for all.</param>
/// <param name="Words">The folded words that each entry must contain; empty for all entries.</param>
public sealed record TimelineQuery(CasePerson Person, DateTimeOffset UpTo, int Take, IReadOnlySet<string>? Kinds, IReadOnlyList<string> Words)
{
    private const int Batch = 500;

    /// <summary>Whether the entries have their whole texts, for the person's own copy, and not only what a list needs.</summary>
    public bool InFull { get; init; }

    /// <summary>Whether entries of a kind are asked for.</summary>
    public bool Wants(TimelineKind kind) => Kinds?.Contains(kind.Code) != false;

    /// <summary>
    /// Reads the newest rows as entries. If words are sought, it reads on until enough entries contain them, because texts of entries are composed
    /// here and not in the database.
    /// </summary>
    /// <param name="rows">The rows of the person; each has an <c>Id</c>.</param>
    /// <param name="at">The instant of the entry, in the database.</param>
    /// <param name="entry">Makes the entry of a row.</param>
    public async Task<IReadOnlyList<TimelineEntry>> Newest<T>(IQueryable<T> rows, Expression<Func<T, DateTimeOffset>> at, Func<T, TimelineEntry> entry)
    {
        var until = UpTo;
        var isInTime = Expression.Lambda<Func<T, bool>>(Expression.LessThanOrEqual(at.Body, ((Expression<Func<DateTimeOffset>>)(() => until)).Body), at.Parameters);
        var newest = rows.Where(isInTime).OrderByDescending(at).ThenByDescending(IdOf<T>()); // of one instant always in the same order
        if (Words.Count == 0)
            return [.. (await newest.Take(Take).ToListAsync()).Select(entry)];
        var found = new List<TimelineEntry>();
        for (var read = 0; found.Count < Take; read += Batch)
        {
            var batch = await newest.Skip(read).Take(Batch).ToListAsync();
            found.AddRange(batch.Select(entry).Where(Contains));
            if (batch.Count < Batch)
                break;
        }
        return [.. found.Take(Take)];
    }

    private static Expression<Func<T, Guid>> IdOf<T>()
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, Guid>>(Expression.Property(row, "Id"), row);
    }

    private bool Contains(TimelineEntry entry)
    {
        var text = new FoldedText($"{entry.Title} {entry.Text}").Text;
        return Words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}
