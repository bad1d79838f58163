namespace OneStop.Portal.Shared.Lists;

/// <summary>A column of a <see cref="Board{TCard}"/>.</summary>
/// <param name="Key">What the page is told when a card is put here.</param>
/// <param name="Count">How many there are, also those that are not shown.</param>
/// <param name="More">The address of a list with all of them, if not all are shown; else null.</param>
public sealed record BoardColumn<TCard>(string Key, string Name, int Count, IReadOnlyList<TCard> Cards, string? More);
