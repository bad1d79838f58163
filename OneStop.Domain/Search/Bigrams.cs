namespace OneStop.Domain.Search;

/// <summary>
/// Pairs of neighbouring characters, each packed into a number, so that no engine's collation has a say. Two characters suffice
/// for a search in Japanese (相談), where word indexes and the engines' trigrams find nothing.
/// A change of what is folded or packed needs a migration that lets all messages wait again (<c>UnindexedMessage.HasLines</c>),
/// and the former folding beside the new one for as long as a database may not have followed: words are wiped by both.
/// </summary>
public static class Bigrams
{
    /// <summary>The different bigrams of a text as searching compares it; none across a space. Two UTF-16 units each, so an emoji is one.</summary>
    public static IReadOnlySet<int> Of(string? text) => OfFolded(new FoldedText(text ?? "").Text);

    /// <inheritdoc cref="Of"/>
    internal static IReadOnlySet<int> OfFolded(string folded) =>
        folded.Zip(folded.Skip(1)).Where(pair => pair.First != ' ' && pair.Second != ' ').Select(pair => (pair.First << 16) | pair.Second).ToHashSet();

    /// <summary>Those by which the index may have a text: of the folding now and of the one before. What is wiped is wiped by all of them.</summary>
    internal static IReadOnlySet<int> OfAnyFolding(string? text) => Of(text).Union(OfFolded(FoldedText.Formerly(text ?? ""))).ToHashSet();

    /// <summary>Has the index of this text the same lines since before the folding changed?</summary>
    internal static bool AreAsBefore(string? text) => Of(text).SetEquals(OfFolded(FoldedText.Formerly(text ?? "")));
}
