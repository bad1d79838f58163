using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain;

/// <summary>A request for a page of a list.</summary>
/// <param name="Filter">The conditions, which are part of the page's address.</param>
/// <param name="Sort">The name of a column; null for the list's default order.</param>
/// <param name="Page">From 1.</param>
/// <param name="Words">The search text. It is never part of an address, and the desk records it.</param>
public sealed record ListQuery<TFilter>(TFilter Filter, string? Sort = null, bool IsDescending = false, int Page = 1, string Words = "");

/// <summary>The filter of a list without conditions.</summary>
public sealed record NoFilter;

/// <summary>A page of a list.</summary>
/// <param name="Count">The number of rows on all pages.</param>
/// <param name="All">The number of rows without filter and search.</param>
public sealed record ListPart<TRow>(IReadOnlyList<TRow> Rows, int Count, int All)
{
    /// <summary>The number of rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>Returns the page with each row converted.</summary>
    public ListPart<TOther> Select<TOther>(Func<TRow, TOther> other) => new([.. Rows.Select(other)], Count, All);
}

/// <summary>Reads pages of lists.</summary>
public static class ListQueries
{
    extension<TRow>(IReadOnlyList<TRow> rows)
    {
        /// <summary>Returns a page of rows that were all read, because they were filtered outside the database.</summary>
        /// <param name="page">From 1.</param>
        /// <param name="all">The number of rows without filter and search; null if there are none.</param>
        public ListPart<TRow> ToPart(int page, int? all = null) =>
            new([.. rows.Skip((page - 1) * ListPart<TRow>.PageSize).Take(ListPart<TRow>.PageSize)], rows.Count, all ?? rows.Count);
    }

    extension<TRow>(IEnumerable<TRow> rows)
    {
        /// <summary>Sorts by a column, ascending or descending.</summary>
        public IEnumerable<TRow> OrderedBy<TKey>(Func<TRow, TKey> key, bool isDescending) => isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }

    extension<TRow>(IQueryable<TRow> rows)
    {
        /// <summary>Reads a page of sorted rows.</summary>
        /// <param name="page">From 1; past the end the page is empty.</param>
        /// <param name="all">The rows without filter and search; null if there are none.</param>
        /// <param name="counted">What is counted instead of the rows, if they are joined with what does not change their number.</param>
        public async Task<ListPart<TRow>> ToPart(int page, IQueryable<object>? all = null, IQueryable<object>? counted = null)
        {
            var count = await (counted?.CountAsync() ?? rows.CountAsync());
            var part = await rows.Skip((page - 1) * ListPart<TRow>.PageSize).Take(ListPart<TRow>.PageSize).ToListAsync();
            return new(part, count, all is null ? count : await all.CountAsync());
        }
    }
}
