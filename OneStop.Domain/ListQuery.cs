using Microsoft.EntityFrameworkCore;

namespace OneStop.Domain;

/// <summary>Which part of a list somebody asks for.</summary>
/// <param name="Filter">What narrows it; it stands in the address.</param>
/// <param name="Sort">The name of the column; null for the list's own order.</param>
/// <param name="Page">From 1.</param>
/// <param name="Words">What is sought. It never stands in an address, and the desk records it.</param>
public sealed record ListQuery<TFilter>(TFilter Filter, string? Sort = null, bool IsDescending = false, int Page = 1, string Words = "");

/// <summary>Nothing narrows the list.</summary>
public sealed record NoFilter;

/// <summary>A page of a list.</summary>
/// <param name="Count">How many rows there are on all pages.</param>
/// <param name="All">How many there would be if nothing narrowed the list.</param>
public sealed record ListPart<TRow>(IReadOnlyList<TRow> Rows, int Count, int All)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 100;

    /// <summary>The same page, each row as something else.</summary>
    public ListPart<TOther> Select<TOther>(Func<TRow, TOther> other) => new([.. Rows.Select(other)], Count, All);
}

/// <summary>How a page is read.</summary>
public static class ListQueries
{
    extension<TRow>(IReadOnlyList<TRow> rows)
    {
        /// <summary>One page of rows that were all read, because what narrows them is not in the database.</summary>
        /// <param name="page">From 1.</param>
        /// <param name="all">How many there would be if nothing narrowed the list; null if nothing does.</param>
        public ListPart<TRow> ToPart(int page, int? all = null) =>
            new([.. rows.Skip((page - 1) * ListPart<TRow>.PageSize).Take(ListPart<TRow>.PageSize)], rows.Count, all ?? rows.Count);
    }

    extension<TRow>(IEnumerable<TRow> rows)
    {
        /// <summary>In the order of a column, up or down.</summary>
        public IEnumerable<TRow> OrderedBy<TKey>(Func<TRow, TKey> key, bool isDescending) => isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }

    extension<TRow>(IQueryable<TRow> rows)
    {
        /// <summary>Reads one page. The rows are in their order.</summary>
        /// <param name="page">From 1; past the end it is empty.</param>
        /// <param name="all">How many there would be if nothing narrowed the list; null if nothing does.</param>
        public async Task<ListPart<TRow>> ToPart(int page, IQueryable<object>? all = null)
        {
            var count = await rows.CountAsync();
            var part = await rows.Skip((page - 1) * ListPart<TRow>.PageSize).Take(ListPart<TRow>.PageSize).ToListAsync();
            return new(part, count, all is null ? count : await all.CountAsync());
        }
    }
}
