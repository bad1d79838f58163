using System.Collections;
using System.Reflection;

namespace OneStop.Portal.Shared.Forms;

/// <summary>C#'s <c>record with { Property = value }</c> for a property known only at run time.</summary>
internal static class Records
{
    /// <summary>Returns a copy of the record with another value of one property.</summary>
    public static T With<T>(T record, PropertyInfo property, object? value)
        where T : class
    {
        var copy = (T)Clone.Of(typeof(T)).Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    /// <summary>
    /// Returns one's own record with the properties that only the other changed; null if one property, or one row of a list, was changed by both.
    /// </summary>
    /// <param name="was">What both began with.</param>
    /// <param name="clean">Makes two records comparable. The values that are returned are not cleaned.</param>
    public static T? Merge<T>(T was, T theirs, T mine, Func<T, T> clean)
        where T : class
    {
        var (first, others, own) = (clean(was), clean(theirs), clean(mine));
        var merged = mine;
        foreach (var property in PropertiesOf(typeof(T)).Where(p => p.CanWrite && !AreSame(p, first, others)))
        {
            if (AreSame(property, first, own))
                merged = With(merged, property, property.GetValue(theirs));
            else if (!AreSame(property, others, own))
            {
                if (RowMerge.Of(property.GetValue(first), property.GetValue(others), property.GetValue(own)) is not { } rows)
                    return null;
                merged = With(merged, property, rows);
            }
        }
        return merged;
    }

    /// <summary>Whether two values differ by spaces around texts at most, also within records and lists.</summary>
    public static bool AreSame(object? one, object? other) => (one, other) switch
    {
        _ when Equals(one, other) => true,
        (string a, string b) => a.Trim() == b.Trim(),
        (IEnumerable a, IEnumerable b) => a.Cast<object?>().ToList() is var first && b.Cast<object?>().ToList() is var second
            && first.Count == second.Count && first.Zip(second).All(pair => AreSame(pair.First, pair.Second)),
        ({ } a, { } b) => a.GetType() == b.GetType() && Clone.IsOn(a.GetType()) && PropertiesOf(a.GetType()).All(p => AreSame(p, a, b)),
        _ => false,
    };

    private static bool AreSame(PropertyInfo p, object one, object other) => AreSame(p.GetValue(one), p.GetValue(other));

    private static PropertyInfo[] PropertiesOf(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static class Clone
    {
        private const string Name = "<Clone>$"; // the compiler's name

        public static bool IsOn(Type type) => type.GetMethod(Name) is not null;

        public static MethodInfo Of(Type record) => record.GetMethod(Name) ?? throw new InvalidOperationException($"{record.Name} is no record.");
    }
}
