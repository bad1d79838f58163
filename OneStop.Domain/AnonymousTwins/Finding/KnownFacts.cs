namespace OneStop.Domain.AnonymousTwins.Finding;

/// <summary>A word that is known of the person, or was decided before.</summary>
/// <param name="Replacement">What stood for it when it was decided; null for the usual suggestion.</param>
public sealed record KnownWord(IdentifierKind Kind, string Text, string? Replacement = null);

/// <summary>What the service knows of a person and of those around them, to find it in texts.</summary>
/// <param name="Words">Names, kana, places, employers, colleagues, partners, decided words.</param>
/// <param name="Base">The day relative to which dates are told: the person's first talk.</param>
public sealed record KnownFacts(IReadOnlyList<KnownWord> Words, DateOnly Base);
