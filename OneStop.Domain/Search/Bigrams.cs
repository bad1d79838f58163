namespace OneStop.Domain.Search;

/// <summary>
/// Pairs of neighbouring characters, each packed into a number, so that no engine's collation has a say. Two characters suffice
/// for a search in Japanese (相談), where word indexes and the engines' trigrams find nothing.
/// A change of what is folded or packed needs a migration that empties the index and marks all messages as not indexed.
/// </summary>
public static class Bigrams
{
    /// <summary>The different bigrams of a text as searching compares it; none across a space. Two UTF-16 units each, so an emoji is one.</summary>
    public static IReadOnlySet<int> Of(string? text) => OfFolded(new FoldedText(text ?? "").Text);

    /// <inheritdoc cref="Of"/>
    internal static IReadOnlySet<int> OfFolded(string folded) =>
        folded.Zip(folded.Skip(1)).Where(pair => pair.First != ' ' && pair.Second != ' ').Select(pair => (pair.First << 16) | pair.Second).ToHashSet();
}
