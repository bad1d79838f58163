using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace OneStop.Domain;

/// <summary>A list with value equality (same items in the same order), so that a record with such a property compares by value.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
[JsonConverter(typeof(ValueListConverter))]
public sealed class ValueList<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => items.Aggregate(0, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Creates lists from collection expressions.</summary>
public static class ValueList
{
    /// <summary>Returns a list with a copy of the items.</summary>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
