namespace OneStop.Domain.Search;

/// <summary>
/// Pairs of neighbouring characters, each packed into a number, so that no engine's collation matters. Two characters suffice for a Japanese search
/// (相談), for which word indexes and the engines' trigrams find nothing.
/// A change of the folding or packing needs a migration that marks all messages as waiting (<c>UnindexedMessage.HasLines</c>), and the former folding
/// must be kept as long as a database may not be converted: index rows are deleted by both.
/// </summary>
public static class Bigrams
{
    /// <summary>
    /// Returns the distinct bigrams of a text after folding, none across a space. Each consists of two UTF-16 code units, so an emoji is one.
    /// </summary>
    public static IReadOnlySet<int> Of(string? text) => OfFolded(new FoldedText(text ?? "").Text);

    /// <inheritdoc cref="Of"/>
    internal static IReadOnlySet<int> OfFolded(string folded) =>
        folded.Zip(folded.Skip(1)).Where(pair => pair.First != ' ' && pair.Second != ' ').Select(pair => (pair.First << 16) | pair.Second).ToHashSet();

    /// <summary>Returns the bigrams by the present and the former folding, for deleting all index rows of a text.</summary>
    internal static IReadOnlySet<int> OfAnyFolding(string? text) => Of(text).Union(OfFolded(FoldedText.Formerly(text ?? ""))).ToHashSet();

    /// <summary>Whether the former folding gives the same bigrams for this text.</summary>
    internal static bool AreAsBefore(string? text) => Of(text).SetEquals(OfFolded(FoldedText.Formerly(text ?? "")));
}
