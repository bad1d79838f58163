namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>
/// Finds what in a text could tell who a person is: first what is known of them, then what looks like a name, a place, a date and so on. Where finds
/// overlap, what is known wins, then the longer one. It finds much and not all; a person decides about each find and reads the whole text.
/// </summary>
public static class IdentifierFinder
{
    /// <summary>Returns the finds in their order; no two overlap.</summary>
    /// <param name="on">The day on which the text was written, by which dates without a year are understood.</param>
    public static IReadOnlyList<FoundIdentifier> Find(string text, KnownFacts facts, DateOnly on)
    {
        var plain = PlainText.Of(text);
        IEnumerable<FoundIdentifier> known = KnownWords.Find(text, facts), guessed =
        [
            .. NumberPatterns.Find(text, plain),
            .. DatePatterns.Find(text, plain, on, facts.Base),
            .. AgePatterns.Find(text, plain),
            .. Organisations.Find(text, plain),
            .. PlacePatterns.Find(text, plain),
            .. NamePatterns.Find(text, plain),
        ];
        var kept = new List<FoundIdentifier>();
        guessed = Merged(text, guessed);
        foreach (var find in Longest(guessed.Where(g => !known.Any(k => k.Overlaps(g) && k.Text.Length >= g.Text.Length))).Concat(Longest(known)))
            if (!kept.Any(find.Overlaps))
                kept.Add(find);
        return [.. kept.OrderBy(f => f.Start)];
    }

    /// <summary>Two finds of one kind that overlap are one: みなみ食品 and 食品株式会社.</summary>
    private static List<FoundIdentifier> Merged(string text, IEnumerable<FoundIdentifier> finds)
    {
        var merged = new List<FoundIdentifier>();
        foreach (var find in finds.OrderBy(f => f.Kind).ThenBy(f => f.Start))
        {
            if (merged is [.., var last] && last.Kind == find.Kind && last.Overlaps(find))
                merged[^1] = (find.Text.Length > last.Text.Length ? find : last) with
                {
                    Start = last.Start,
                    Text = text[last.Start..Math.Max(last.End, find.End)],
                };
            else
                merged.Add(find);
        }
        return merged;
    }

    private static IEnumerable<FoundIdentifier> Longest(IEnumerable<FoundIdentifier> finds) =>
        finds.OrderByDescending(f => f.Text.Length).ThenBy(f => f.Kind).ThenBy(f => f.Start);
}
