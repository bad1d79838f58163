using System.Collections;
using OneStop.Domain;

namespace OneStop.Portal.Shared.Forms;

/// <summary>Puts together what two people changed in a list of rows, such as the lines of a budget.</summary>
internal static class RowMerge
{
    /// <summary>Returns the rows with the changes of both; null if both changed one row, or one changed what the other removed.</summary>
    /// <param name="was">What both began with.</param>
    /// <param name="isSame">Whether two rows are the same.</param>
    public static IReadOnlyList<T>? Of<T>(IReadOnlyList<T> was, IReadOnlyList<T> theirs, IReadOnlyList<T> mine, Func<T, T, bool> isSame)
    {
        var (others, own) = (Changes(was, theirs, isSame), Changes(was, mine, isSame));
        own.RemoveAll(o => others.Exists(t => t.From == o.From && t.Length == o.Length && t.Rows.Count == o.Rows.Count
            && t.Rows.Zip(o.Rows).All(r => isSame(r.First, r.Second))));
        if (own.Exists(o => others.Exists(t => o.From < t.From + t.Length && t.From < o.From + o.Length)))
            return null;
        var (merged, at) = (new List<T>(), 0);
        foreach (var change in others.Concat(own).OrderBy(c => c.From).ThenBy(c => c.Length)) // a stable order: of two new rows at one place theirs is first
        {
            merged.AddRange(was.Skip(at).Take(change.From - at));
            merged.AddRange(change.Rows);
            at = change.From + change.Length;
        }
        return [.. merged, .. was.Skip(at)];
    }

    /// <summary>The same for lists of a type known only at run time; null if they are no <see cref="ValueList{T}"/>.</summary>
    public static object? Of(object? was, object? theirs, object? mine)
    {
        if (was?.GetType() is not { IsGenericType: true } list || list.GetGenericTypeDefinition() != typeof(ValueList<>))
            return null;
        if (Of(Rows(was), Rows(theirs), Rows(mine), Records.AreSame) is not { } merged)
            return null;
        var rows = Array.CreateInstance(list.GetGenericArguments()[0], merged.Count);
        foreach (var (place, row) in merged.Index())
            rows.SetValue(row, place);
        return Activator.CreateInstance(list, rows);

        static List<object?> Rows(object? of) => [.. ((IEnumerable)of!).Cast<object?>()];
    }

    /// <summary>What was put in place of which rows. A row in which something was changed is one taken out and one put in.</summary>
    private static List<Change<T>> Changes<T>(IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, T, bool> isSame)
    {
        var common = new int[was.Count + 1, now.Count + 1]; // the most rows that stay, from each place to the end
        for (var i = was.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = isSame(was[i], now[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (changes, from, to) = (new List<Change<T>>(), 0, 0);
        while (from < was.Count || to < now.Count)
        {
            var (taken, put) = (from, to);
            while ((from < was.Count || to < now.Count) && !(from < was.Count && to < now.Count && isSame(was[from], now[to])))
            {
                if (to == now.Count || (from < was.Count && common[from + 1, to] >= common[from, to + 1]))
                    from++;
                else
                    to++;
            }
            if (from > taken || to > put)
                changes.AddRange(Apart(new Change<T>(taken, from - taken, [.. now.Skip(put).Take(to - put)])));
            else
                (from, to) = (from + 1, to + 1);
        }
        return changes;
    }

    /// <summary>As many rows taken out as put in are rows in which something was changed: each is a change of its own.</summary>
    private static IEnumerable<Change<T>> Apart<T>(Change<T> change) => change.Length != change.Rows.Count ? [change]
        : change.Rows.Select((row, at) => new Change<T>(change.From + at, 1, [row]));

    private sealed record Change<T>(int From, int Length, IReadOnlyList<T> Rows);
}
